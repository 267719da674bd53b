// States of the playground and texts, drawn from a seed: sound ones, strange ones, spoiled ones.
import { Generator } from "../../docs/javascripts/net/random.js";
import {
  FEATURES,
  HIDDEN_ACTIVATIONS,
  KNOWN,
  LIMITS,
  MOST_POINTS,
  parameterCountOf,
  sizesOf,
  START,
} from "../../docs/javascripts/play/choices.js";
import { settled } from "../../docs/javascripts/play/settled.js";
import { RACED } from "../../docs/javascripts/play/view.js";

// Where it runs, a test sees it.
const ATTACK = "globalThis.attacked = true";
export const STRANGE = [
  ...[NaN, Infinity, -Infinity, -0, 0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 32, 2 ** 53],
  ...["", " ", "NaN", "tanh", "__proto__", "constructor", "toString", "💥", "\0", "\ud800"],
  ...[
    `');${ATTACK};('`,
    `"]\n${ATTACK}\n#`,
    `<img src=x onerror="${ATTACK}">`,
    `javascript:${ATTACK}`,
    "x".repeat(5000),
  ],
  ...[null, undefined, true, false, 10n, Symbol("s"), () => 1, new Date(NaN), /x/, new Map()],
  ...[
    [],
    {},
    [[]],
    [null],
    [NaN],
    [1, "2"],
    new Float64Array([1, NaN]),
    JSON.parse('{"__proto__": {"units": 3}}'),
  ],
];

const generator = new Generator(2026);
export const upTo = (count) => Math.floor(count * generator.random());
export const oneOf = (values) => values[upTo(values.length)];
export const chance = (share) => generator.random() < share;
export const many = (most, draw) => Array.from({ length: upTo(most + 1) }, draw);
export const text = (letters, most) => many(most, () => oneOf(letters)).join("");

export function strange(depth = 0) {
  if (depth < 3 && chance(0.1)) return many(5, () => strange(depth + 1));
  if (depth < 3 && chance(0.1))
    return {
      units: strange(depth + 1),
      [String(oneOf(["activation", "length", "then"]))]: strange(depth + 1),
    };
  return oneOf(STRANGE);
}

const number = ({ least, most, isWhole }) => {
  const value = least + (most - least) * generator.random() ** 3;
  return isWhole ? Math.round(value) : value;
};
const ODD = [-1, 1.5, 4, 1e7, NaN, null, "1", [0]]; // in the place of a number
const oddOneOut = (numbers, share) => {
  if (chance(share)) numbers[upTo(numbers.length)] = oneOf(ODD);
  return numbers;
};
const point = () => {
  const place = [3 * generator.standardNormal(), 10 ** (12 * generator.random() - 6)];
  return oddOneOut([...place, upTo(4)], 0.003);
};
const SOUND = {
  features: () => Object.keys(FEATURES).filter(() => chance(0.5)),
  standardize: () => chance(0.5),
  hidden: () => many(6, () => ({ units: 1 + upTo(8), activation: oneOf(HIDDEN_ACTIVATIONS) })),
  points: () => (chance(0.5) ? null : many(oneOf([3, 3, 40, 40, 500]), point)),
  parameters: () => (chance(0.7) ? null : many(60, () => generator.standardNormal())),
  rate: () => 10 ** (6 * generator.random() - 3),
};

function sound(name) {
  if (name in SOUND) return SOUND[name]();
  return name in KNOWN ? oneOf(Object.keys(KNOWN[name])) : number(LIMITS[name]);
}

// Choices that are sound but for some.
export function state() {
  const oddShare = oneOf([0, 0.05, 0.5]);
  const names = Object.keys(START).filter(() => chance(0.8));
  return Object.fromEntries(
    names.map((name) => [name, chance(oddShare) ? strange() : sound(name)]),
  );
}

// Weights for sound choices, some of them so large that numbers run away.
export function weighted(choices) {
  const size = oneOf([1, 1e160]);
  const parameters = Array.from(
    { length: parameterCountOf(choices) },
    () => size * generator.standardNormal(),
  );
  return { ...choices, parameters: oddOneOut(parameters, 0.2) };
}

// One letter or a few are lost, added, or turned into others.
export function spoiled(original, letters) {
  const at = upTo(original.length + 1);
  return original.slice(0, at) + text(letters, 3) + original.slice(at + upTo(4));
}

// What may be seen of a network with these choices.
export function view(choices) {
  const sizes = sizesOf(choices);
  const layer = upTo(sizes.length) - 1;
  const selected = { layer, unit: upTo(sizes[layer + 1]) };
  if (layer >= 0 && chance(0.5)) selected.input = upTo(sizes[layer]);
  return {
    raced: chance(0.5) ? raced(choices) : null,
    selected: chance(0.7) ? selected : null,
    example: upTo(MOST_POINTS),
  };
}

// A race that these choices can run; null where the one that was drawn cannot.
function raced(choices) {
  const name = oneOf(RACED);
  const value = settled(state()).choices[name];
  const { choices: its, notes } = settled({ ...choices, parameters: null, [name]: value });
  if (notes.length > 0 || JSON.stringify(its[name]) === JSON.stringify(choices[name])) return null;
  const isDrawn = name === "seed" || name === "initialization";
  return { [name]: its[name], ...(isDrawn ? { parameters: null } : {}) };
}
