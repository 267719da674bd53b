// One worker with Python in it, as the page sees it: asked for one thing at a time, and missed when it
// ends.
import { SAID, whyNot } from "./failures.js";

export class Connection {
  handlers = {}; // of the task in hand: what it hears on the way
  isReady = false; // code can run
  canStop = false; // code can be stopped, and variables stay
  seen = []; // addresses of what the worker has asked for
  #worker;
  #settle = () => {}; // what is asked
  #isHeard = false;
  #over = new AbortController();

  // `ready` resolves to the outcome of a start that failed, or to nothing once code can run.
  constructor(listed, code) {
    const address = new URL("./worker.js", import.meta.url);
    this.#worker = new Worker(address, { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", async (event) => {
      event.preventDefault();
      const why = this.#isHeard ? SAID.crashed : await whyNot(address.href, SAID.tooOld);
      this.end(failed(why));
    });
    this.ready = this.#start(listed, code);
  }

  // Resolves to `{ answer }`, or to the outcome of a worker that cannot answer.
  ask(ask, given) {
    if (this.isOver) return Promise.resolve(failed(SAID.crashed));
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#worker.postMessage({ ask, ...given });
    });
  }

  stop() {
    this.#worker.postMessage({ ask: "stop" });
  }

  get isOver() {
    return this.#over.signal.aborted;
  }

  // What is in hand gets this outcome.
  end(outcome) {
    this.#worker.terminate();
    this.#over.abort();
    this.#settle(outcome);
  }

  async #start(listed, code) {
    const life = `nnbyhand ${Math.random()}`;
    const { answer, ...failure } = await this.ask("start", { ...listed, code, life });
    if (!answer) {
      this.end(failure);
      return { ...failure, stateKept: true }; // there was none
    }
    Object.assign(this, answer, { isReady: true });
    this.#miss(life);
    return undefined;
  }

  // The worker holds a lock while it lives; some ends of it are not told in any other way.
  #miss(life) {
    const { signal } = this.#over;
    const missed = () => this.end(failed(SAID.crashed));
    navigator.locks?.request(life, { signal }, missed).catch(() => {}); // ended by us
  }

  #hear({ answer, failure, isFatal, progress, isStarted, pieces, image }) {
    this.#isHeard = true;
    const { handlers } = this;
    if (progress) handlers.onProgress?.(progress);
    else if (isStarted) handlers.onStart?.();
    else if (pieces) pieces.forEach((piece) => handlers.onOutput?.(piece));
    else if (image) handlers.onImage?.(image);
    else if (isFatal) this.end(failed(failure));
    else this.#settle(failure ? { ...failed(failure), stateKept: true } : { answer: answer ?? true });
  }
}

const failed = (message) => ({ kind: "failed", message, stateKept: false });
