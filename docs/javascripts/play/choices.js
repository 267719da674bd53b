// What can be chosen in the playground, and what fits together. A set of choices is a plain object
// like START; `settled` turns any object, from an address or a lesson, into one that holds together,
// and says what it had to change.
import { ACTIVATIONS } from "../net/activations.js";
import { DATASETS } from "../net/data.js";
import { INITIALIZATIONS } from "../net/initializations.js";
import { LOSSES } from "../net/losses.js";
import { OPTIMIZERS } from "../net/optimizers.js";

export const MOST_HIDDEN_LAYERS = 6;
export const MOST_UNITS = 8;
export const MOST_POINTS = 500;

// What a network may be given of a point in the plane.
export const FEATURES = {
  x1: { label: "x₁", python: "x1", of: (a) => a },
  x2: { label: "x₂", python: "x2", of: (a, b) => b },
  x1_squared: { label: "x₁²", python: "x1**2", of: (a) => a * a },
  x2_squared: { label: "x₂²", python: "x2**2", of: (a, b) => b * b },
  product: { label: "x₁x₂", python: "x1 * x2", of: (a, b) => a * b },
  sin_x1: { label: "sin x₁", python: "np.sin(x1)", of: (a) => Math.sin(a) },
  sin_x2: { label: "sin x₂", python: "np.sin(x2)", of: (a, b) => Math.sin(b) },
};

export const PENALTIES = {
  none: { label: "none" },
  l1: { label: "L1", python: "nn.L1" },
  l2: { label: "L2", python: "nn.L2" },
};

// For the losses that take any output; a cross-entropy brings its own.
export const OUTPUTS = ["linear", "sigmoid", "tanh"];

export const START = {
  dataset: "circles",
  examples: 200,
  noise: 0.1,
  classes: 3, // of blobs
  points: null, // rows of [x1, x2, label], where the reader drew or pasted them
  held: 0.2, // the share that is held out for validation
  dataSeed: 1,
  features: ["x1", "x2"],
  hidden: [{ units: 4, activation: "tanh" }],
  output: "linear",
  loss: "bce",
  optimizer: "sgd",
  rate: 0.3,
  batchSize: 10, // 0 for all at once
  penalty: "none",
  strength: 0.001,
  dropout: 0,
  initialization: "usual",
  seed: 1,
  parameters: null, // where training starts, if not from what the initialization draws
  stopEpochs: 0, // when to stop by itself: after so many epochs, 0 for never
  stopLoss: 0, // at a training loss of at most so much, 0 for never
};

// The number of classes, 0 for regression.
export function classesOf({ dataset, classes, points }) {
  if (dataset === "points") return Math.max(2, ...points.map(([, , label]) => label + 1));
  if (dataset === "blobs") return classes;
  return dataset === "plane" || dataset === "sine" ? 0 : 2;
}

// What the loss can be for the data.
export function lossesFor(choices) {
  const classes = classesOf(choices);
  if (classes === 0) return ["mse"];
  return classes === 2 ? ["bce", "mse", "ce"] : ["ce", "mse"];
}

// How many outputs there are.
export function outputsOf(choices) {
  const classes = classesOf(choices);
  if (choices.loss === "ce") return classes;
  return classes > 2 ? classes : 1;
}

// How many of each layer, from the inputs on.
export function sizesOf(choices) {
  const inputs = choices.dataset === "sine" ? 1 : choices.features.length;
  return [inputs, ...choices.hidden.map(({ units }) => units), outputsOf(choices)];
}

// What names are known, for each choice that is a name.
export const NAMES = {
  dataset: [...Object.keys(DATASETS), "points"],
  loss: Object.keys(LOSSES),
  optimizer: Object.keys(OPTIMIZERS),
  penalty: Object.keys(PENALTIES),
  initialization: Object.keys(INITIALIZATIONS),
  output: OUTPUTS,
};
export const HIDDEN_ACTIVATIONS = Object.keys(ACTIVATIONS);
