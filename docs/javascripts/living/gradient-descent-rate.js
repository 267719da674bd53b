// Gradient descent on the bowl of one example, at a learning rate of the reader's choice.
import { fixed, range } from "./numbers.js";

const HOURS = 2; // one example: two hours of light
const CENTS = 6; // cost six cents
const BOTTOM = CENTS / HOURS;
const STEPS = 20;

export const controls = [
  { name: "rate", label: "learning rate", values: range(0.01, 0.56, 0.01), value: 0.45, format: fixed(2) },
  { name: "steps", label: "steps", values: range(0, STEPS, 1), value: STEPS },
];
export const plays = "steps";

const loss = (w) => (HOURS * w - CENTS) ** 2 / 2;
const slope = (w) => HOURS * (HOURS * w - CENTS);

export function model({ rate, steps }) {
  const walk = [0];
  for (let step = 0; step < steps; step += 1) walk.push(walk[step] - rate * slope(walk[step]));
  return { rate, walk, factor: 1 - rate * HOURS ** 2, away: walk.map((w) => Math.abs(w - BOTTOM)) };
}

export function draw(drawing, { walk, away }) {
  const places = walk.map((w) => [w, loss(w)]);
  const distances = away.map((distance, step) => [step, distance]);
  drawing.line("walk", 0, places);
  drawing.dots("walk", 0, places);
  drawing.line("distance", 1, distances);
  drawing.dots("distance", 1, distances);
}

export function say({ walk, factor, away }) {
  const left = away.at(-1);
  const distance = left < 0.001 && left > 0 ? "less than 0.001" : fixed(3)(left);
  return `Each step multiplies the distance from the bottom by ${fixed(2)(factor)}. After ${walk.length - 1} steps it is ${distance}.`;
}
