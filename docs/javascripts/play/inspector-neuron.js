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
  const heading = `${neuronName(session, place.layer, place.unit)} · ${activationLabel(activation)}`;
  const terms = termsTable(app, place);
  const curve = new ActivationCurve(activation);
  const bend = element("figcaption");
  const map = neuronMap(app, place);
  const sum = element("div", { class: "inspector-sum" }, terms.root);
  const figure = element("figure", {}, curve.root, bend);
  const pictures = element("div", { class: "inspector-pictures" }, figure, map.root);
  const nodes = [element("h3", {}, heading), element("div", { class: "inspector-neuron" }, sum, pictures)];

  function show(pass, isFrame) {
    terms.show(pass);
    curve.show(pass ? pass.z[place.layer][place.unit] : NaN);
    const words = pass && [bendText(pass, place, activation), answerText(app.session, pass, place)];
    say(bend, words ? words.join(" ").trim() : "Without an example there is no sum yet.");
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

// What a logit stands for.
function answerText({ choices, network }, { answer }, { layer, unit }) {
  if (layer < network.layers.length - 1 || choices.loss === "mse") return "";
  const p = numberText(answer[unit]);
  if (choices.loss === "bce") return `It is a logit: its sigmoid ${p} is the probability of class 1.`;
  return `It is a logit: the softmax of all of them makes ${p} the probability of class ${unit}.`;
}

function droppedText(pass, place, a) {
  if (pass.masks?.[place.layer] === undefined) return "";
  const mask = maskOf(pass, place);
  return mask === 0
    ? " Dropout leaves it out in this step."
    : ` Dropout makes it ${numberText(a * mask)} in this step.`;
}
