// The part of a Python script that makes the data: points, what the network is given of them, what
// it should say, and which examples are held out.
import { FEATURES } from "./choices.js";

// Data sets that `nnbyhand` makes from so many examples with so much noise.
const MADE = {
  noisy_xor: "nn.noisy_xor",
  moons: "nn.moons",
  circles: "nn.circles",
  spirals: "nn.spirals",
  blobs: "nn.blobs",
  sine: "nn.sine_wave",
};

const WIDTH = 79; // letters in a line

export function dataLines(session) {
  const { choices } = session;
  const isDrawn =
    choices.dataset !== "xor" && (choices.dataset !== "points" || session.task.validation);
  return [
    ...generatorLines(choices, isDrawn),
    "",
    ...pointLines(choices),
    ...targetLines(session),
    ...featureLines(choices),
    ...splitLines(session),
    ...scaleLines(session),
  ];
}

function generatorLines({ seed, dataSeed }, isDrawn) {
  if (!isDrawn) return [`rng = np.random.default_rng(${seed})`];
  return [
    "# The data have a seed of their own.",
    `data_rng = np.random.default_rng(${dataSeed})`,
    `rng = np.random.default_rng(${seed})`,
  ];
}

function pointLines({ dataset, examples, noise, classes, points }) {
  if (dataset === "xor") return ["data = nn.XOR", "x = data.x"];
  if (dataset === "points") {
    const rows = points.map((row) => `[${row.map(number).join(", ")}]`);
    return [...listed("points", rows), "points = np.array(points)", "x = points[:, :2]"];
  }
  if (dataset === "plane") {
    return [
      `x = data_rng.uniform(-1, 1, (${examples}, 2))`,
      "y = x.sum(axis=1, keepdims=True) / 2",
      `y = y + ${number(noise)} * data_rng.standard_normal(y.shape)`,
    ];
  }
  const clouds = dataset === "blobs" ? `classes=${classes}, ` : "";
  const args = `${examples}, ${clouds}noise=${number(noise)}, rng=data_rng`;
  return [`data = ${MADE[dataset]}(${args})`, "x = data.x"];
}

// As the loss takes them: labels, one-hot rows, or a column of numbers.
function targetLines({ choices, network, task }) {
  const { dataset, loss } = choices;
  if (dataset === "plane") return [];
  const [labels, column] = {
    points: ["points[:, 2].astype(int)", "points[:, 2:]"],
    blobs: ["data.y", "data.y[:, np.newaxis]"],
  }[dataset] ?? ["data.y[:, 0].astype(int)", "data.y"];
  if (loss === "ce") return [`y = ${labels}`];
  return network.outputs > 1 ? [`y = nn.one_hot(${labels}, ${task.classes})`] : [`y = ${column}`];
}

function featureLines({ dataset, features }) {
  if (dataset === "sine" || features.join() === "x1,x2") return [];
  const columns = features.map((name) => FEATURES[name].python);
  return ["x1, x2 = x.T", `x = np.stack([${columns.join(", ")}], axis=1)`];
}

function splitLines({ task }) {
  if (!task.validation) return [];
  const { count } = task.train;
  return [
    "order = data_rng.permutation(len(x))",
    `train, held = order[:${count}], order[${count}:]`,
  ];
}

function scaleLines({ choices, task }) {
  if (!choices.standardize) return [];
  const rows = task.validation ? "x[train]" : "x";
  return [
    "# Each input gets mean 0 and standard deviation 1, as the examples to learn",
    "# from have them.",
    `x = nn.Standardizer.fit(${rows})(x)`,
  ];
}

// A number as JavaScript writes it, but for whole ones so large that Python would make no floats of
// them.
export function number(value) {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
}

export function listed(name, items) {
  const lines = [];
  for (const item of items) {
    const longer = `${lines.at(-1)} ${item},`;
    if (lines.length > 0 && longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(`    ${item},`);
  }
  return [`${name} = [`, ...lines, "]"];
}
