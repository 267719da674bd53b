// A session as a Python script that reaches the same numbers with `nnbyhand`. Its first leg draws
// weights from the seed; a later one begins with the weights that the page went on from.
import { INITIALIZATIONS } from "../net/initializations.js";
import { LOSSES } from "../net/losses.js";
import { OPTIMIZERS } from "../net/optimizers.js";
import { PENALTIES } from "./choices.js";
import { dataLines, listed, number } from "./python-data.js";

const EPOCHS = 100; // where neither the page has trained nor the reader said when to stop

export function asPython(session) {
  if (session.task.train.count === 0) return "# There are no points yet to learn from.\n";
  const parts = [
    ['"""The playground\'s network, trained by nnbyhand to the same numbers."""'],
    ["import numpy as np"],
    ["import nnbyhand as nn"],
    dataLines(session),
    [...networkLines(session), ...startLines(session)],
    trainingLines(session),
    reportLines(session),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function networkLines({ choices, network }) {
  const layers = network.layers.flatMap(({ inputs, units, activation }, at) => {
    const isLast = at === network.layers.length - 1;
    const dense = `nn.Dense(${inputs}, ${units})`;
    if (isLast) return activation === "linear" ? [dense] : [dense, `nn.${activation}`];
    const dropout = choices.dropout > 0 ? [`nn.Dropout(${number(choices.dropout)})`] : [];
    return [dense, `nn.${activation}`, ...dropout];
  });
  const { python } = INITIALIZATIONS[choices.parameters ? "zeros" : choices.initialization];
  const rule = python ? [`initialization=${python}`] : [];
  const lines = called("network = nn.Network.build", [...layers, ...rule, "rng=rng"]);
  if (!choices.parameters) return lines;
  return [
    ...lines,
    "# What the page went on from, layer by layer: the weights, row by row, and",
    "# the biases.",
    ...listed("start", choices.parameters.map(number)),
    "network = network.with_parameters(start)",
  ];
}

function trainingLines({ choices, training, task }) {
  const { loss, optimizer, rate, batchSize, penalty, strength } = choices;
  const [train, held] = task.validation ? ["[train]", "[held]"] : ["", ""];
  return [
    ...epochNotes(training),
    ...called("result = nn.train", [
      "network",
      `x${train}`,
      `y${train}`,
      `loss=${LOSSES[loss].python}`,
      `optimizer=${OPTIMIZERS[optimizer].python}(${number(rate)})`,
      `epochs=${epochsOf(training)}`,
      ...(batchSize > 0 ? [`batch_size=${batchSize}`] : []),
      ...(held ? [`validation=(x${held}, y${held})`] : []),
      ...(penalty === "none" ? [] : [`penalty=${PENALTIES[penalty].python}(${number(strength)})`]),
      "rng=rng",
    ]),
  ];
}

const epochsOf = ({ epochs, choices }) => epochs || choices.stopEpochs || EPOCHS;

// Where the script does not end where the page is.
function epochNotes({ epochs, at, divergedAt, choices }) {
  const since = choices.parameters ? " since the last change" : "";
  const trains = `this trains for ${epochsOf({ epochs, choices })}`;
  const ends = epochs > 0 ? `this ends with epoch ${epochs}` : trains;
  if (divergedAt) {
    const { epoch, step } = divergedAt;
    const then = epochs > 0 ? ends : "here they do, too";
    return [
      `# On the page, numbers ran away in epoch ${epoch}${since}, step ${step}:`,
      `# ${then}.`,
    ];
  }
  if (at > 0) return [`# On the page, epoch ${epochs + 1}${since} is under way:`, `# ${ends}.`];
  return epochs > 0 ? [] : [`# On the page, no epoch has ended${since}:`, `# ${ends}.`];
}

// Before an epoch has ended, the page shows the loss of the weights as they are.
function startLines({ choices, training, task }) {
  if (training.epochs > 0) return [];
  const rows = task.validation ? "[train]" : "";
  return [
    `loss = ${LOSSES[choices.loss].python}`,
    `print("training loss at the start", loss(network(x${rows}), y${rows}))`,
  ];
}

function reportLines({ choices, network, task }) {
  const parts = task.validation
    ? [
        ["training", "[train]"],
        ["validation", "[held]"],
      ]
    : [["training", ""]];
  const losses = parts.map(([name]) => {
    const record = name === "training" ? "loss" : "validation_loss";
    return `print("${name} loss", result.history.${record}[-1])`;
  });
  if (task.classes === 0) return losses;
  const threshold = network.outputs === 1 && choices.loss === "bce" ? ", threshold=0" : "";
  const accuracies = parts.map(
    ([name, rows]) =>
      `print("${name} accuracy", nn.accuracy(outputs${rows}, y${rows}${threshold}))`,
  );
  return [...losses, "outputs = result.network(x)", ...accuracies];
}

// A call with one argument on each line.
function called(start, args) {
  return [`${start}(`, ...args.map((arg) => `    ${arg},`), ")"];
}
