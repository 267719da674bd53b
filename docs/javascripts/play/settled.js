// Turns any object, from an address, a file or a tour, into choices that hold together, and says
// in plain words what it had to change.
import { ACTIVATIONS } from "../net/activations.js";
import {
  CALLED,
  FARTHEST,
  FEATURES,
  HIDDEN_ACTIVATIONS,
  KNOWN,
  LIMITS,
  lossesFor,
  MOST_CLASSES,
  MOST_HIDDEN_LAYERS,
  MOST_POINTS,
  MOST_UNITS,
  parameterCountOf,
  START,
} from "./choices.js";
import { keptDigits } from "./packing.js";

const SPECIAL = {
  features: featuresFrom,
  standardize: yesOrNoFrom,
  hidden: hiddenFrom,
  points: pointsFrom,
  parameters: parametersFrom,
};

export function settled(anything) {
  const notes = [];
  const given = asPlain(anything, notes);
  const choices = {};
  for (const name of Object.keys(START)) {
    const value = Object.hasOwn(given, name) ? given[name] : START[name];
    const read = SPECIAL[name] ?? (name in KNOWN ? nameFrom : numberFrom);
    choices[name] = read(value, notes, name);
  }
  makeFit(choices, notes);
  return { choices, notes };
}

// What JSON can hold of it: no function, no getter, no NaN, no endless circle.
function asPlain(anything, notes) {
  if (anything === undefined || anything === null) return {};
  let plain = null;
  try {
    const text = JSON.stringify(anything, (_, value) =>
      value instanceof Float64Array ? [...value] : value,
    );
    plain = JSON.parse(text);
  } catch {
    plain = null;
  }
  if (plain !== null && typeof plain === "object" && !Array.isArray(plain)) return plain;
  notes.push("That was no set of choices: here is the usual start.");
  return {};
}

function nameFrom(value, notes, name) {
  if (typeof value === "string" && Object.hasOwn(KNOWN[name], value)) return value;
  const usual = KNOWN[name][START[name]].label;
  notes.push(`The ${CALLED[name]} ${quoted(value)} is unknown: it is ${usual} now.`);
  return START[name];
}

function numberFrom(value, notes, name) {
  if (typeof value !== "number") {
    notes.push(`The ${CALLED[name]} could not be read: it is ${START[name]} now.`);
    return START[name];
  }
  const { least, most, isWhole } = LIMITS[name];
  const near = between(isWhole ? Math.round(value) : value, least, most);
  if (near !== value) notes.push(`The ${CALLED[name]} cannot be ${value}: it is ${near} now.`);
  return near;
}

function yesOrNoFrom(value, notes) {
  if (typeof value !== "boolean") notes.push("Inputs are standardized or not: they are not now.");
  return value === true;
}

// In one order, whatever order they came in, so that one set of inputs has one address.
function featuresFrom(value, notes) {
  const asked = Array.isArray(value) ? value : [];
  const known = Object.keys(FEATURES).filter((name) => asked.includes(name));
  if (known.length > 0 && asked.every((name) => known.includes(name))) return known;
  const kept = known.length > 0 ? known : START.features;
  const labels = kept.map((name) => FEATURES[name].label);
  notes.push(`The inputs could not be as asked: they are ${labels.join(", ")} now.`);
  return [...kept];
}

function hiddenFrom(value, notes) {
  const layers = Array.isArray(value) ? value : START.hidden;
  if (layers !== value) notes.push("The hidden layers could not be read: they are as usual now.");
  if (layers.length > MOST_HIDDEN_LAYERS) {
    notes.push(`There are at most ${MOST_HIDDEN_LAYERS} hidden layers: the others are left out.`);
  }
  return layers.slice(0, MOST_HIDDEN_LAYERS).map((layer, at) => layerFrom(layer, at + 1, notes));
}

function layerFrom(layer, number, notes) {
  const [usual] = START.hidden;
  const asked = { ...usual, ...layer };
  const units = Number.isFinite(asked.units)
    ? between(Math.round(asked.units), 1, MOST_UNITS)
    : usual.units;
  const activation = HIDDEN_ACTIVATIONS.includes(asked.activation)
    ? asked.activation
    : usual.activation;
  if (units !== layer?.units || activation !== layer?.activation) {
    const has = `${units} ${units === 1 ? "unit" : "units"} with ${ACTIVATIONS[activation].label}`;
    notes.push(`Hidden layer ${number} could not be as asked: it has ${has} now.`);
  }
  return { units, activation };
}

function pointsFrom(value, notes) {
  if (value === null) return null;
  const asked = Array.isArray(value) ? value : [value];
  const points = asked
    .filter(isPoint)
    .map(([a, b, label]) => [keptDigits(a), keptDigits(b), label]);
  const lost = asked.length - points.length;
  if (lost > 0) notes.push(`${lost} of ${asked.length} points could not be read and are left out.`);
  const { length } = points;
  if (length > MOST_POINTS) notes.push(`Of ${length} points, the first ${MOST_POINTS} are kept.`);
  return points.slice(0, MOST_POINTS);
}

function isPoint(point) {
  if (!Array.isArray(point) || point.length !== 3) return false;
  const [a, b, label] = point;
  const isNear = [a, b].every((value) => typeof value === "number" && Math.abs(value) <= FARTHEST);
  return isNear && Number.isInteger(label) && label >= 0 && label < MOST_CLASSES;
}

function parametersFrom(value, notes) {
  if (value === null) return null;
  if (Array.isArray(value) && value.every(Number.isFinite)) return [...value];
  notes.push("The weights are not all finite numbers: new ones are drawn.");
  return null;
}

// What one choice asks of another.
function makeFit(choices, notes) {
  if (choices.dataset !== "points") choices.points = null;
  else if (choices.points === null) {
    choices.dataset = START.dataset;
    const { label } = KNOWN.dataset[START.dataset];
    notes.push(`There are no points in it: the data set is ${label} now.`);
  }
  const losses = lossesFor(choices);
  if (!losses.includes(choices.loss)) {
    const [was, is] = [choices.loss, losses[0]].map((name) => KNOWN.loss[name].label);
    choices.loss = losses[0];
    notes.push(`The loss ${was} does not fit these data: it is ${is} now.`);
  }
  if (choices.parameters && choices.parameters.length !== parameterCountOf(choices)) {
    choices.parameters = null;
    notes.push("The weights do not fit these layers: new ones are drawn.");
  }
}

const between = (value, least, most) => Math.min(Math.max(value, least), most);

function quoted(value) {
  const text = typeof value === "string" ? value : typeof value;
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
}
