// Computes what the tests of the playground ask for. The same module runs in Node and in a browser.
import { activate, ACTIVATIONS, bend } from "../../docs/javascripts/net/activations.js";
import { firstParameters } from "../../docs/javascripts/net/initializations.js";
import { LOSSES } from "../../docs/javascripts/net/losses.js";
import { Network } from "../../docs/javascripts/net/network.js";
import { OPTIMIZERS } from "../../docs/javascripts/net/optimizers.js";
import { Generator } from "../../docs/javascripts/net/random.js";
import { measured } from "../../docs/javascripts/play/measures.js";
import { asPython } from "../../docs/javascripts/play/python.js";
import { Session } from "../../docs/javascripts/play/session.js";
import { settled } from "../../docs/javascripts/play/settled.js";
import { taskOf } from "../../docs/javascripts/play/task.js";

const ANSWERS = {
  draws,
  task,
  activation,
  loss,
  optimizer,
  initialization,
  gradient,
  training,
  script,
};

export function answer({ kind, ...question }) {
  return ANSWERS[kind](question);
}

// One generator makes all of the calls, such as ["uniform", 3, -1, 1] for three numbers.
function draws({ seed, calls }) {
  const generator = new Generator(seed);
  return calls.map(([method, count, ...args]) =>
    method === "permutation"
      ? [...generator.permutation(count)]
      : Array.from({ length: count }, () => generator[method](...args)),
  );
}

function task({ choices }) {
  const complete = sure(choices);
  const { train, validation } = taskOf(complete);
  const part = (each) => each && { x: [...each.x], y: [...each.y], points: [...each.points] };
  return { choices: complete, train: part(train), validation: part(validation) };
}

// Twice: number by number, and in the loops that layers use.
function activation({ name, z }) {
  const { value, slope } = ACTIVATIONS[name];
  const values = z.map(value);
  const [a, slopes] = [new Float64Array(z.length), new Float64Array(z.length).fill(1)];
  activate(name, z, a, z.length);
  bend(name, z, a, slopes, z.length);
  return {
    values,
    slopes: z.map((each, at) => slope(each, values[at])),
    looped: [[...a], [...slopes]],
  };
}

function loss({ name, outputs, targets, count, units }) {
  const slopes = new Float64Array(outputs.length);
  const value = LOSSES[name].measure(outputs, targets, count, units, slopes);
  return { value, slopes: [...slopes] };
}

function optimizer({ name, rate, start, gradients }) {
  const parameters = Float64Array.from(start);
  const { keeps, step } = OPTIMIZERS[name];
  const memory = keeps.map(() => new Float64Array(start.length));
  return gradients.map((gradient, at) => {
    step(parameters, gradient, rate, memory, at + 1);
    return [...parameters];
  });
}

function initialization({ sizes, activations, rule, seed }) {
  return [...firstParameters(new Network(sizes, activations), rule, new Generator(seed))];
}

// Outputs, loss and gradient at the start, of all examples at once, and what is measured there.
function gradient({ choices }) {
  const session = new Session({ ...sure(choices), batchSize: 0 });
  const { training: run, choices: complete } = session;
  const value = run.measure(run.nextBatch());
  const outputs = [...run.room.a.at(-1)];
  const { gradientNorms, confusion } = measured(session);
  return {
    choices: complete,
    value,
    outputs,
    gradient: [...run.gradient],
    gradientNorms,
    confusion,
  };
}

function training({ choices, epochs }) {
  const session = new Session(sure(choices));
  const { training: run } = session;
  const records = [];
  while (run.epochs < epochs && run.epoch()) records.push(run.latest);
  const [losses, validationLosses] = ["loss", "validationLoss"].map((name) =>
    records.map((record) => record[name]),
  );
  return { choices: session.choices, losses, validationLosses, parameters: [...run.parameters] };
}

// A session that trains; where changes follow, in a second leg, too. `steps` more are taken then.
function script({ choices, epochs, changes = null, then = 0, steps = 0 }) {
  let session = new Session(sure(choices));
  while (session.training.epochs < epochs && session.training.epoch());
  if (changes) session = new Session({ ...session.choicesNow, ...changes });
  while (changes && session.training.epochs < then && session.training.epoch());
  const { loss: lossNow, accuracy, validation } = measured(session);
  for (let taken = 0; taken < steps; taken += 1) session.training.step();
  const { latest } = session.training;
  return {
    text: asPython(session),
    latest,
    lossNow,
    accuracy,
    heldAccuracy: validation?.accuracy ?? null,
  };
}

// What a test asks for must hold together as it is.
function sure(asked) {
  const { choices, notes } = settled(asked);
  if (notes.length > 0) throw new Error(notes.join("\n"));
  return choices;
}
