// What the playground calls things: numbers, layers, neurons, edges, examples.
import { ACTIVATIONS } from "../net/activations.js";
import { FEATURES } from "./choices.js";

export const SLOPE = "δ "; // stands before the slope of the loss by a sum
const MINUS = "−";

// A number of two digits at least, with a true minus sign; what is no number says so, and so does
// null, which stands for a measure that is no finite number.
export function numberText(value) {
  if (value === null) return "past all bounds";
  if (Number.isNaN(value)) return "not a number";
  const size = Math.abs(value);
  if (size === Infinity) return value < 0 ? `${MINUS}∞` : "∞";
  const text = sizeText(size);
  return value < 0 && Number.parseFloat(text) !== 0 ? MINUS + text : text;
}

function sizeText(size) {
  if (size === 0) return "0";
  if (size >= 1e5 || size < 5e-4) return exponentText(size);
  return size.toFixed(size < 0.00995 ? 4 : size < 0.0995 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
function exponentText(size) {
  const [digits, exponent] = size.toExponential(1).split("e");
  const raised = [...exponent].map((digit) => (digit === "-" ? "⁻" : (RAISED[digit] ?? "")));
  return `${digits}·10${raised.join("")}`;
}

// The same with its sign, as terms of a sum and biases have it.
export function signedText(value) {
  const text = numberText(value);
  return value > 0 && Number.isFinite(value) ? `+${text}` : text;
}

// Of about five characters, where there is no room for more.
export function shortText(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "?" : numberText(value);
  const size = Math.abs(value);
  const text =
    size >= 1e5
      ? exponentText(size)
      : size.toFixed(size < 0.0995 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  if (Number.parseFloat(text) === 0) return "0";
  return value < 0 ? MINUS + text : text;
}

// In a product, a negative factor stands in parentheses.
export const factorText = (value) => (value < 0 ? `(${numberText(value)})` : numberText(value));

// What a field for typing shows: enough digits to see a change, none too many.
export const fieldText = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "");

export function layerName({ network }, layer) {
  if (layer < 0) return "inputs";
  if (layer === network.layers.length - 1) return "output layer";
  return `hidden layer ${layer + 1}`;
}

export const inputLabel = ({ choices }, input) =>
  choices.dataset === "sine" ? "x" : FEATURES[choices.features[input]].label;

// Short, where a neuron is an input of another one.
export function unitLabel(session, layer, unit) {
  if (layer < 0) return inputLabel(session, unit);
  const { layers } = session.network;
  if (layer < layers.length - 1) return `unit ${unit + 1}`;
  if (layers[layer].units === 1) return "output";
  return session.task.classes > 2 || session.choices.loss === "ce" ? `class ${unit}` : `output ${unit + 1}`;
}

// In full, as headings and screen readers have it.
export function neuronName(session, layer, unit) {
  if (layer < 0) return `Input ${inputLabel(session, unit)}`;
  const { layers } = session.network;
  if (layer < layers.length - 1) return `Hidden layer ${layer + 1}, unit ${unit + 1}`;
  return layers[layer].units === 1 ? "Output" : `Output for ${unitLabel(session, layer, unit)}`;
}

export const edgeName = (session, { layer, unit, input }) =>
  `weight from ${unitLabel(session, layer - 1, input)} to ${lowered(neuronName(session, layer, unit))}`;

export const activationLabel = (activation) => ACTIVATIONS[activation].label;

export const lowered = (text) => text[0].toLowerCase() + text.slice(1);
export const raised = (text) => text[0].toUpperCase() + text.slice(1);

// "Example 7 of 160: (0.31, −0.72), class 1"
export function exampleName({ task }, row) {
  return `Example ${row + 1} of ${task.train.count}: ${pointText(task.train, row)}, ${targetText(task, row)}`;
}

export function pointText({ points, count }, row) {
  const width = points.length / count;
  const numbers = [...points.subarray(row * width, (row + 1) * width)].map(numberText);
  return width === 1 ? `x = ${numbers[0]}` : `(${numbers.join(", ")})`;
}

export const targetText = ({ classes, train }, row) =>
  classes ? `class ${train.labels[row]}` : `target ${numberText(train.labels[row])}`;
