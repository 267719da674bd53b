// The sum of a neuron, term by term: a row for each input with its weight, one for the bias, and what
// they add up to.
import { element, say } from "./elements.js";
import { edgeName, lowered, neuronName, numberText, signedText, unitLabel } from "./naming.js";
import { numberField } from "./number-field.js";
import { inputsInto, parameterAt } from "./pass.js";

const HEAD = ["input", "value", "× weight", "= term"];
const NOTHING = "–"; // without an example

export function termsTable(app, place) {
  const { session } = app;
  const name = lowered(neuronName(session, place.layer, place.unit));
  const { inputs } = session.network.layers[place.layer];
  const terms = Array.from({ length: inputs }, (_, input) =>
    termRow(app, { ...place, input }, unitLabel(session, place.layer - 1, input)),
  );
  const rows = [...terms, biasRow(app, place, name)];
  const sum = element("td");
  const root = element(
    "table",
    { class: "inspector-terms", "aria-label": `The sum of ${name}` },
    element("thead", {}, element("tr", {}, ...HEAD.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, ...rows.map(({ row }) => row)),
    element("tfoot", {}, element("tr", {}, element("th", { scope: "row", colspan: 3 }, "sum z"), sum)),
  );
  const show = (pass) => {
    rows.forEach((row) => row.show(pass));
    say(sum, pass ? numberText(pass.z[place.layer][place.unit]) : NOTHING);
  };
  return { root, show };
}

// What one weight adds to the sum that it leads to; the button with the label chooses the edge.
export function termRow(app, edge, label) {
  const { session } = app;
  const name = edgeName(session, edge);
  const weight = numberField(app, edge, name);
  const choose = element(
    "button",
    {
      type: "button",
      class: "inspector-link",
      "aria-label": `Choose the ${name}`,
      click: () => app.select(edge),
    },
    label,
  );
  const [given, term] = [element("td"), element("td")];
  const row = element(
    "tr",
    {},
    element("th", { scope: "row" }, choose),
    given,
    element("td", {}, weight.root),
    term,
  );
  const show = (pass) => {
    weight.show();
    const value = pass && inputsInto(pass, edge.layer)[edge.input];
    say(given, pass ? numberText(value) : NOTHING);
    say(term, pass ? signedText(value * pass.parameters[parameterAt(session, edge)]) : NOTHING);
  };
  return { row, show };
}

function biasRow(app, place, name) {
  const bias = numberField(app, place, `bias of ${name}`);
  const term = element("td");
  const row = element(
    "tr",
    {},
    element("th", { scope: "row" }, "bias"),
    element("td"),
    element("td", {}, bias.root),
    term,
  );
  const show = () => {
    bias.show();
    say(term, signedText(app.session.training.parameters[parameterAt(app.session, place)]));
  };
  return { row, show };
}
