// Six optimizers down one ravine, each at its best rate or at a multiple of it.
import { OPTIMIZERS } from "../net/optimizers.js";
import { fixed, range } from "./numbers.js";

const CURVATURES = [1, 50];
const START = [-1, 0.5];
const STEPS = 60;
const MOMENTUM = 0.9;
const EPSILON = 1e-10;

// In the order of their panels, with their best rates out of those of the race: powers of ten in
// sixths (src/guide/chapters/optimizers/experiments/ravine.py).
const RACERS = {
  sgd: { ...OPTIMIZERS.sgd, best: 10 ** (-9 / 6) },
  momentum: { ...OPTIMIZERS.momentum, best: 10 ** (-13 / 6) },
  nesterov: {
    label: "Nesterov",
    keeps: ["velocity"],
    best: 10 ** (-10 / 6),
    step(parameters, gradient, rate, [v]) {
      for (let at = 0; at < parameters.length; at += 1) {
        v[at] = MOMENTUM * v[at] + gradient[at];
        parameters[at] -= rate * (gradient[at] + MOMENTUM * v[at]);
      }
    },
  },
  adagrad: {
    label: "AdaGrad",
    keeps: ["sum of squares"],
    best: 10 ** (-1 / 6),
    step(parameters, gradient, rate, [s]) {
      for (let at = 0; at < parameters.length; at += 1) {
        s[at] += gradient[at] ** 2;
        parameters[at] -= (rate * gradient[at]) / (Math.sqrt(s[at]) + EPSILON);
      }
    },
  },
  rmsprop: { ...OPTIMIZERS.rmsprop, best: 0.01 },
  adam: { ...OPTIMIZERS.adam, best: 10 ** (-9 / 6) },
};

export const controls = [
  {
    name: "times",
    label: "rate, times the best one",
    values: [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4],
    value: 1,
    format: (times) => `× ${times}`,
  },
  { name: "steps", label: "steps", values: range(0, STEPS, 1), value: STEPS },
];
export const plays = "steps";

export function model({ times, steps }) {
  return Object.entries(RACERS).map(([name, racer]) => {
    const path = walk(racer, racer.best * times, steps);
    const left = Math.hypot(...path.at(-1)) / Math.hypot(...START);
    return { name, label: racer.label, path, left };
  });
}

function walk({ keeps, step }, rate, steps) {
  const parameters = [...START];
  const memory = keeps.map(() => START.map(() => 0));
  const path = [START];
  for (let t = 1; t <= steps; t += 1) {
    const gradient = parameters.map((parameter, at) => CURVATURES[at] * parameter);
    step(parameters, gradient, rate, memory, t);
    path.push([...parameters]);
  }
  return path;
}

export function draw(drawing, racers) {
  racers.forEach(({ name, path }, panel) => {
    drawing.line(name, panel, path);
    drawing.dots(name, panel, path);
  });
}

export function say(racers) {
  const parts = racers.map(({ label, left }) => `${label} ${percent(left)}`);
  return `Distance left after ${racers[0].path.length - 1} steps: ${parts.join(", ")}.`;
}

function percent(left) {
  if (!(left <= 10)) return "off the map";
  return left < 0.001 ? "under 0.1%" : `${fixed(1)(100 * left)}%`;
}
