// Hats of ReLUs that add up to straight lines between points of the odd dimmer's curve.
import { fixed, range } from "./numbers.js";

const MEASURED = range(0, 6400, 1).map((at) => at / 6400); // where errors are
const curve = (x) => 0.5 + 0.3 * Math.sin(2 * Math.PI * x) - 0.2 * Math.sin(6 * Math.PI * x);

export const controls = [
  { name: "pieces", label: "ReLUs", values: range(2, 40, 1), value: 12 },
];

export function model({ pieces }) {
  const knots = range(0, pieces, 1).map((at) => [at / pieces, curve(at / pieces)]);
  return { pieces, knots, error: Math.max(...MEASURED.map((x) => Math.abs(line(knots, x) - curve(x)))) };
}

// The network at one place: what its ReLUs add up to there.
function line(knots, x) {
  const pieces = knots.length - 1;
  const from = Math.min(Math.floor(x * pieces), pieces - 1);
  const [[start, low], [, high]] = [knots[from], knots[from + 1]];
  return low + (x - start) * pieces * (high - low);
}

export function draw(drawing, { pieces, knots }) {
  const hats = knots.flatMap(([x, y]) => [
    [x - 1 / pieces, 0],
    [x, y],
    [x + 1 / pieces, 0],
    [NaN, NaN],
  ]);
  drawing.line("hats", 1, hats);
  drawing.line("network", 1, knots);
}

export const say = ({ pieces, error }) =>
  `${pieces} ReLUs: the network is at most ${fixed(3)(error)} away from the curve.`;
