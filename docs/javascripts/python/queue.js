// One task after the other. What waits can be taken back, by a signal of its own or all at once.

export class Queue {
  #end = Promise.resolve(); // of the last task
  #length = 0;
  #dropped = 0; // times that all was taken back

  // Resolves to what `work` returns, or to `instead` where it was taken back before its turn. What
  // `stays` is not taken back with all others.
  add(work, { onQueued, signal, stays } = {}, instead = undefined) {
    const since = this.#dropped;
    let isWaiting = true;
    if (this.#length > 0) onQueued?.();
    this.#length += 1;
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => isWaiting && resolve(instead));
      this.#end = this.#end.then(async () => {
        isWaiting = false;
        try {
          const isDropped = signal?.aborted || (!stays && since !== this.#dropped);
          resolve(isDropped ? instead : await work());
        } catch (error) {
          reject(error);
        } finally {
          this.#length -= 1;
        }
      });
    });
  }

  drop() {
    this.#dropped += 1;
  }
}
