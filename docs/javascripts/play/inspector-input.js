// An input: its number for the example, and the weights by which it reaches the first layer.
import { element, say } from "./elements.js";
import { neuronMap } from "./inspector-map.js";
import { termRow } from "./inspector-terms.js";
import { neuronName, numberText, unitLabel } from "./naming.js";

export function inputView(app, place) {
  const { session } = app;
  const value = element("p", { class: "inspector-value" });
  const { units } = session.network.layers[0];
  const rows = Array.from({ length: units }, (_, unit) =>
    termRow(app, { layer: 0, unit, input: place.unit }, unitLabel(session, 0, unit)),
  );
  const head = ["to", "value", "× weight", "= term"].map((text) => element("th", { scope: "col" }, text));
  const table = element(
    "table",
    { class: "inspector-terms", "aria-label": "Weights from this input" },
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows.map(({ row }) => row)),
  );
  const map = neuronMap(app, place);
  const nodes = [
    element("h3", {}, neuronName(session, -1, place.unit)),
    value,
    element(
      "div",
      { class: "inspector-neuron" },
      element("div", { class: "inspector-sum" }, table),
      element("div", { class: "inspector-pictures" }, map.root),
    ),
  ];

  function show(pass, isFrame) {
    say(value, pass ? valueText(app.session, pass, place) : "Without an example it has no value yet.");
    rows.forEach((row) => row.show(pass));
    map.show(pass, isFrame);
  }
  return { nodes, show, recolor: map.recolor };
}

function valueText({ choices }, { x }, { unit }) {
  const scaled = choices.standardize ? ", scaled to mean 0 and spread 1" : "";
  return `For the chosen example it is ${numberText(x[unit])}${scaled}.`;
}
