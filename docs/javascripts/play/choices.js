// What can be chosen in the playground, and what fits together. A set of choices is a plain object
// like START.
import { ACTIVATIONS } from "../net/activations.js";
import { DATASETS } from "../net/data.js";
import { INITIALIZATIONS } from "../net/initializations.js";
import { LOSSES } from "../net/losses.js";
import { OPTIMIZERS } from "../net/optimizers.js";

export const MOST_HIDDEN_LAYERS = 6;
export const MOST_UNITS = 8;
export const MOST_POINTS = 500;
export const MOST_CLASSES = 4;
export const FARTHEST = 1e6; // a coordinate of a point

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
  standardize: false, // whether inputs get mean 0 and standard deviation 1
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

// What is known, for each choice that is a name; each entry has a label for readers.
export const KNOWN = {
  dataset: { ...DATASETS, points: { label: "own points" } },
  loss: LOSSES,
  optimizer: OPTIMIZERS,
  penalty: PENALTIES,
  initialization: INITIALIZATIONS,
  output: Object.fromEntries(OUTPUTS.map((name) => [name, ACTIVATIONS[name]])),
};
export const HIDDEN_ACTIVATIONS = Object.keys(ACTIVATIONS);

// What each of them is called in a sentence.
export const CALLED = {
  dataset: "data set",
  examples: "number of points",
  noise: "noise",
  classes: "number of classes",
  points: "points",
  held: "share for validation",
  dataSeed: "seed of the data",
  features: "inputs",
  standardize: "standardized inputs",
  hidden: "layers",
  output: "output activation",
  loss: "loss",
  optimizer: "optimizer",
  rate: "learning rate",
  batchSize: "batch size",
  penalty: "penalty",
  strength: "strength of the penalty",
  dropout: "dropout",
  initialization: "initialization",
  seed: "seed",
  parameters: "weights",
  stopEpochs: "number of epochs to stop after",
  stopLoss: "loss to stop at",
};

// What range each number has, for each choice that is a number. A seed has 32 bits.
const MOST_SEED = 2 ** 32 - 1;
export const LIMITS = {
  examples: { least: 4, most: MOST_POINTS, isWhole: true },
  noise: { least: 0, most: 2 },
  classes: { least: 2, most: MOST_CLASSES, isWhole: true },
  held: { least: 0, most: 0.5 },
  dataSeed: { least: 0, most: MOST_SEED, isWhole: true },
  rate: { least: 1e-9, most: 1000 },
  batchSize: { least: 0, most: MOST_POINTS, isWhole: true },
  strength: { least: 0, most: 10 },
  dropout: { least: 0, most: 0.9 },
  seed: { least: 0, most: MOST_SEED, isWhole: true },
  stopEpochs: { least: 0, most: 1e6, isWhole: true },
  stopLoss: { least: 0, most: 1e6 },
};

// The number of classes, 0 for regression.
export function classesOf({ dataset, classes, points }) {
  if (dataset === "points") return Math.max(2, ...points.map(([, , label]) => label + 1));
  if (dataset === "blobs") return classes;
  return dataset === "plane" || dataset === "sine" ? 0 : 2;
}

// The share that is held out. Of the four rows of exclusive or, none can be missed.
export function heldOf({ dataset, held }) {
  return dataset === "xor" ? 0 : held;
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

// How many weights and biases there are.
export function parameterCountOf(choices) {
  const sizes = sizesOf(choices);
  return sizes.slice(1).reduce((sum, units, at) => sum + (sizes[at] + 1) * units, 0);
}
