// Three lines through noisy points, of which the last is lifted: those of least squared, absolute
// and Huber loss.
import { Generator } from "../net/random.js";
import { nameEnds } from "./labels.js";
import { fixed, range } from "./numbers.js";

const POINTS = 20;
const NOISE = 0.3;
const DELTA = 0.5;
const ROUNDS = 100;
const END = 5; // of x, which begins at 0

const x = Array.from({ length: POINTS }, (_, at) => (END * at) / (POINTS - 1));
const random = new Generator(0);
const clean = x.map((place) => place + NOISE * random.standardNormal());
const FITS = { mse: leastSquares, mae: leastAbsolute, huber: leastHuber };

export const controls = [
  {
    name: "shift",
    label: "how far the last target is off",
    values: range(0, 10, 0.25),
    value: 10,
    format: fixed(2),
  },
];

export function model({ shift }) {
  const y = clean.map((target, number) => target + (number === POINTS - 1 ? shift : 0));
  const lines = Object.fromEntries(Object.entries(FITS).map(([name, fit]) => [name, fit(y)]));
  const rises = Object.fromEntries(
    Object.entries(FITS).map(([name, fit]) => [name, at(lines[name], END) - at(fit(clean), END)]),
  );
  return { shift, y, lines, rises };
}

export function draw(drawing, { shift, y, lines }) {
  const last = [END, y.at(-1)];
  drawing.dots("points", 0, x.map((place, number) => [place, y[number]]));
  drawing.move("bad", 0, last);
  const named = {};
  for (const [name, line] of Object.entries(lines)) {
    drawing.line(name, 0, x.map((place) => [place, at(line, place)]));
    named[`${name}-name`] = [[END, at(line, END)]];
  }
  nameEnds(drawing, 0, named);
  drawing.line("here", 1, [
    [shift, -0.1],
    [shift, 2],
  ]);
}

export function say({ rises }) {
  const [mse, mae, huber] = ["mse", "mae", "huber"].map((name) => fixed(2)(rises[name]));
  return `At the right end the bad point lifts the MSE line by ${mse}, the Huber line by ${huber}, the MAE line by ${mae}.`;
}

const at = ([start, slope], place) => start + slope * place;
const sum = (values) => values.reduce((total, value) => total + value, 0);

function leastSquares(y) {
  return weighted(y, y.map(() => 1));
}

// Weights make squares count like the Huber loss.
function leastHuber(y) {
  let line = leastSquares(y);
  for (let round = 0; round < ROUNDS; round += 1) {
    const weights = y.map((target, number) => {
      return DELTA / Math.max(Math.abs(at(line, x[number]) - target), DELTA);
    });
    line = weighted(y, weights);
  }
  return line;
}

// The best of all lines through two of the points.
function leastAbsolute(y) {
  let best = { loss: Infinity };
  for (let first = 0; first < POINTS; first += 1) {
    for (let second = first + 1; second < POINTS; second += 1) {
      const slope = (y[second] - y[first]) / (x[second] - x[first]);
      const line = [y[first] - slope * x[first], slope];
      const loss = sum(y.map((target, number) => Math.abs(at(line, x[number]) - target)));
      if (loss < best.loss) best = { loss, line };
    }
  }
  return best.line;
}

function weighted(y, weights) {
  const total = sum(weights);
  const mean = (values) => sum(values.map((value, number) => weights[number] * value)) / total;
  const [middle, height] = [mean(x), mean(y)];
  const spread = mean(x.map((place) => (place - middle) ** 2));
  const slope = mean(x.map((place, number) => (place - middle) * (y[number] - height))) / spread;
  return [height - slope * middle, slope];
}
