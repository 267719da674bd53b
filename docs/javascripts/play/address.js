// The playground's choices as the end of an address, such as #v=1&dataset=moons&hidden=4tanh,2relu,
// and back. It names only what differs from the usual start.
import { START } from "./choices.js";
import { packedNumbers, packedPoints, unpackedNumbers, unpackedPoints } from "./packing.js";
import { settled } from "./settled.js";

const VERSION = "1";
const LONGEST = 50_000; // letters: 500 points and the largest network need a quarter of it

// How choices are written that are neither a name nor a number, and read: into something that
// `settled` refuses, where they cannot be.
const FORMS = {
  features: { write: (names) => names.join(","), read: (text) => text.split(",") },
  standardize: {
    write: String,
    read: (text) => (text === "true" ? true : text === "false" ? false : text),
  },
  hidden: {
    write: (layers) =>
      layers.map(({ units, activation }) => units + activation).join(",") || "none",
    read: (text) => (text === "none" ? [] : text.split(",").map(layerFrom)),
  },
  points: {
    write: (points) => points && packedPoints(points),
    read: (text) => unpackedPoints(text) ?? text,
  },
  parameters: {
    write: (numbers) => numbers && packedNumbers(numbers),
    read: (text) => unpackedNumbers(text) ?? text,
  },
};

export function toAddress(choices) {
  const written = (name, value) => (name in FORMS ? FORMS[name].write(value) : String(value));
  const parts = Object.keys(START)
    .filter((name) => written(name, choices[name]) !== written(name, START[name]))
    .map((name) => `${name}=${written(name, choices[name])}`);
  return `#${[`v=${VERSION}`, ...parts].join("&")}`;
}

// Returns { choices, notes }: for an address that says nothing of choices, or nothing that can be
// read, the usual start.
export function fromAddress(hash) {
  const text = typeof hash === "string" ? hash.replace(/^#/, "") : "";
  if (!text.includes("=")) return settled({}); // none, or the name of a heading
  if (text.length > LONGEST) return refused("is too long to be read");
  const parts = new URLSearchParams(text);
  if (parts.get("v") !== VERSION) return refused("is of no version that this page knows");
  const { choices, notes } = settled(choicesFrom(parts));
  const isStrange = [...parts.keys()].some((name) => name !== "v" && !Object.hasOwn(START, name));
  if (isStrange) notes.push("Some of this address means nothing here and is left out.");
  return { choices, notes };
}

function choicesFrom(parts) {
  const names = Object.keys(START).filter((name) => parts.has(name));
  return Object.fromEntries(names.map((name) => [name, choiceFrom(name, parts.get(name))]));
}

function choiceFrom(name, text) {
  if (name in FORMS) return FORMS[name].read(text);
  if (typeof START[name] === "string") return text;
  return text.trim() === "" ? NaN : Number(text);
}

function layerFrom(text) {
  const [, units, activation] = /^(\d{1,3})([a-z_]+)$/.exec(text) ?? [];
  return { units: Number(units), activation };
}

function refused(why) {
  return { ...settled({}), notes: [`This address ${why}: here is the usual start.`] };
}
