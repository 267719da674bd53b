// Blame on its way down through random layers, of any depth and scale.
import { ACTIVATIONS } from "../net/activations.js";
import { activationControl, DEEPEST, drawLayers, gainControl, sent } from "./layers.js";
import { fixed, range, scientific } from "./numbers.js";

export const controls = [
  activationControl("sigmoid", "tanh", "relu"),
  gainControl(-1, 3, 2),
  { name: "depth", label: "layers", values: range(1, DEEPEST, 1), value: 10 },
];
export const plays = "depth";

export const model = (values) => ({ ...values, ...sent(values) });

export function draw(drawing, { activation, blame }) {
  drawLayers(drawing, "blame", 0, blame, activation);
}

export function say({ activation, depth, blame }) {
  const left = blame[0][1];
  const factor = left ** (1 / depth);
  const layers = depth === 1 ? "1 layer" : `${depth} layers`;
  return `Through ${layers}, ${ACTIVATIONS[activation].label} leaves ${scientific(left)} of the blame: × ${fixed(2)(factor)} per layer on average.`;
}
