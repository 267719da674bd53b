// The picture of the home page. The build drew it (src/guide/chapters/home/figures.py); here its wires,
// numbers, cells, answers and line are found by their order and colors, and redrawn.
import { forward, loss, said, START, STEPS, trained } from "./network.js";

const LEAST = -0.4; // of either input on the map
const LARGEST = 1.4;
const HIGHEST = 2; // of the losses that the line has room for
const POINTS = 120; // of the line
const WRONG = 3.5; // px, the ring around a wrong answer
const NUMBER = /^[+−]?\d\.\d$/;

export function partsOf(svg) {
  const painted = (tag, paint, ...tokens) => [
    ...svg.querySelectorAll(tokens.map((token) => `${tag}[${paint}*="--nn-${token},"]`).join()),
  ];
  const texts = (pattern) =>
    [...svg.querySelectorAll("text")].filter((text) => pattern.test(text.textContent));
  const cells = painted("use", "fill", "positive", "negative");
  const side = Math.sqrt(cells.length);
  const middle = (at) => LEAST + ((LARGEST - LEAST) * (at + 0.5)) / side;
  const [line] = painted("path", "stroke", "series-1");
  return {
    wires: painted("path", "stroke", "positive", "negative"),
    numbers: texts(NUMBER),
    cells: cells.map((cell, at) => ({
      cell,
      inputs: [middle(at % side), middle(Math.floor(at / side))],
    })),
    rings: painted("use", "stroke", "ink"),
    said: texts(/^(yes|no)$/).filter((_, at) => at % 2), // the right answer stands before each
    line,
    place: placing(line),
    end: texts(/^400$/)[0],
  };
}

// Returns the function that turns a share of the steps and a loss into a point of the panel. Which
// losses the ends of the drawn line stand for is known; each of its points is seen from the last.
function placing(line) {
  const numbers = line.getAttribute("d").match(/-?\d*\.?\d+/g).map(Number);
  const total = (from) => numbers.filter((_, at) => at % 2 === from).reduce((a, b) => a + b);
  const [left, top, right, bottom] = [numbers[0], numbers[1], total(0), total(1)];
  const first = loss(START);
  const perLoss = (bottom - top) / (loss(trained(START, STEPS)) - first);
  return (share, value) => {
    const x = left + share * (right - left);
    const y = top + (Math.min(value, HIGHEST) - first) * perLoss;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
}

// Shows a network, its losses so far, and up to which step the line has room.
export function redraw(parts, { network, activation, losses, room }) {
  const weights = [...network.hidden.flat(), ...network.output];
  const biases = [...network.hiddenBias, network.outputBias];
  parts.wires.forEach((wire, at) => drawWire(wire, weights[at]));
  parts.numbers.forEach((text, at) => (text.textContent = signedText([...weights, ...biases][at])));
  for (const { cell, inputs } of parts.cells) {
    const { answer } = forward(network, inputs, activation);
    cell.setAttribute("fill", tone(answer));
    cell.setAttribute("fill-opacity", Math.abs(answer).toFixed(2));
  }
  said(network, activation).forEach(({ yes, isRight }, at) => {
    parts.said[at].textContent = yes ? "yes" : "no";
    parts.rings[at].setAttribute("stroke-width", isRight ? 1 : WRONG);
  });
  parts.line.setAttribute("d", lineOf(losses, room, parts.place));
  parts.end.textContent = room.toLocaleString("en-US");
}

function lineOf(losses, room, place) {
  const every = Math.max(1, Math.floor(losses.length / POINTS));
  const shown = losses.map((_, at) => at).filter((at) => at % every === 0);
  if (shown.at(-1) < losses.length - 1) shown.push(losses.length - 1);
  return `M${shown.map((at) => place(at / room, losses[at])).join("L")}`;
}

function drawWire(wire, weight) {
  const width = 1 + 1.5 * Math.min(Math.abs(weight), 6);
  wire.setAttribute("stroke", tone(weight));
  wire.setAttribute("stroke-width", width.toFixed(2));
  if (weight < 0) wire.setAttribute("stroke-dasharray", `${2 * width},${width}`);
  else wire.removeAttribute("stroke-dasharray");
}

const tone = (value) => `var(--nn-${value < 0 ? "negative" : "positive"})`;

function signedText(value) {
  const size = Math.abs(value);
  const text = size < 1000 ? size.toFixed(size < 99.95 ? 1 : 0) : size.toExponential(0);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
