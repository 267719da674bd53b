// What the network answers everywhere, painted: the color of the class it says, the fainter the less
// sure it is; for numbers, blue above 0 and orange below.
import { answers } from "../net/losses.js";
import { classOf } from "../net/metrics.js";
import { colorOf, onColorsChange, paintValues } from "./tones.js";

const DEEPEST = 0.62; // how much of a class's color covers the ground, so that points stand out
const FAINTEST = 0.06;

let colors = null;

export function paintAnswers(canvas, field, session) {
  const outputs = field.layers.at(-1);
  const { choices, network, task, threshold } = session;
  const { units, activation } = network.layers.at(-1);
  if (task.classes === 0) return paintValues(canvas, field, outputs, 0, 1, activation);
  if (canvas.width !== field.columns) Object.assign(canvas, { width: field.columns, height: field.rows });
  const context = canvas.getContext("2d");
  const image = context.createImageData(field.columns, field.rows);
  const said = answers(choices.loss, outputs.slice(), units);
  for (let at = 0; at < field.count; at += 1) {
    const label = classOf(outputs, at * units, units, threshold);
    const sureness = surenessOf(shareOf(said, at * units, units, label), units);
    image.data.set(classColors()[label], 4 * at);
    image.data[4 * at + 3] = 255 * (FAINTEST + (DEEPEST - FAINTEST) * sureness);
  }
  return context.putImageData(image, 0, 0);
}

// How much of a row of answers a class has. A single answer is that of class 1.
function shareOf(said, from, units, label) {
  if (units > 1) return said[from + label];
  return label === 1 ? said[from] : 1 - said[from];
}

// From 0, where all classes are alike, to 1; what is no number is not sure.
function surenessOf(share, units) {
  const even = 1 / Math.max(units, 2);
  const sureness = (share - even) / (1 - even);
  return sureness > 0 ? Math.min(sureness, 1) : 0;
}

// What the network says of one point, in words.
export function answerText(session, outputs, say) {
  const { choices, task, threshold } = session;
  if (!outputs.every(Number.isFinite)) return "the network's numbers are past all bounds";
  const said = answers(choices.loss, [...outputs]);
  if (task.classes === 0) return `answer ${say(said[0])}`;
  const label = classOf(outputs, 0, outputs.length, threshold);
  if (choices.loss === "mse") return `class ${label}`;
  return `class ${label}, ${Math.round(100 * shareOf(said, 0, said.length, label))}% sure`;
}

function classColors() {
  colors ??= [1, 2, 3, 4].map((number) => colorOf(`--nn-class-${number}`));
  return colors;
}

onColorsChange(() => (colors = null));
