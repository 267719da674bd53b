// Ten noisy points, a network with drawn hidden units whose output weights have a price, and both
// errors at every price. The draws are those of src/guide/chapters/regularization/experiments/price.py.
import { Generator } from "../net/random.js";
import { nameEnds } from "./labels.js";
import { fixed, range, scientific } from "./numbers.js";

const NOISE = 0.4;
const MOST = 40; // hidden units
const SPREAD = 1.5;
const STRENGTHS = range(-24, 4, 1).map((quarter) => 10 ** (quarter / 4));

const random = new Generator(2);
const evenly = (from, to, count) =>
  Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
const noisy = (count) =>
  evenly(-3, 3, count).map((x) => ({ x, y: Math.sin(x) + NOISE * random.standardNormal() }));
const learned = noisy(10);
const heldOut = noisy(50);
const drawn = () => Array.from({ length: MOST }, () => SPREAD * random.standardNormal());
const [weights, biases] = [drawn(), drawn()];
const GRID = evenly(-3.2, 3.2, 121);

export const controls = [
  {
    name: "strength",
    label: "strength λ of L2",
    values: STRENGTHS,
    value: STRENGTHS[0],
    format: (strength) => (strength < 0.01 ? scientific(strength) : fixed(2)(strength)),
  },
  { name: "units", label: "hidden units", values: range(1, MOST, 1), value: MOST },
];

export function model({ strength, units }) {
  const rows = learned.map(({ x }) => outputs(x, units));
  const y = learned.map((point) => point.y);
  const fits = STRENGTHS.map((each) => fitted(rows, y, each));
  const fit = fits[STRENGTHS.indexOf(strength)];
  const error = (points) => (v) =>
    points.reduce((sum, { x, y: target }) => sum + (dot(outputs(x, units), v) - target) ** 2, 0) /
    points.length;
  return {
    strength,
    curve: GRID.map((x) => [x, dot(outputs(x, units), fit)]),
    training: fits.map(error(learned)),
    validation: fits.map(error(heldOut)),
    length: Math.hypot(...fit.slice(1)),
  };
}

export function draw(drawing, { strength, curve, ...errors }) {
  drawing.line("curve", 0, curve);
  const named = {};
  for (const name of ["validation", "training"]) {
    const line = STRENGTHS.map((each, at) => [each, errors[name][at]]);
    drawing.line(name, 1, line);
    drawing.dots(`${name}-here`, 1, [line[STRENGTHS.indexOf(strength)]]);
    named[`${name}-name`] = line;
  }
  nameEnds(drawing, 1, named);
}

export function say({ strength, length, training, validation }) {
  const at = STRENGTHS.indexOf(strength);
  return `Squared error ${fixed(3)(training[at])} in training, ${fixed(3)(validation[at])} in validation. The output weights have length ${scientific(length)}.`;
}

const dot = (one, other) => one.reduce((sum, value, at) => sum + value * other[at], 0);

// A 1 for the bias, and what each hidden unit puts out.
function outputs(x, units) {
  const row = [1];
  for (let unit = 0; unit < units; unit += 1) row.push(Math.tanh(x * weights[unit] + biases[unit]));
  return row;
}

// Output bias and weights of least loss; only weights have a price.
function fitted(rows, y, strength) {
  const size = rows[0].length;
  const matrix = range(0, size - 1, 1).map((i) =>
    range(0, size - 1, 1).map((j) => {
      const price = i === j && i > 0 ? strength : 0;
      return rows.reduce((sum, row) => sum + row[i] * row[j], 0) / rows.length + price;
    }),
  );
  const right = range(0, size - 1, 1).map(
    (i) => rows.reduce((sum, row, at) => sum + row[i] * y[at], 0) / rows.length,
  );
  return solved(matrix, right);
}

// Gaussian elimination; a matrix that is positive definite needs no exchange of rows.
function solved(matrix, right) {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      for (let at = pivot; at < size; at += 1) matrix[row][at] -= factor * matrix[pivot][at];
      right[row] -= factor * right[pivot];
    }
  }
  const solution = Array(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = dot(matrix[row].slice(row + 1), solution.slice(row + 1));
    solution[row] = (right[row] - known) / matrix[row][row];
  }
  return solution;
}
