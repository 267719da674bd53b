// When training moves on while it plays: how much is due by now, and no more of each frame than
// leaves the page quick to answer.

const BUDGET = 8; // ms of each frame
const LONGEST = 100; // ms that count between two frames; a hidden page has none

// `unit` is what is done so many times a second.
export const SPEEDS = [
  { name: "example", label: "1 example a second", unit: "examples", perSecond: 1 },
  { name: "batch", label: "1 batch a second", unit: "batches", perSecond: 1 },
  { name: "batches", label: "10 batches a second", unit: "batches", perSecond: 10 },
  { name: "epoch", label: "1 epoch a second", unit: "epochs", perSecond: 1 },
  { name: "epochs", label: "20 epochs a second", unit: "epochs", perSecond: 20 },
  { name: "all", label: "as fast as it can", unit: "batches", perSecond: 1e9 },
];
export const FASTEST = SPEEDS.at(-1);
const USUAL = SPEEDS[4];

export class Clock {
  #owed = 0; // of the unit, what is due and not yet done
  #frame = 0;
  #last = 0;
  #speed = USUAL;

  // `train({ [unit]: count }, until)` does what is due until a time, and returns how much it did.
  constructor(train) {
    this.train = train;
    this.isRunning = false;
  }

  get speed() {
    return this.#speed;
  }

  set speed(speed) {
    this.#speed = this.pace = speed;
    this.#owed = 0;
  }

  // At the speed that is chosen, or for once at another pace.
  start(pace = null) {
    this.stop();
    this.pace = pace ?? this.#speed;
    this.isRunning = true;
    this.#owed = 1; // the first one is due at once
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  stop() {
    this.isRunning = false;
    cancelAnimationFrame(this.#frame);
  }

  #tick(now) {
    const { unit, perSecond } = this.pace;
    const passed = Math.min(Math.max(now - this.#last, 0), LONGEST);
    this.#last = now;
    this.#owed += (passed / 1000) * perSecond;
    if (this.#owed >= 1) this.#do(unit);
    if (this.isRunning) this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  // Of what there was no time for, no more than one is owed: a slow machine trains more slowly.
  #do(unit) {
    const due = Math.floor(this.#owed);
    const done = this.train({ [unit]: due }, performance.now() + BUDGET);
    this.#owed = Math.min(this.#owed - done, 1);
  }
}
