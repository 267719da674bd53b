// Keeps what is large, such as the answers over the whole plane, for the sessions in use alone. The way
// back in time holds hundreds of sessions, and would hold it for each of them.

export class Recent {
  #kept = new Map(); // the one used last stands last

  constructor(most) {
    this.most = most;
  }

  // What is kept for a key; else what `make` gives.
  of(key, make) {
    const found = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, found);
    if (this.#kept.size > this.most) this.#kept.delete(this.#kept.keys().next().value);
    return found;
  }
}
