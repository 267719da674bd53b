// A walk of mini-batch gradient descent over the bills for light, with scaled hours. The draws are
// those of src/guide/chapters/gradient_descent/experiments/bills.py.
import { Generator } from "../net/random.js";
import { fixed, range } from "./numbers.js";

const NIGHTS = 64;
const STEPS = 48;
const [PRICE, CHARGE, SCATTER] = [3, 10, 2];

const random = new Generator(0);
const drawn = (draw) => Array.from({ length: NIGHTS }, draw);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const hours = drawn(() => random.uniform(0, 10));
const cents = hours.map((each) => PRICE * each + CHARGE + SCATTER * random.standardNormal());
const x = standardized(hours);
const BOTTOM = [mean(x.map((each, night) => each * cents[night])), mean(cents)];

export const controls = [
  { name: "batch", label: "batch size", values: [1, 2, 4, 8, 16, 32, 64], value: 4 },
  { name: "rate", label: "learning rate", values: range(0.05, 0.6, 0.05), value: 0.3, format: fixed(2) },
  { name: "steps", label: "steps", values: range(0, STEPS, 1), value: STEPS },
];
export const plays = "steps";

export function model({ batch, rate, steps }) {
  const shuffling = new Generator(1);
  const walk = [[0, 0]];
  let order = [];
  for (let step = 0; step < steps; step += 1) {
    if (!order.length) order = [...shuffling.permutation(NIGHTS)];
    const seen = order.splice(0, batch);
    const [w, b] = walk[step];
    const errors = seen.map((night) => w * x[night] + b - cents[night]);
    const slope = mean(errors.map((error, at) => error * x[seen[at]]));
    walk.push([w - rate * slope, b - rate * mean(errors)]);
  }
  return { batch, walk, away: walk.map(([w, b]) => Math.hypot(w - BOTTOM[0], b - BOTTOM[1])) };
}

export function draw(drawing, { walk, away }) {
  const distances = away.map((distance, step) => [step, distance]);
  drawing.line("walk", 0, walk);
  drawing.dots("walk", 0, walk);
  drawing.line("distance", 1, distances);
}

export function say({ batch, walk, away }) {
  const late = away.slice(-16);
  const typical = fixed(2)(Math.sqrt(mean(late.map((distance) => distance ** 2))));
  const steps = walk.length - 1;
  return `${steps} steps look at ${steps * batch} nights. Over the last ${late.length} places, the distance from the best line is ${typical}.`;
}

function standardized(values) {
  const middle = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return values.map((value) => (value - middle) / deviation);
}
