// A reader's own points from CSV text: two columns of numbers, and one that names the class.
import { FARTHEST, MOST_CLASSES, MOST_POINTS } from "./choices.js";
import { refuse, tableOf, Unreadable } from "./csv-table.js";
import { keptDigits } from "./packing.js";

const COLUMNS = 3;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NEAR = 6; // the points that this page makes lie nearer to 0 than that
const WIDE = 0.1; // and farther apart than that

// Returns { points, standardize, classes, notes }: rows of [x1, x2, label], whether their numbers
// call for standardized inputs, what the classes are called; or { error }.
export function pointsFromCsv(text) {
  try {
    return pointsFrom(tableOf(text));
  } catch (error) {
    if (error instanceof Unreadable) return { error: error.message };
    throw error;
  }
}

function pointsFrom({ delimiter, rows }) {
  if (rows.length === 0) refuse(1, "there is nothing", "Write two numbers and a class.");
  const table = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => withPoint(cell, delimiter)),
  }));
  table.slice(0, MOST_POINTS + 1).forEach(requireColumns);
  const column = classColumn(table[1] ?? table[0]);
  const hasHeader = numberCells(table[0], column).every((cell) => !NUMBER.test(cell));
  const body = hasHeader ? table.slice(1) : table;
  if (body.length === 0) refuse(1, "a header, and nothing follows", "Write the rows below it.");
  const examples = body.slice(0, MOST_POINTS).map((row) => exampleFrom(row, column));
  const classes = classesOf(examples);
  const points = examples.map(({ numbers, name }) => [
    ...numbers.map(keptDigits),
    classes.indexOf(name),
  ]);
  const standardize = needsScale(points);
  const notes = [
    ...(hasHeader ? headerNotes(rows[0].cells, column) : []),
    ...classNotes(classes),
    ...pointNotes(examples, points, body.length, standardize),
  ];
  return { points, standardize, classes, notes };
}

function requireColumns({ line, cells }) {
  if (cells.length === COLUMNS) return;
  const came = cells.length === 1 ? "1 column" : `${cells.length} columns`;
  refuse(line, came, "Write three: two of numbers, and one for the class.");
}

// Where commas do not divide cells, one in a number is a decimal comma.
function withPoint(cell, delimiter) {
  const decimal = cell.replace(",", ".");
  return delimiter !== "," && NUMBER.test(decimal) ? decimal : cell;
}

// The one that holds words, else the last.
function classColumn({ line, cells }) {
  const words = cells.filter((cell) => !NUMBER.test(cell));
  if (words.length > 1) {
    const [first, second] = words.map(shown);
    const hint = "Two of the three columns must hold numbers.";
    refuse(line, `“${first}” is no number, nor is “${second}”`, hint);
  }
  return words.length === 1 ? cells.indexOf(words[0]) : COLUMNS - 1;
}

const numberCells = ({ cells }, column) => cells.filter((_, at) => at !== column);

function exampleFrom(row, column) {
  const { line, cells } = row;
  const numbers = numberCells(row, column).map((cell) => numberFrom(cell, line));
  if (cells[column] === "") refuse(line, "no class", "Write one, or leave the line out.");
  return { line, numbers, name: cells[column] };
}

function numberFrom(cell, line) {
  if (!NUMBER.test(cell)) {
    const came = cell === "" ? "a number is missing" : `“${shown(cell)}” is no number`;
    refuse(line, came, "Write one such as 1.5, or leave the line out.");
  }
  if (Math.abs(Number(cell)) > FARTHEST) {
    refuse(line, `${shown(cell)} is farther from 0 than a million`, "Choose a larger unit.");
  }
  return Number(cell);
}

// The names, sorted, as numbers if all are.
function classesOf(examples) {
  const names = [];
  for (const { line, name } of examples) {
    if (!names.includes(name)) names.push(name);
    if (names.length > MOST_CLASSES) {
      const hint = `This page tells 2 to ${MOST_CLASSES} apart.`;
      refuse(line, `“${shown(name)}” is one class too many`, hint);
    }
  }
  if (names.length === 1) {
    const hint = "Two classes are the fewest to tell apart.";
    refuse(examples[0].line, `“${shown(names[0])}”, as in all other lines`, hint);
  }
  return names.every((name) => NUMBER.test(name)) ? names.sort((a, b) => a - b) : names.sort();
}

function needsScale(points) {
  return [0, 1].some((column) => {
    const values = points.map((point) => point[column]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return Math.max(-least, most) > NEAR || (least < most && most - least < WIDE);
  });
}

function headerNotes(cells, column) {
  const [first, second] = numberCells({ cells }, column).map(shown);
  return [`The inputs are “${first}” and “${second}”; the class is “${shown(cells[column])}”.`];
}

function classNotes(classes) {
  if (classes.every((name, label) => name === String(label))) return [];
  const named = classes.map((name, label) => `${label} for “${shown(name)}”`);
  return [`The classes are ${named.join(", ")}.`];
}

function pointNotes(examples, points, count, standardize) {
  const notes = [];
  if (count > MOST_POINTS) notes.push(`Of ${count} rows, the first ${MOST_POINTS} are taken.`);
  const isCut = ({ numbers }, at) => numbers.some((number, side) => number !== points[at][side]);
  if (examples.some(isCut)) notes.push("Of each number, six digits are kept.");
  if (standardize) {
    notes.push("The inputs are standardized: on the training examples, mean 0 and spread 1.");
  }
  return notes;
}

const shown = (text) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
