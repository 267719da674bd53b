// A reader's own points from CSV text: two columns of numbers, and one that names the class.
import { FARTHEST, MOST_CLASSES, MOST_POINTS } from "./choices.js";
import { tableOf, Unreadable } from "./csv-table.js";
import { keptDigits } from "./packing.js";

const COLUMNS = 3;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NEAR = 6; // the points that this page makes lie nearer to 0 than that
const WIDE = 0.1; // and farther apart than that

// Returns { points, standardize, classes, notes }: rows of [x1, x2, label], whether their numbers
// call for standardized inputs, what the classes are called; or { error }.
export function pointsFromCsv(text) {
  try {
    return read(tableOf(text));
  } catch (error) {
    if (error instanceof Unreadable) return { error: error.message };
    throw error;
  }
}

function read({ delimiter, rows }) {
  if (rows.length === 0)
    throw new Unreadable("Line 1: there is nothing. Write two numbers and a class in each line.");
  rows.slice(0, MOST_POINTS + 1).forEach(requireColumns);
  const table = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => withPoint(cell, delimiter)),
  }));
  const column = classColumn(table[1] ?? table[0]);
  const hasHeader = numberCells(table[0], column).every((cell) => !NUMBER.test(cell));
  const body = hasHeader ? table.slice(1) : table;
  if (body.length === 0)
    throw new Unreadable("Line 1: a header, and nothing follows. Write the rows below it.");
  const examples = body.slice(0, MOST_POINTS).map((row) => exampleFrom(row, column));
  const classes = classesOf(examples);
  const points = examples.map(({ numbers, name }) => [
    ...numbers.map(keptDigits),
    classes.indexOf(name),
  ]);
  const standardize = needsScale(points);
  const heads = hasHeader ? rows[0].cells : null;
  const notes = notesOn({ heads, column, count: body.length, classes, standardize });
  if (
    examples.some(({ numbers }, at) => numbers.some((number, each) => number !== points[at][each]))
  ) {
    notes.push("Of each number, six digits are kept.");
  }
  return { points, standardize, classes, notes };
}

function requireColumns({ line, cells }) {
  if (cells.length === COLUMNS) return;
  const has = cells.length === 1 ? "1 column" : `${cells.length} columns`;
  throw new Unreadable(
    `Line ${line} has ${has}. Write three: two of numbers, and one for the class.`,
  );
}

// Where commas do not divide cells, one in a number is a decimal comma.
function withPoint(cell, delimiter) {
  const decimal = cell.replace(",", ".");
  return delimiter !== "," && NUMBER.test(decimal) ? decimal : cell;
}

// The one that holds words, else the last.
function classColumn({ line, cells }) {
  const words = cells.filter((cell) => !NUMBER.test(cell));
  if (words.length > 1)
    throw new Unreadable(
      `Line ${line}: “${shown(words[0])}” is no number, nor is “${shown(words[1])}”. Two of the three columns must hold numbers.`,
    );
  return words.length === 1 ? cells.indexOf(words[0]) : COLUMNS - 1;
}

const numberCells = ({ cells }, column) => cells.filter((_, at) => at !== column);

function exampleFrom(row, column) {
  const { line, cells } = row;
  const numbers = numberCells(row, column).map((cell) => numberFrom(cell, line));
  if (cells[column] === "")
    throw new Unreadable(`Line ${line} names no class. Write one, or leave the line out.`);
  return { line, numbers, name: cells[column] };
}

function numberFrom(cell, line) {
  if (!NUMBER.test(cell)) {
    const came = cell === "" ? "a number is missing" : `“${shown(cell)}” is no number`;
    throw new Unreadable(`Line ${line}: ${came}. Write one such as 1.5, or leave the line out.`);
  }
  if (Math.abs(Number(cell)) <= FARTHEST) return Number(cell);
  throw new Unreadable(
    `Line ${line}: ${shown(cell)} is farther from 0 than a million. Choose a larger unit.`,
  );
}

// The names, sorted, as numbers if all are.
function classesOf(examples) {
  const names = [];
  for (const { line, name } of examples) {
    if (!names.includes(name)) names.push(name);
    if (names.length > MOST_CLASSES) {
      throw new Unreadable(
        `Line ${line}: “${shown(name)}” is one class too many. This page tells 2 to ${MOST_CLASSES} apart.`,
      );
    }
  }
  if (names.length === 1) {
    throw new Unreadable(
      `Line ${examples[0].line} and all others name one class, “${shown(names[0])}”. Two are the fewest to tell apart.`,
    );
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

function notesOn({ heads, column, count, classes, standardize }) {
  const notes = [];
  if (heads) {
    const [first, second] = numberCells({ cells: heads }, column).map(shown);
    notes.push(
      `The inputs are “${first}” and “${second}”; the class is “${shown(heads[column])}”.`,
    );
  }
  if (classes.some((name, label) => name !== `${label}`)) {
    notes.push(
      `The classes are ${classes.map((name, label) => `${label} for “${shown(name)}”`).join(", ")}.`,
    );
  }
  if (count > MOST_POINTS) notes.push(`Of ${count} rows, the first ${MOST_POINTS} are taken.`);
  if (standardize) {
    notes.push(
      "The inputs are standardized: on the examples to learn from, each gets mean 0 and standard deviation 1.",
    );
  }
  return notes;
}

const shown = (text) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
