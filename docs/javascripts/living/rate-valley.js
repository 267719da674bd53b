// The valley of the loss over the learning rate: at each rate, nine networks learn two spirals, while
// the page is open. Points, first weights and batches are those of
// src/guide/chapters/hyperparameters/experiments/task.py.
import { LOSSES } from "../net/losses.js";
import { Network } from "../net/network.js";
import { OPTIMIZERS } from "../net/optimizers.js";
import { Generator } from "../net/random.js";
import { nameEnds } from "./labels.js";
import { fixed, range } from "./numbers.js";

const RATES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
const NETWORKS = 9; // at each rate
const QUARTILES = [2, 4, 6]; // of nine losses, once they are in order
const [LEARNED, HELD_OUT] = [64, 200]; // points for each network
const [TURNS, NOISE, SIZE] = [0.75, 0.2, 2]; // of the spirals
const EPOCHS = 30;
const WORST = 1e6; // the loss of a network that diverged

const network = new Network([2, 16, 1], ["relu", "linear"]);
const room = network.room(HELD_OUT);
const batch = { x: new Float64Array(2 * LEARNED), y: new Float64Array(LEARNED) };
const gradient = new Float64Array(network.parameterCount);
const learned = points(LEARNED, new Generator(1));
const heldOut = points(HELD_OUT, new Generator(2));
const starts = firstWeights(new Generator(3));
const courses = {}; // by choices: their learners, and the weights after each epoch

export const controls = [
  { name: "batch", label: "batch size", values: [2, 4, 8, 16, 32, 64], value: 8 },
  {
    name: "optimizer",
    label: "optimizer",
    options: Object.fromEntries(Object.entries(OPTIMIZERS).map(([name, { label }]) => [name, label])),
    value: "adam",
  },
  { name: "epochs", label: "epochs", values: range(0, EPOCHS, 1), value: EPOCHS },
];
export const plays = "epochs";

export function model({ batch, optimizer, epochs }) {
  const weights = weightsAfter(epochs, batch, optimizer);
  const validation = weights.map((each) => quartiles(each, heldOut));
  const training = weights.map((each) => quartiles(each, learned)[1]);
  const medians = validation.map(([, median]) => median);
  const best = medians.indexOf(Math.min(...medians));
  return { epochs, steps: (epochs * LEARNED) / batch, validation, training, medians, best };
}

export function draw(drawing, { epochs, validation, training, medians, best }) {
  const over = (values) => values.map((value, at) => [RATES[at], value]);
  const [low, , high] = QUARTILES.map((_, which) => over(validation.map((each) => each[which])));
  drawing.line("band", 0, [...low, ...high.reverse(), low[0]]);
  const named = {};
  for (const [name, values] of Object.entries({ validation: medians, training })) {
    drawing.line(name, 0, over(values));
    drawing.dots(name, 0, over(values));
    named[`${name}-name`] = over(values);
  }
  nameEnds(drawing, 0, named);
  drawing.dots("best", 0, over(medians).slice(best, best + 1));
  drawing.show("best", epochs > 0);
}

export function say({ epochs, steps, medians, best }) {
  if (epochs === 0) return "Nothing is learned yet: all rates still have the same loss.";
  return `After ${steps} steps, ${RATES[best]} is the best of these rates: there validation costs ${fixed(2)(medians[best])}.`;
}

// The weights of the networks at each rate after so many epochs. Learning goes on where the last call
// for the same choices stopped.
function weightsAfter(epochs, size, optimizer) {
  const { learners, weights, random } = (courses[`${size} ${optimizer}`] ??= begun(optimizer));
  while (weights.length <= epochs) {
    const order = random.permutation(LEARNED); // one for all networks
    for (let from = 0; from < LEARNED; from += size) {
      const rows = order.subarray(from, from + size);
      for (const learner of learners.flat()) step(learner, rows, OPTIMIZERS[optimizer]);
    }
    weights.push(learners.map((row) => row.map(({ parameters }) => parameters.slice())));
  }
  return weights[epochs];
}

function begun(optimizer) {
  const memory = () => OPTIMIZERS[optimizer].keeps.map(() => new Float64Array(network.parameterCount));
  const learners = RATES.map((rate) =>
    starts.map((start, at) => {
      return { rate, seen: learned[at], parameters: start.slice(), memory: memory(), steps: 0 };
    }),
  );
  return { learners, weights: [RATES.map(() => starts)], random: new Generator(4) };
}

// One step of one network. Where its loss is no finite number, it learns no more.
function step(learner, rows, optimizer) {
  const { rate, seen, parameters, memory } = learner;
  rows.forEach((row, at) => {
    batch.x.set(seen.x.subarray(2 * row, 2 * row + 2), 2 * at);
    batch.y[at] = seen.y[row];
  });
  if (!Number.isFinite(lossOf(parameters, batch, rows.length))) return;
  network.backward(parameters, batch.x, rows.length, room, gradient);
  learner.steps += 1;
  optimizer.step(parameters, gradient, rate, memory, learner.steps);
}

// Leaves the slopes at the outputs in the room.
function lossOf(parameters, { x, y }, count) {
  const outputs = network.forward(parameters, x, count, room);
  return LOSSES.bce.measure(outputs, y, count, 1, room.slopes[1]);
}

// Of the losses of networks, each on points of its own.
function quartiles(weights, sets) {
  const losses = weights.map((parameters, at) => {
    const loss = lossOf(parameters, sets[at], sets[at].y.length);
    return Number.isFinite(loss) ? Math.min(loss, WORST) : WORST;
  });
  losses.sort((one, other) => one - other);
  return QUARTILES.map((at) => losses[at]);
}

// So many points of both spirals for each network: all labels are drawn first, then all distances
// from the middle, then the noise.
function points(count, random) {
  const labels = random.shuffled(Array.from({ length: NETWORKS * count }, (_, at) => at % 2));
  const radii = labels.map(() => random.uniform(0, 1));
  const x = labels.flatMap((label, at) => {
    const angle = 2 * Math.PI * (TURNS * radii[at] + label / 2);
    return [Math.cos(angle), Math.sin(angle)].map(
      (side) => SIZE * (radii[at] * side + NOISE * random.standardNormal()),
    );
  });
  return Array.from({ length: NETWORKS }, (_, at) => {
    const part = (values, width) => Float64Array.from(values.slice(width * count * at, width * count * (at + 1)));
    return { x: part(x, 2), y: part(labels, 1) };
  });
}

// By He's rule, drawn layer by layer: the first layers of all networks come before their second ones.
function firstWeights(random) {
  const all = Array.from({ length: NETWORKS }, () => new Float64Array(network.parameterCount));
  for (const { inputs, units, weights } of network.layers) {
    for (const parameters of all) {
      for (let at = 0; at < inputs * units; at += 1) {
        parameters[weights + at] = Math.sqrt(2 / inputs) * random.standardNormal();
      }
    }
  }
  return all;
}
