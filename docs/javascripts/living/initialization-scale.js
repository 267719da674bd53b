// Twenty layers with first weights of any scale: the size of the sums forward, of the blame back.
import { DEEPEST, drawLayers, sent } from "./layers.js";
import { fixed, range, scientific } from "./numbers.js";

const LABELS = { relu: "ReLU", tanh: "tanh", sigmoid: "sigmoid", linear: "linear" };

export const controls = [
  { name: "activation", label: "activation", options: LABELS, value: "relu" },
  {
    name: "gain",
    label: "gain of the weights",
    values: range(-4, 8, 1).map((quarter) => 2 ** (quarter / 4)),
    value: 1,
    format: fixed(2),
  },
];

export const model = (values) => ({ ...values, ...sent({ ...values, depth: DEEPEST }) });

export function draw(drawing, { activation, sums, blame }) {
  drawLayers(drawing, "sums", 0, sums, activation);
  drawLayers(drawing, "blame", 1, blame, activation);
}

export function say({ gain, sums, blame }) {
  return `With gain ${fixed(2)(gain)}, z in layer ${DEEPEST} has size ${scientific(sums.at(-1)[1])}; of the blame, ${scientific(blame[0][1])} arrives in layer 0.`;
}
