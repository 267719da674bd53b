// The loop that trains: it does what is due, until the time is up or something stops it, such as a
// goal that the reader has set or numbers that grow past all bounds.

const NO_POINT = "There is no point to learn from yet: press on the map.";

export class Loop {
  #app;
  #lastLoss = Infinity; // a goal is reached on the way down

  constructor(app) {
    this.#app = app;
    this.trouble = ""; // why nothing more can be learned
    this.stoppedBy = ""; // what ended training for now
  }

  // Training begins anew.
  begin() {
    this.#lastLoss = Infinity;
    this.look();
  }

  // Sees whether the numbers still are numbers.
  look() {
    const { session, record } = this.#app;
    const { divergedAt } = session.training;
    const epoch = divergedAt && record.epochsBefore(session) + divergedAt.epoch;
    this.stoppedBy = "";
    this.trouble = divergedAt
      ? `In epoch ${epoch}, step ${divergedAt.step}, the numbers grew past all bounds. ` +
        "Choose a smaller learning rate, then reset; or go back."
      : "";
  }

  // Does what is due until a time, and returns how much it did.
  train({ examples = 0, batches = 0, epochs = 0 }, until) {
    const due = examples + batches + epochs; // of these, one is given
    this.stoppedBy = this.#app.session.training.data.count > 0 ? "" : NO_POINT;
    let done = 0;
    while (done < due && !this.trouble && !this.stoppedBy) {
      const isEpoch = examples > 0 ? this.#lookAtNext() : this.#step();
      if (epochs === 0 || isEpoch) done += 1;
      if (performance.now() >= until) break;
    }
    return done;
  }

  // One step; true where it ended an epoch.
  #step() {
    const { session, contest } = this.#app;
    const { training } = session;
    const before = training.epochs;
    training.step();
    contest?.catchUp(training);
    if (training.divergedAt) this.look();
    if (training.epochs === before) return false;
    this.stoppedBy = this.#goalReached();
    return true;
  }

  // Chooses the next example of the batch; after its last one comes the step. True as above.
  #lookAtNext() {
    const app = this.#app;
    const { training } = app.session;
    const batch = training.nextBatch();
    const next = batch.indexOf(app.example) + 1;
    const isOver = next === batch.length;
    const isEpoch = isOver && this.#step();
    app.example = isOver ? training.nextBatch()[0] : batch[next];
    return isEpoch;
  }

  #goalReached() {
    const { session, record } = this.#app;
    const { choices, training } = session;
    const { stopEpochs, stopLoss } = choices;
    const { loss } = training.latest;
    const wasAbove = this.#lastLoss > stopLoss;
    this.#lastLoss = loss;
    if (stopEpochs > 0 && training.epochs % stopEpochs === 0) {
      const since = record.epochsBefore(session) > 0 ? " since the last change" : "";
      return `Stopped after ${training.epochs.toLocaleString("en-US")} epochs${since}.`;
    }
    const isLow = stopLoss > 0 && loss <= stopLoss && wasAbove;
    return isLow ? `Stopped at a training loss of ${stopLoss} or less.` : "";
  }
}
