// How the choices of the playground are written in an address, and read. What cannot be read becomes
// something that `settled` refuses.
import { START } from "./choices.js";
import { packedNumbers, packedPoints, unpackedNumbers, unpackedPoints } from "./packing.js";

// Of choices that are neither a name nor a number.
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

export const written = (name, value) =>
  name in FORMS ? FORMS[name].write(value) : String(value);

export function choiceFrom(name, text) {
  if (name in FORMS) return FORMS[name].read(text);
  if (typeof START[name] === "string") return text;
  return text.trim() === "" ? NaN : Number(text);
}

function layerFrom(text) {
  const [, units, activation] = /^(\d{1,3})([a-z_]+)$/.exec(text) ?? [];
  return { units: Number(units), activation };
}
