// The choices of a run: five that a newcomer needs, and the rest folded by subject. What concerns
// data or network begins a new run; what concerns training takes hold at once, in a new leg.
import { ACTIVATIONS } from "../net/activations.js";
import { INITIALIZATIONS } from "../net/initializations.js";
import { LOSSES } from "../net/losses.js";
import { OPTIMIZERS } from "../net/optimizers.js";
import { classesOf, FEATURES, HIDDEN_ACTIVATIONS, LIMITS, lossesFor, OUTPUTS, PENALTIES, START } from "./choices.js";
import { dataPictures } from "./data-pictures.js";
import { element } from "./elements.js";
import { choice, flag, number, pictured, range, several } from "./fields.js";

const RATES = [0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const BATCHES = [1, 2, 5, 10, 20, 50, 100, 0];
const STRENGTHS = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3];
const NOISE = { blobs: 0.5, spirals: 0.03 }; // of a data set that is chosen; 0.1 for the others
const GOES_ON = "Training goes on from the weights of now.";
const BEGINS = "A new run begins, from the same seed.";

const labels = (table, names = Object.keys(table)) => names.map((name) => [name, table[name].label]);
const share = (value) => `${Math.round(100 * value)}%`;

export function mountControls(root, app) {
  const { fields, groups } = fieldsOf(app);
  root.append(
    element("div", { class: "play-first" }, ...groups.first.map((name) => fields[name].root)),
    ...groups.folded.map(([title, names, hint]) =>
      element(
        "details",
        { class: "play-fold" },
        element("summary", {}, title),
        ...names.map((name) => fields[name].root),
        element("p", { class: "play-hint" }, hint),
      ),
    ),
  );
  return {
    show({ isFrame } = {}) {
      if (!isFrame) fill(fields, app);
    },
  };
}

function fieldsOf(app) {
  const begin = (changes, said) => {
    app.change(changes, { fresh: true });
    app.say(`${said}. ${BEGINS}`);
  };
  const goOn = (changes, said) => {
    app.change(changes);
    app.say(`${said}. ${app.session.choices.parameters ? GOES_ON : BEGINS}`);
  };
  return { fields: { ...dataFields(app, begin), ...networkFields(app, begin, goOn), ...trainingFields(goOn) }, groups: GROUPS };
}

const GROUPS = {
  first: ["dataset", "noise", "activation", "rate", "batchSize"],
  folded: [
    ["Data and features", ["examples", "classes", "held", "dataSeed", "features", "standardize"], BEGINS],
    ["Loss and output", ["loss", "output"], BEGINS],
    ["Optimizer and regularization", ["optimizer", "penalty", "strength", "dropout"], `Takes hold at once. ${GOES_ON}`],
    ["Start", ["initialization", "seed"], "A new run begins."],
    ["Stop by itself", ["stopEpochs", "stopLoss"], "0 for never. Epochs count from the last change on."],
  ],
};

function dataFields(app, begin) {
  return {
    dataset: pictured("Data", dataPictures(), (dataset) => {
      app.isDrawing = false;
      const own = app.session.choices.dataset === "points" ? { held: START.held, standardize: false } : {};
      return begin({ dataset, noise: NOISE[dataset] ?? 0.1, points: null, ...own }, "Other data");
    }),
    noise: range("Noise", { min: 0, max: 1, step: 0.05, text: (value) => value.toFixed(2) }, (noise) =>
      begin({ noise }, `Noise ${noise}`),
    ),
    examples: range("Examples", { min: 10, max: 500, step: 10 }, (examples) => begin({ examples }, `${examples} examples`)),
    classes: choice("Classes of blobs", [2, 3, 4].map((count) => [count, String(count)]), (text) =>
      begin({ classes: Number(text) }, `${text} classes`),
    ),
    held: range("Held out for validation", { min: 0, max: 0.5, step: 0.05, text: share }, (held) =>
      begin({ held }, `${share(held)} held out`),
    ),
    dataSeed: number("Seed of the data", LIMITS.dataSeed, (dataSeed) =>
      begin({ dataSeed }, "Other points"),
    ),
    features: several("What the network is given", labels(FEATURES), (features) => begin({ features }, "Other inputs")),
    standardize: flag("Standardize the inputs", (standardize) =>
      begin({ standardize }, standardize ? "Each input has mean 0 and spread 1 now" : "Inputs as they are"),
    ),
  };
}

