// Training, as `nnbyhand.train` does it: in each epoch the examples are shuffled and cut into
// batches; for each batch outputs, loss, gradient, penalty, and one step of the optimizer.
import { LOSSES } from "./losses.js";
import { OPTIMIZERS } from "./optimizers.js";

export class Training {
  // `data` and `validation` (or null) are { x, y, count }; `generator` gives the order of the
  // examples and what dropout leaves out. `start` is not changed.
  constructor({ network, start, data, validation = null, generator, choices }) {
    Object.assign(this, { network, data, validation, generator, choices });
    this.parameters = Float64Array.from(start);
    this.gradient = new Float64Array(start.length);
    this.loss = LOSSES[choices.loss];
    this.optimizer = OPTIMIZERS[choices.optimizer];
    this.memory = this.optimizer.keeps.map(() => new Float64Array(start.length));
    this.dropout = choices.dropout > 0 ? { rate: choices.dropout, generator } : null;
    this.batchSize = Math.min(choices.batchSize || data.count, data.count);
    this.room = network.room(this.batchSize);
    this.x = new Float64Array(this.batchSize * network.sizes[0]);
    this.y = new Float64Array(this.batchSize * targetsPerExample(data));
    this.validationRoom = validation && network.room(validation.count);
    this.steps = 0; // taken
    this.epochs = 0; // ended
    this.at = 0; // the place in the order from which the next batch is taken
    this.order = null; // of the examples in this epoch; null before it begins
    this.summed = 0; // loss of this epoch's examples so far
    this.latest = null; // { loss, validationLoss } of the epoch that ended last
    this.divergedAt = null; // { epoch, step } from 1, once a loss or a weight is no finite number
  }

  // The numbers of the examples that the next step learns from.
  nextBatch() {
    const { count } = this.data;
    if (this.order === null) {
      const isWhole = this.batchSize >= count; // all examples at once need no shuffling
      this.order = isWhole
        ? Int32Array.from({ length: count }, (_, at) => at)
        : this.generator.permutation(count);
    }
    return this.order.subarray(this.at, Math.min(this.at + this.batchSize, count));
  }

  // Computes outputs, loss and gradient for some examples, and returns the loss. The gradient is
  // that of the loss alone. Where the loss is no finite number, training is over.
  measure(rows) {
    this.#gather(rows);
    const { network, parameters, room } = this;
    const outputs = network.forward(parameters, this.x, rows.length, room, this.dropout);
    const slopes = room.slopes[network.layers.length - 1];
    const loss = this.loss.measure(outputs, this.y, rows.length, network.outputs, slopes);
    if (!Number.isFinite(loss)) return this.#diverge();
    network.backward(parameters, this.x, rows.length, room, this.gradient);
    return loss;
  }

  // Adds the penalty to the gradient and lets the optimizer move the parameters.
  update() {
    this.#addPenalty();
    this.steps += 1;
    this.optimizer.step(this.parameters, this.gradient, this.choices.rate, this.memory, this.steps);
  }

  // One step. Returns the loss before it, or NaN where there is none: without an example, or where
  // training is over because numbers ran away.
  step() {
    if (this.divergedAt || this.data.count === 0) return NaN;
    const rows = this.nextBatch();
    const loss = this.measure(rows);
    if (this.divergedAt) return NaN;
    this.update();
    this.advance(rows.length, loss);
    return loss;
  }

  // Notes that a step from so many examples is done, and ends the epoch after the last.
  advance(examples, loss) {
    this.summed += loss * examples;
    if (this.at + examples < this.data.count) this.at += examples;
    else if (this.parameters.every(Number.isFinite)) this.#endEpoch();
    else this.#diverge(); // the very last step ruined it: no loss would be measured after it
  }

  // The rest of this epoch; false where it did not end.
  epoch() {
    const before = this.epochs;
    while (this.epochs === before && !Number.isNaN(this.step()));
    return this.epochs > before;
  }

  // The loss on some data in use: nothing is dropped, and nothing learned.
  lossOf(data, room = this.network.room(data.count)) {
    const outputs = this.network.forward(this.parameters, data.x, data.count, room);
    return this.loss.measure(outputs, data.y, data.count, this.network.outputs, room.slopes.at(-1));
  }

  // All that changes in training, to go back to, or forth.
  saved() {
    const { steps, epochs, at, summed, latest, divergedAt } = this;
    return {
      ...{ steps, epochs, at, summed, latest, divergedAt },
      parameters: this.parameters.slice(),
      memory: this.memory.map((vector) => vector.slice()),
      order: this.order?.slice() ?? null,
      generator: this.generator.saved(),
    };
  }

  restore({ parameters, memory, order, generator, ...counts }) {
    Object.assign(this, counts);
    this.parameters.set(parameters);
    this.memory.forEach((vector, index) => vector.set(memory[index]));
    this.order = order?.slice() ?? null;
    this.generator.restore(generator);
  }

  #gather(rows) {
    const width = this.network.sizes[0];
    const targets = targetsPerExample(this.data);
    for (let at = 0; at < rows.length; at += 1) {
      const from = rows[at];
      for (let input = 0; input < width; input += 1) {
        this.x[at * width + input] = this.data.x[from * width + input];
      }
      for (let target = 0; target < targets; target += 1) {
        this.y[at * targets + target] = this.data.y[from * targets + target];
      }
    }
  }

  #addPenalty() {
    const { penalty, strength } = this.choices;
    if (penalty === "none") return;
    for (const { weights, biases } of this.network.layers) {
      for (let at = weights; at < biases; at += 1) {
        const w = this.parameters[at];
        this.gradient[at] += strength * (penalty === "l2" ? w : Math.sign(w));
      }
    }
  }

  #endEpoch() {
    this.epochs += 1;
    const { validation, validationRoom } = this;
    const validationLoss = validation && this.lossOf(validation, validationRoom);
    this.latest = { loss: this.summed / this.data.count, validationLoss };
    this.at = 0;
    this.summed = 0;
    this.order = null;
  }

  #diverge() {
    const step = Math.floor(this.at / this.batchSize) + 1;
    this.divergedAt = { epoch: this.epochs + 1, step };
    return NaN;
  }
}

const targetsPerExample = ({ y, count }) => (count === 0 ? 0 : y.length / count);
