// Blame on its way down through random layers, of any depth and scale.
import { DEEPEST, drawLayers, sent } from "./layers.js";
import { fixed, range, scientific } from "./numbers.js";

const LABELS = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" };

export const controls = [
  { name: "activation", label: "activation", options: LABELS, value: "sigmoid" },
  {
    name: "gain",
    label: "gain of the weights",
    values: range(-2, 6, 1).map((half) => 2 ** (half / 2)),
    value: 1,
    format: fixed(2),
  },
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
  return `Through ${layers}, ${LABELS[activation]} leaves ${scientific(left)} of the blame: × ${fixed(2)(factor)} per layer on average.`;
}
