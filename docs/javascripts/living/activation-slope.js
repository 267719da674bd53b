// An activation of the reader's choice with its tangent at one z, and beside it the slope.
import { ACTIVATIONS } from "../net/activations.js";
import { tone } from "./drawing.js";
import { fixed, range } from "./numbers.js";

const SHOWN = ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "silu"];
const REACH = 1; // of the tangent, to either side
const Z = range(-3, 3, 0.05);

export const controls = [
  {
    name: "activation",
    label: "activation",
    options: Object.fromEntries(SHOWN.map((name) => [name, ACTIVATIONS[name].label])),
    value: "sigmoid",
  },
  { name: "z", label: "z", values: range(-3, 3, 0.1), value: 2, format: fixed(1) },
];

export function model({ activation: name, z }) {
  const { label, value, slope } = ACTIVATIONS[name];
  const slopeAt = (place) => slope(place, value(place));
  return {
    label,
    token: name.replace("_", "-"),
    z,
    output: value(z),
    slope: slopeAt(z),
    outputs: Z.map((place) => [place, value(place)]),
    slopes: Z.map((place) => [place, slopeAt(place)]),
  };
}

export function draw(drawing, { token, z, output, slope, outputs, slopes }) {
  drawing.line("output", 0, outputs);
  drawing.line("tangent", 0, [
    [z - REACH, output - slope * REACH],
    [z + REACH, output + slope * REACH],
  ]);
  drawing.dots("here", 0, [[z, output]]);
  drawing.line("slope", 1, slopes);
  drawing.dots("slope-here", 1, [[z, slope]]);
  for (const part of ["output", "slope"]) drawing.paint(part, { stroke: tone(token) });
  drawing.write("output-text", `output ${fixed(2)(output)}`);
  drawing.write("slope-text", `slope ${fixed(2)(slope)}`);
}

export const say = ({ label, z, output, slope }) =>
  `At z = ${fixed(1)(z)}, ${label} gives ${fixed(3)(output)}. A small step of z moves it ${fixed(3)(slope)} times as far.`;
