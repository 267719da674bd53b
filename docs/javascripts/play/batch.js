// The batch that training will learn from next: the passes of its examples; and its moments, in order:
// for each example forward through each layer, the loss, backward through each layer; after the last
// example the update. Nothing changes in training itself: what it draws is put back.
import { passOf } from "./pass.js";

export class Batch {
  constructor(session) {
    const { training } = session;
    const before = training.saved();
    this.session = session;
    this.rows = [...training.nextBatch()];
    this.loss = training.measure(this.rows); // draws what dropout leaves out, as the step will
    this.masks = training.dropout ? masksOf(session, this.rows.length) : null;
    this.parameters = training.parameters.slice();
    this.steps = training.steps;
    this.epochs = training.epochs;
    training.restore(before);
    this.passes = [];
  }

  get size() {
    return this.rows.length;
  }

  // The pass of one of its examples, computed when it is asked for.
  pass(example) {
    this.passes[example] ??= passOf(this.session, this.rows[example], {
      masks: this.masks?.[example] ?? null,
      parameters: this.parameters,
    });
    return this.passes[example];
  }

  // Is training still where this batch begins?
  isNext({ training }) {
    return (
      training === this.session.training &&
      training.steps === this.steps &&
      training.parameters.every((value, at) => Object.is(value, this.parameters[at]))
    );
  }
}

// For each example, for each hidden layer, by what its outputs are multiplied.
const masksOf = ({ network, training }, count) =>
  Array.from({ length: count }, (_, example) =>
    network.layers
      .slice(0, -1)
      .map(({ units }, at) => training.room.masks[at].slice(example * units, (example + 1) * units)),
  );

// `at` counts from 1; before the first moment it is 0, and nothing has been computed.
export function momentAt({ layers, size }, at) {
  const perExample = 2 * layers + 1;
  if (at <= 0) return { phase: "ready", example: 0 };
  if (at > size * perExample) return { phase: "update", example: size - 1 };
  const example = Math.floor((at - 1) / perExample);
  const within = (at - 1) % perExample;
  if (within < layers) return { phase: "forward", example, layer: within };
  if (within === layers) return { phase: "loss", example };
  return { phase: "backward", example, layer: 2 * layers - within };
}

export const momentsOf = ({ layers, size }) => size * (2 * layers + 1) + 1;

// The last moment of the example that the moment belongs to.
export const endOfExample = ({ layers }, example) => (example + 1) * (2 * layers + 1);
