// The worked example: numbers that flow forward, and slopes that flow back.
import { fixed, range } from "./numbers.js";
import { backward, forward, START } from "./two-switches.js";

const TARGETS = { 1: "shine", 0: "stay dark" };

export const controls = [
  { name: "second", label: "second switch", values: range(0, 1, 0.05), value: 0, format: fixed(2) },
  {
    name: "weight",
    label: "output weight of unit 1",
    values: range(-2, 2, 0.25),
    value: 1,
    format: fixed(2),
  },
  { name: "target", label: "the lamp should", options: TARGETS, value: "1" },
];

export function model({ second, weight, target }) {
  const network = { ...START, output: [weight, START.output[1]] };
  const made = forward(network, [1, second]);
  return { network, made, back: backward(network, made, Number(target)), target: Number(target) };
}

export function draw(drawing, { network, made, back }) {
  const { x, a1, a2 } = made;
  const wired = ({ hidden, output }) => [...hidden.flat(), ...output];
  wired(network).forEach((weight, at) => drawWire(drawing, "forward", at, weight, short(weight)));
  wired(back).forEach((slope, at) => drawWire(drawing, "backward", at, slope, decimals(slope)));
  [...a1, a2].forEach((a, at) => drawing.write(`forward-unit-${at + 2}`, decimals(a)));
  [...back.delta1, back.delta2].forEach((blame, at) => {
    drawing.write(`backward-unit-${at + 2}`, decimals(blame));
  });
  for (const way of ["forward", "backward"]) drawing.write(`${way}-unit-1`, short(x[1]));
}

// An arrow of a negative number is orange and dashed.
function drawWire(drawing, way, at, number, text) {
  const token = number < 0 ? "negative" : number > 0 ? "positive" : "edge";
  drawing.recolor(`${way}-wire-${at}`, token);
  drawing.paint(`${way}-wire-${at}`, { "stroke-dasharray": number < 0 ? "6,3" : "none" });
  drawing.write(`${way}-number-${at}`, text);
}

const short = (number) => String(Number(number.toPrecision(6))).replace("-", "−");
const decimals = (number) => (Number(number.toFixed(4)) ? fixed(4)(number) : "0");

export function say({ made, back, target }) {
  const loss = -Math.log(target ? made.a2 : 1 - made.a2);
  const [blame, other] = back.delta1.map(decimals);
  return `Answer ${fixed(4)(made.a2)}, loss ${fixed(4)(loss)}. The hidden units get the blame ${blame} and ${other}.`;
}