function networkFields(app, begin, goOn) {
  return {
    activation: choice("Activation", [...labels(ACTIVATIONS, HIDDEN_ACTIVATIONS), ["mixed", "one for each layer"]], (activation) => {
      const hidden = app.session.choices.hidden.map((layer) => ({ ...layer, activation }));
      begin({ hidden }, ACTIVATIONS[activation].label);
    }),
    loss: choice("Loss", labels(LOSSES), (loss) => begin({ loss }, LOSSES[loss].label)),
    output: choice("Output", labels(ACTIVATIONS, OUTPUTS), (output) => begin({ output }, `${output} output`)),
    initialization: choice("First weights", labels(INITIALIZATIONS), (initialization) =>
      begin({ initialization }, INITIALIZATIONS[initialization].label),
    ),
    seed: number("Seed", LIMITS.seed, (seed) => begin({ seed }, `Seed ${seed}`)),
    dropout: range("Dropout", { min: 0, max: 0.8, step: 0.1, text: share }, (dropout) => goOn({ dropout }, `Dropout ${share(dropout)}`)),
  };
}

function trainingFields(goOn) {
  const numbers = (values, zero) => values.map((value) => [value, value === 0 ? zero : String(value)]);
  return {
    rate: choice("Learning rate", numbers(RATES), (text) => goOn({ rate: Number(text) }, `Learning rate ${text}`)),
    batchSize: choice("Batch size", numbers(BATCHES, "all at once"), (text) =>
      goOn({ batchSize: Number(text) }, `Batches of ${text === "0" ? "all examples" : text}`),
    ),
    optimizer: choice("Optimizer", labels(OPTIMIZERS), (optimizer) => goOn({ optimizer }, OPTIMIZERS[optimizer].label)),
    penalty: choice("Penalty", labels(PENALTIES), (penalty) => goOn({ penalty }, `Penalty: ${PENALTIES[penalty].label}`)),
    strength: choice("Its strength", numbers(STRENGTHS), (text) => goOn({ strength: Number(text) }, `Strength ${text}`)),
    stopEpochs: number("After so many epochs", LIMITS.stopEpochs, (stopEpochs) => goOn({ stopEpochs }, "Noted")),
    stopLoss: number("At a training loss of", LIMITS.stopLoss, (stopLoss) => goOn({ stopLoss }, "Noted")),
  };
}

function fill(fields, { session }) {
  const { choices } = session;
  const isMade = choices.dataset !== "points";
  const isXor = choices.dataset === "xor";
  for (const [name, field] of Object.entries(fields)) {
    if (name in choices) field.show(choices[name], isPossible(name, choices));
  }
  fields.dataset.offer("points", !isMade); // they begin with the button above the map
  const kinds = new Set(choices.hidden.map(({ activation }) => activation));
  fields.activation.offer(HIDDEN_ACTIVATIONS);
  fields.activation.show(kinds.size > 1 ? "mixed" : ([...kinds][0] ?? "tanh"), kinds.size > 0);
  fields.loss.offer(lossesFor(choices));
  fields.classes.root.hidden = choices.dataset !== "blobs";
  fields.noise.root.hidden = !isMade || isXor;
  fields.examples.root.hidden = !isMade || isXor;
}

function isPossible(name, choices) {
  if (name === "output") return choices.loss === "mse"; // a cross-entropy brings its own
  if (name === "strength") return choices.penalty !== "none";
  if (name === "dropout") return choices.hidden.length > 0;
  if (name === "features") return choices.dataset !== "sine";
  if (name === "loss") return classesOf(choices) > 0;
  return true;
}
