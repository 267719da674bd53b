// A network at work on a task: what the playground's choices come to. The data come from one seed,
// first weights and batches from another, so that a new start keeps the data.
import { firstParameters } from "../net/initializations.js";
import { Network } from "../net/network.js";
import { Generator } from "../net/random.js";
import { Training } from "../net/training.js";
import { sizesOf } from "./choices.js";
import { inputsFor, taskOf } from "./task.js";

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

  // Above it, a single output says yes. Logits turn at 0; squared errors are taken of 0 and 1.
  get threshold() {
    return this.choices.loss === "mse" ? 0.5 : 0;
  }

  // The network's inputs for flat rows of points, as the task has them.
  inputsFor(points, count) {
    return inputsFor(points, count, this.choices, this.task.scale);
  }

  // The choices with the weights of now. A session with them is a new leg: its optimizer begins anew,
  // and its batches come from the seed again, so that Python can do the same from the same weights.
  // Before the first step, drawn weights are no choice.
  get choicesNow() {
    const { steps, parameters } = this.training;
    return steps === 0 ? this.choices : { ...this.choices, parameters: [...parameters] };
  }
}
