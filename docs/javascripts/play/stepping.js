// Walks through training moment by moment, forward and back: which batch, where in it, and what the
// graph and the inspector show of it. No drawing.
import { Batch, endOfExample, momentAt, momentsOf } from "./batch.js";
import { passOf } from "./pass.js";

export class Stepping {
  constructor(app) {
    this.app = app;
    this.batch = null;
    this.at = 0;
    this.updated = null; // after the update: { before, after, gradient, loss, lossAfter }
  }

  get shape() {
    return { layers: this.batch.session.network.layers.length, size: this.batch.size };
  }

  get moment() {
    return this.batch ? momentAt(this.shape, this.at) : { phase: "ready", example: 0 };
  }

  get pass() {
    return this.batch.pass(this.moment.example);
  }

  // What the next press brings.
  get upcoming() {
    return this.#isHere() ? momentAt(this.shape, this.at + 1) : { phase: "forward", example: 0, layer: 0 };
  }

  next() {
    this.#open();
    this.#go(this.at + 1);
  }

  finishExample() {
    this.#open();
    const end = endOfExample(this.shape, momentAt(this.shape, this.at + 1).example);
    this.#go(this.at + 1 > end ? this.at + 1 : end);
  }

  finishBatch() {
    this.#open();
    this.#go(momentsOf(this.shape));
  }

  back() {
    if (this.updated || !this.#isHere() || this.at === 0) return this.#goBackAStep();
    return this.#go(this.at - 1);
  }

  // Forgets the batch where training went on without it.
  look() {
    if (this.batch && !this.#isHere() && !this.#isJustUpdated()) this.#close();
  }

  // Is training where the batch begins?
  #isHere() {
    return !this.updated && Boolean(this.batch?.isNext(this.app.session));
  }

  #isJustUpdated() {
    const { session } = this.app;
    return (
      this.updated !== null &&
      session === this.batch.session &&
      session.training.steps === this.batch.steps + 1
    );
  }

  #open() {
    if (this.#isHere()) return;
    this.batch = new Batch(this.app.session);
    this.at = 0;
    this.updated = null;
  }

  #close() {
    Object.assign(this, { batch: null, at: 0, updated: null });
    this.app.stepping = null; // or it would come to life again where training comes back here
  }

  #go(at) {
    this.at = Math.min(at, momentsOf(this.shape));
    if (this.moment.phase === "update") this.#update();
    this.#tell();
  }

  // The step itself is the one that training takes anyway.
  #update() {
    const { app, batch } = this;
    const { training } = batch.session;
    app.stepping = null;
    this.updated = { before: batch.parameters }; // what is shown meanwhile must not forget the batch
    app.advance({ batches: 1 });
    if (training.steps === batch.steps) {
      this.#close(); // the numbers ran away, and the page says so
      return;
    }
    const [after, gradient] = [training.parameters.slice(), training.gradient.slice()];
    Object.assign(this.updated, { after, gradient, loss: batch.loss, lossAfter: meanLoss(batch, after) });
  }

  // To the last moment before the step that was taken last; farther, where several were taken at once.
  #goBackAStep() {
    const { app } = this;
    const { session } = app;
    const { steps } = session.training;
    app.stepping = null;
    app.back();
    this.#close();
    if (app.session !== session || app.session.training.steps !== steps - 1) return;
    this.batch = new Batch(session);
    this.#go(momentsOf(this.shape) - 1);
  }

  #tell() {
    const { app, batch, moment, updated } = this;
    if (moment.phase === "ready") {
      app.stepping = null;
      app.show();
      return;
    }
    app.stepping = {
      ...{ session: batch.session, steps: batch.session.training.steps, pass: this.pass },
      ...{ phase: moment.phase, layer: moment.layer ?? null, updated },
    };
    app.chooseExample(this.pass.row);
  }
}

function meanLoss({ session, rows, masks }, parameters) {
  const losses = rows.map((row, at) => passOf(session, row, { masks: masks?.[at] ?? null, parameters }).loss);
  return losses.reduce((sum, loss) => sum + loss, 0) / rows.length;
}
