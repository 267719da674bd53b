// A neuron in full: its inputs and weights, the sum term by term, the bend with its slope, and what it
// gives over the plane.
import { ActivationCurve } from "./activation-curve.js";
import { element, say } from "./elements.js";
import { neuronMap } from "./inspector-map.js";
import { termsTable } from "./inspector-terms.js";
import { activationLabel, neuronName, numberText } from "./naming.js";
import { maskOf, slopeAt } from "./pass.js";

export function neuronView(app, place) {
  const { session } = app;
  const { activation } = session.network.layers[place.layer];
  const terms = termsTable(app, place);
  const curve = new ActivationCurve(activation);
  const bend = element("figcaption");
  const map = neuronMap(app, place);
  const pictures = element(
    "div",
    { class: "inspector-pictures" },
    element("figure", {}, curve.root, bend),
    map.root,
  );
  const heading = `${neuronName(session, place.layer, place.unit)} · ${activationLabel(activation)}`;
  const nodes = [
    element("h3", {}, heading),
    element(
      "div",
      { class: "inspector-neuron" },
      element("div", { class: "inspector-sum" }, terms.root),
      pictures,
    ),
  ];

  function show(pass, isFrame) {
    terms.show(pass);
    curve.show(pass ? pass.z[place.layer][place.unit] : NaN);
    say(bend, pass ? bendText(pass, place, activation) : "Without an example there is no sum yet.");
    map.show(pass, isFrame);
  }
  return { nodes, show, recolor: map.recolor };
}

function bendText(pass, { layer, unit }, activation) {
  const z = pass.z[layer][unit];
  const a = pass.a[layer][unit];
  const name = activation === "linear" ? "z" : `${activationLabel(activation)}(${numberText(z)})`;
  const slope = `There the slope is ${numberText(slopeAt(activation, z))}.`;
  return `a = ${name} = ${numberText(a)}. ${slope}${droppedText(pass, { layer, unit }, a)}`;
}

function droppedText(pass, place, a) {
  if (pass.masks?.[place.layer] === undefined) return "";
  const mask = maskOf(pass, place);
  return mask === 0
    ? " Dropout leaves it out in this step."
    : ` Dropout makes it ${numberText(a * mask)} in this step.`;
}
