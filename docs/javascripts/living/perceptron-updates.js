// A perceptron that learns one lamp of two switches, one update at a time.
import { tone } from "./drawing.js";
import { nameEnds } from "./labels.js";
import { fixed, range } from "./numbers.js";
import { drawCut } from "./plane.js";

const MOST = 16; // updates; XOR would go on forever
const ROWS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const LAMPS = {
  and: { label: "AND", lit: [0, 0, 0, 1] },
  or: { label: "OR", lit: [0, 1, 1, 1] },
  nand: { label: "NAND", lit: [1, 1, 1, 0] },
  xor: { label: "XOR", lit: [0, 1, 1, 0] },
};
const PARAMETERS = ["w1", "w2", "b"];

export const controls = [
  {
    name: "lamp",
    label: "lamp to learn",
    options: Object.fromEntries(Object.entries(LAMPS).map(([name, { label }]) => [name, label])),
    value: "and",
  },
  { name: "updates", label: "updates", values: range(0, MOST, 1), value: 5 },
];
export const plays = "updates";

const isYes = ([w1, w2, b], [x1, x2]) => w1 * x1 + w2 * x2 + b >= 0;

// Learns row by row from weights and bias 0, and returns them after each update, and the rows that
// called for it.
export function learned(lit) {
  const course = [[0, 0, 0]];
  const rows = [];
  for (let quiet = 0, turn = 0; quiet < ROWS.length && rows.length < MOST; turn += 1) {
    const row = turn % ROWS.length;
    const parameters = course.at(-1);
    const error = lit[row] - (isYes(parameters, ROWS[row]) ? 1 : 0);
    quiet = error ? 0 : quiet + 1;
    if (!error) continue;
    course.push([...ROWS[row], 1].map((x, at) => parameters[at] + error * x));
    rows.push({ row, error });
  }
  return { course, rows };
}

export function model({ lamp, updates }) {
  const { label, lit } = LAMPS[lamp];
  const { course, rows } = learned(lit);
  const made = Math.min(updates, rows.length);
  const parameters = course[made];
  const wrong = ROWS.filter((row, at) => isYes(parameters, row) !== Boolean(lit[at]));
  return { label, lit, course, made, last: rows[made - 1], parameters, wrong };
}

export function draw(drawing, { lit, course, made, parameters, wrong }) {
  drawCut(drawing, 0, { weights: parameters.slice(0, 2), bias: parameters[2] });
  lit.forEach((isLit, at) => {
    const stroke = tone(isLit ? "positive" : "negative");
    drawing.paint(`corner-${at}`, { stroke, fill: isLit ? stroke : tone("ground") });
  });
  drawing.dots("wrong", 0, wrong);
  const named = {};
  PARAMETERS.forEach((name, at) => {
    const line = course.map((all, update) => [update, all[at]]);
    drawing.line(name, 1, line);
    drawing.dots(`${name}-now`, 1, [line[made]]);
    named[`${name}-name`] = line;
  });
  nameEnds(drawing, 1, named);
  drawing.line("now", 1, [
    [made, -4.3],
    [made, 3.3],
  ]);
}

export function say({ label, made, last, parameters, wrong }) {
  const [w1, w2, b] = parameters.map(fixed(0));
  const now = `Weights (${w1}, ${w2}), bias ${b}; ${wrong.length} of 4 answers wrong.`;
  if (!made) return `${label}, before the first update. ${now}`;
  const [x1, x2] = ROWS[last.row];
  const sign = last.error > 0 ? "added to" : "taken from";
  return `Update ${made}: row ${x1} ${x2} was wrong, so it is ${sign} the weights. ${now}`;
}
