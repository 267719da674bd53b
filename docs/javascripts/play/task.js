// The task that the playground's choices set: points in the plane (or on the line) as the reader
// sees them, what the network is given of them, and what it should say.
import { DATASETS, split } from "../net/data.js";
import { Generator } from "../net/random.js";
import { measuredScale, standardized } from "../net/scaling.js";
import { classesOf, FEATURES, heldOf, outputsOf, sizesOf } from "./choices.js";

// Both parts, of which `validation` may be null, are { points, inputs, x, y, labels, count }: points
// flat, as they are drawn, with `inputs` numbers each; x what the network is given; y what its loss
// takes; labels the classes, or the heights to predict.
export function taskOf(choices) {
  const generator = new Generator(choices.dataSeed);
  const made =
    choices.dataset === "points"
      ? ownData(choices)
      : DATASETS[choices.dataset].make(choices, generator);
  const { train, validation } = split(made, heldOf(choices), generator);
  const given = featured(train.x, train.count, choices);
  const scale = choices.standardize ? measuredScale(given, train.count, sizesOf(choices)[0]) : null;
  const part = ({ x, y, count }) => ({
    points: x,
    inputs: made.inputs,
    x: inputsFor(x, count, choices, scale),
    y: targets(y, choices),
    labels: y,
    count,
  });
  return {
    classes: made.classes,
    scale,
    train: part(train),
    validation: validation && part(validation),
  };
}

// The network's inputs for flat rows of points.
export function inputsFor(points, count, choices, scale) {
  const given = featured(points, count, choices);
  return scale ? standardized(given, scale) : given;
}

function featured(points, count, { features, dataset }) {
  if (dataset === "sine") return points;
  const given = features.map((name) => FEATURES[name].of);
  const x = new Float64Array(count * given.length);
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [points[2 * at], points[2 * at + 1]];
    given.forEach((of, index) => (x[at * given.length + index] = of(a, b)));
  }
  return x;
}

// Squared errors of more than two classes are taken of one-hot rows.
function targets(labels, choices) {
  const outputs = outputsOf(choices);
  if (choices.loss !== "mse" || outputs === 1) return labels;
  const rows = new Float64Array(labels.length * outputs);
  labels.forEach((label, at) => (rows[at * outputs + label] = 1));
  return rows;
}

// Points that the reader drew or pasted.
function ownData(choices) {
  const { points } = choices;
  return {
    x: Float64Array.from(points.flatMap(([a, b]) => [a, b])),
    y: Float64Array.from(points, ([, , label]) => label),
    count: points.length,
    inputs: 2,
    classes: classesOf(choices),
  };
}
