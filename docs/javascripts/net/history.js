// What was measured after each epoch, in three columns of one length. Training may go on for
// millions of epochs: once the columns are full, every other row goes, and rows come half as often.
const MOST_ROWS = 1000;

export class History {
  #every = 1;

  constructor() {
    this.epochs = [];
    this.loss = [];
    this.validationLoss = []; // empty without validation
  }

  add(epoch, { loss, validationLoss }) {
    if (epoch % this.#every !== 0) return;
    this.epochs.push(epoch);
    this.loss.push(loss);
    if (validationLoss !== null) this.validationLoss.push(validationLoss);
    if (this.epochs.length === MOST_ROWS) this.#thin();
  }

  saved() {
    const { epochs, loss, validationLoss } = this;
    const columns = [epochs, loss, validationLoss].map((column) => column.slice());
    return { every: this.#every, columns };
  }

  restore({ every, columns }) {
    this.#every = every;
    [this.epochs, this.loss, this.validationLoss] = columns.map((column) => column.slice());
  }

  #thin() {
    this.#every *= 2;
    const isKept = this.epochs.map((epoch) => epoch % this.#every === 0);
    for (const name of ["epochs", "loss", "validationLoss"]) {
      this[name] = this[name].filter((_, at) => isKept[at]);
    }
  }
}
