// A network at work on a task: what the playground's choices come to. The data come from one seed,
// first weights and batches from another, so that a new start keeps the data.
import { DATASETS, split } from "../net/data.js";
import { firstParameters } from "../net/initializations.js";
import { Network } from "../net/network.js";
import { Generator } from "../net/random.js";
import { Training } from "../net/training.js";
import { classesOf, FEATURES, outputsOf, sizesOf } from "./choices.js";

export class Session {
  constructor(choices) {
    this.choices = choices;
    this.task = taskOf(choices);
    const output = choices.loss === "mse" ? choices.output : "linear";
    const activations = [...choices.hidden.map(({ activation }) => activation), output];
    this.network = new Network(sizesOf(choices), activations);
    this.generator = new Generator(choices.seed);
    this.start = choices.parameters
      ? Float64Array.from(choices.parameters)
      : firstParameters(this.network, choices.initialization, this.generator);
    this.training = new Training({
      network: this.network,
      start: this.start,
      data: this.task.train,
      validation: this.task.validation,
      generator: this.generator,
      choices,
    });
  }

  // Goes on from the weights of now with other choices. A new leg: the optimizer begins anew, and
  // the batches come from the seed again, so that Python can do the same from the same weights.
  leg(changes) {
    return new Session({ ...this.choices, ...changes, parameters: [...this.training.parameters] });
  }
}

// The points in the plane (or on the line) that the reader sees, and what the network is given.
export function taskOf(choices) {
  const generator = new Generator(choices.dataSeed);
  const made = madeFrom(choices, generator);
  const { train, validation } = split(made, choices.held, generator);
  const fed = (part) => part && { ...withTargets(part, choices), x: featured(part, choices), points: part.x };
  return { classes: classesOf(choices), train: fed(train), validation: fed(validation) };
}

function madeFrom(choices, generator) {
  if (choices.dataset !== "points") return DATASETS[choices.dataset].make(choices, generator);
  const { points } = choices;
  return {
    x: Float64Array.from(points.flatMap(([a, b]) => [a, b])),
    y: Float64Array.from(points, ([, , label]) => label),
    count: points.length,
    inputs: 2,
    classes: classesOf(choices),
  };
}

// The network's inputs for flat rows of points.
export function featured({ x, count, inputs }, { features, dataset }) {
  if (dataset === "sine") return x;
  const given = features.map((name) => FEATURES[name].of);
  const fed = new Float64Array(count * given.length);
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [x[at * inputs], x[at * inputs + 1]];
    given.forEach((of, index) => (fed[at * given.length + index] = of(a, b)));
  }
  return fed;
}

// Squared errors of more than two classes are taken of one-hot rows.
function withTargets(part, choices) {
  const outputs = outputsOf(choices);
  if (choices.loss !== "mse" || outputs === 1) return { ...part, labels: part.y };
  const y = new Float64Array(part.count * outputs);
  part.y.forEach((label, at) => (y[at * outputs + label] = 1));
  return { ...part, y, labels: part.y };
}
