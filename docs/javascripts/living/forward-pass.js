// What flows through the network of two switches, now dimmers, on its way to the answer.
import { tone } from "./drawing.js";
import { fixed, range } from "./numbers.js";
import { forward, START } from "./two-switches.js";

const POSITIONS = range(0, 1, 0.05);

export const controls = [
  { name: "first", label: "first dimmer", values: POSITIONS, value: 1, format: fixed(2) },
  { name: "second", label: "second dimmer", values: POSITIONS, value: 0, format: fixed(2) },
];

export const model = ({ first, second }) => forward(START, [first, second]);

export function draw(drawing, { x, carried, z1, a1, onward, z2, a2 }) {
  carried.forEach((row, input) => {
    row.forEach((number, unit) => drawWire(drawing, `hidden-${input}-${unit}`, number));
    drawing.write(`input-${input}`, short(x[input]));
  });
  onward.forEach((number, unit) => drawWire(drawing, `output-${unit}-0`, number));
  a1.forEach((a, unit) => drawing.write(`unit-${unit}`, fixed(2)(a)));
  drawing.write("answer-0", fixed(2)(a2));
  [...z1, z2].forEach((z, at) => drawing.write(`z-${at}`, `z = ${short(z)}`));
}

// Blue if positive, orange and dashed if negative, gray and dotted at zero.
function drawWire(drawing, name, number) {
  const width = rounded(1 + 3 * Math.abs(number));
  const [token, dashes] = number > 0 ? ["positive", "none"] : ["negative", `${rounded(2 * width)},${width}`];
  const look = number ? { stroke: tone(token), "stroke-dasharray": dashes } : QUIET;
  drawing.paint(name, { ...look, "stroke-width": width });
  drawing.write(`${name}-number`, signed(number));
}

const QUIET = { stroke: tone("edge"), "stroke-dasharray": "1,2" };

const rounded = (value) => Number(value.toFixed(2));

// Two decimals at most, and none that are zeros: 0.5, −0.25, 1.
const short = (number) => String(rounded(number)).replace("-", "−");
const signed = (number) => (rounded(number) > 0 ? `+${short(number)}` : short(number));

export const say = ({ x, a2 }) =>
  `At ${fixed(2)(x[0])} and ${fixed(2)(x[1])} the network answers ${fixed(3)(a2)}.`;
