// A neuron over two switches: its line across the plane, and its sums at the four positions.
import { tone } from "./drawing.js";
import { range, signed } from "./numbers.js";
import { cut, drawCut, moved } from "./plane.js";

const format = signed(2);
const LENGTH = 0.35; // of the arrow, over that of the weights
const ASIDE = 0.25; // where the arrow begins, along the line
const HEAD = [0.1, 0.035]; // of the arrow: how long, and half its width

const POSITIONS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

// What a neuron can answer to them, in their order. No neuron reaches the two that lack.
export const NAMES = {
  "0000": "never",
  "0001": "AND, both on",
  "0010": "the first without the second",
  "0011": "the first switch alone decides",
  "0100": "the second without the first",
  "0101": "the second switch alone decides",
  "0111": "OR, at least one on",
  1000: "NOR, both off",
  1010: "the opposite of the second switch",
  1011: "always, but for the second alone",
  1100: "the opposite of the first switch",
  1101: "always, but for the first alone",
  1110: "NAND, not both on",
  1111: "always",
};

export const controls = [
  { name: "w1", label: "first weight", values: range(-1.5, 1.5, 0.25), value: 1, format },
  { name: "w2", label: "second weight", values: range(-1.5, 1.5, 0.25), value: 1, format },
  { name: "b", label: "bias", values: range(-2, 2, 0.25), value: -1.5, format },
];

export function model({ w1, w2, b }) {
  const sums = POSITIONS.map(([x1, x2]) => w1 * x1 + w2 * x2 + b);
  return { weights: [w1, w2], bias: b, sums, answers: sums.map((z) => (z >= 0 ? 1 : 0)) };
}

export function draw(drawing, neuron) {
  drawCut(drawing, 0, neuron);
  drawArrow(drawing, neuron);
  neuron.sums.forEach((z, at) => {
    const stroke = tone(z >= 0 ? "positive" : "negative");
    const fill = z >= 0 ? stroke : tone("ground");
    const end = [at, z];
    drawing.line(`stem-${at}`, 1, [[at, 0], end]);
    drawing.dots(`sum-${at}`, 1, [end]);
    drawing.move(`value-${at}`, 1, end);
    drawing.write(`value-${at}`, format(z));
    drawing.paint(`stem-${at}`, { stroke });
    drawing.paint(`sum-${at}`, { stroke, fill });
    drawing.paint(`position-${at}`, { stroke, fill });
  });
}

function drawArrow(drawing, neuron) {
  const isThere = neuron.weights.some(Boolean);
  for (const name of ["shaft", "head"]) drawing.show(name, isThere);
  if (!isThere) return;
  const { nearest, across, along } = cut(neuron);
  const [length, width] = HEAD;
  const start = moved(nearest, along, ASIDE);
  const tip = moved(start, across, LENGTH * Math.hypot(...neuron.weights));
  const base = moved(tip, across, -length);
  drawing.line("shaft", 0, [start, base]);
  drawing.line("head", 0, [tip, moved(base, along, width), moved(base, along, -width), tip]);
}

export const say = ({ answers }) =>
  `To 0 0, 0 1, 1 0 and 1 1 it answers ${answers.join(", ")}: ${NAMES[answers.join("")]}.`;
