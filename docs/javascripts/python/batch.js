// Gathers what Python writes: a loop that prints sends the page a few messages a second, not one a line.

const EVERY = 50; // ms
const MOST = 64_000; // letters in one message

export class Batch {
  #send;
  #pieces = [];
  #length = 0;
  #sentAt = -Infinity;

  constructor(send) {
    this.#send = send;
  }

  write(stream, text) {
    const last = this.#pieces.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#pieces.push({ stream, text });
    this.#length += text.length;
    if (this.#length > MOST || performance.now() - this.#sentAt > EVERY) this.flush();
  }

  flush() {
    if (this.#pieces.length) this.#send(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    this.#sentAt = performance.now();
  }
}
