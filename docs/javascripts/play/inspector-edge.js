// An edge: its weight, what it carries for the example, and how the example's loss changes with it.
import { element, say } from "./elements.js";
import { edgeName, factorText, lowered, neuronName, numberText, raised, signedText } from "./naming.js";
import { numberField } from "./number-field.js";
import { chainOf, inputsInto, parameterAt } from "./pass.js";

export function edgeView(app, edge) {
  const { session } = app;
  const name = edgeName(session, edge);
  const weight = numberField(app, edge, name);
  const [carried, slope] = [element("p"), element("p")];
  const visit = (layer, unit) =>
    element(
      "button",
      { type: "button", class: "play-button", click: () => app.select({ layer, unit }) },
      `Go to ${lowered(neuronName(session, layer, unit))}`,
    );
  const nodes = [
    element("h3", {}, raised(name)),
    element("p", {}, "Weight ", weight.root),
    carried,
    slope,
    element(
      "p",
      { class: "inspector-visits" },
      visit(edge.layer - 1, edge.input),
      visit(edge.layer, edge.unit),
    ),
  ];

  function show(pass) {
    weight.show();
    say(carried, pass ? carriedText(app.session, pass, edge) : "Without an example it carries nothing yet.");
    say(slope, pass ? slopeText(app.session, pass, edge) : "");
  }
  return { nodes, show };
}

function carriedText(session, pass, edge) {
  const given = inputsInto(pass, edge.layer)[edge.input];
  const weight = pass.parameters[parameterAt(session, edge)];
  const into = lowered(neuronName(session, edge.layer, edge.unit));
  return `For the chosen example it adds ${factorText(given)} · ${factorText(weight)} = ${signedText(given * weight)} to the sum of ${into}.`;
}

function slopeText(session, pass, edge) {
  const { product } = chainOf(session, pass, edge);
  const gradient = `The gradient of the example's loss is ${numberText(product)} here`;
  if (product === 0) return `${gradient}: at first order, a small change of this weight leaves this loss as it is.`;
  if (!Number.isFinite(product)) return `${gradient}.`;
  return `${gradient}: this loss falls when the weight ${product > 0 ? "falls" : "rises"} a little. Step by step shows how that comes about.`;
}
