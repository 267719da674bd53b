// What is seen of a network beside its choices, as parts of an address and back: rival=rate,0.1 is a
// race with one whose rate is 0.1; chosen=1,2 is hidden layer 1, unit 2, and chosen=1,2,1 the weight of
// its first input; example=7 is the seventh. Layer 0 is that of the inputs.
import { MOST_POINTS, sizesOf } from "./choices.js";
import { choiceFrom, written } from "./forms.js";
import { settled } from "./settled.js";

export const START_VIEW = { raced: null, selected: null, example: 0 };
const DRAWN = ["initialization", "seed"]; // with another one, the second network draws its own weights
export const RACED = ["rate", "optimizer", "batchSize", "hidden", "penalty", "dropout", "loss", ...DRAWN];

// Where each part stands in a view, what it is read by, and what is said where it cannot be.
const PARTS = {
  rival: {
    place: "raced",
    read: racedFrom,
    note: "The race in this address cannot be run: it is left out.",
  },
  chosen: {
    place: "selected",
    read: selectedFrom,
    note: "What this address chooses is not in the network: nothing is chosen.",
  },
  example: {
    place: "example",
    read: exampleFrom,
    note: "The example in this address could not be read: it is the first now.",
  },
};
export const VIEW_PARTS = Object.keys(PARTS);

export function viewParts({ raced, selected, example }) {
  const parts = [];
  if (raced) {
    const [name] = Object.keys(raced).filter((each) => each !== "parameters");
    parts.push(`rival=${name},${written(name, raced[name])}`);
  }
  if (selected) {
    const { layer, unit, input } = selected;
    parts.push(`chosen=${[layer + 1, unit + 1, ...(input === undefined ? [] : [input + 1])]}`);
  }
  if (example > 0) parts.push(`example=${example + 1}`);
  return parts;
}

// Notes are added to those that there are.
export function viewFrom(parts, choices, notes) {
  const view = { ...START_VIEW };
  for (const [name, { place, read, note }] of Object.entries(PARTS)) {
    if (!parts.has(name)) continue;
    const found = read(parts.get(name), choices);
    if (found === null) notes.push(note);
    else view[place] = found;
  }
  return view;
}

// The choice in which the second network differs; null where it does not, or cannot be.
function racedFrom(text, choices) {
  const [, name, value] = /^(\w+),(.*)$/s.exec(text) ?? [];
  if (!RACED.includes(name)) return null;
  const its = settled({ ...choices, parameters: null, [name]: choiceFrom(name, value) });
  const isOther = written(name, its.choices[name]) !== written(name, choices[name]);
  if (its.notes.length > 0 || !isOther) return null;
  return { [name]: its.choices[name], ...(DRAWN.includes(name) ? { parameters: null } : {}) };
}

function selectedFrom(text, choices) {
  const [layer, unit, input, ...more] = numbersIn(text);
  const sizes = sizesOf(choices);
  const isThere = layer < sizes.length && unit >= 1 && unit <= sizes[layer];
  const isFed = input === undefined || (layer >= 1 && input >= 1 && input <= sizes[layer - 1]);
  if (!isThere || !isFed || more.length > 0) return null;
  return { layer: layer - 1, unit: unit - 1, ...(input === undefined ? {} : { input: input - 1 }) };
}

function exampleFrom(text) {
  const [number, ...more] = numbersIn(text);
  return number >= 1 && number <= MOST_POINTS && more.length === 0 ? number - 1 : null;
}

const numbersIn = (text) => (/^\d{1,3}(,\d{1,3})*$/.test(text) ? text.split(",").map(Number) : []);
