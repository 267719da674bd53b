// The files that Python is made of. Each is counted while it comes, compared with its SHA-256, and kept
// in this browser: a second visit fetches none.
import { Failure, SAID, unreached, whyNot } from "./failures.js";
import { addressOf, cacheFor } from "./parts.js";

const reach = fetch.bind(self); // Pyodide is given another one
const WITHOUT_TRACE = { credentials: "omit", referrerPolicy: "no-referrer" }; // the host learns no page

export class Files {
  #root;
  #store; // promise of the cache; none where the browser keeps nothing
  #said;
  #coming = new Map(); // answers that nobody has taken yet, by address
  #come = new Map(); // what is still to be kept: bytes by address
  #scripts = new Set(); // addresses; the browser fetches scripts itself
  #keeping = Promise.resolve(); // the call of `keep` that is at work

  // `onBytes(file, bytes)` hears of what comes, `onFailure` of what does not.
  constructor(root, said) {
    this.#root = root;
    this.#said = said;
    this.#store = self.caches?.open(cacheFor(new URL("../../", root))).catch(() => undefined);
  }

  begin(file) {
    const address = addressOf(file, this.#root);
    if (this.#coming.has(address)) return;
    const answer = this.#answer(file, address);
    answer.catch(() => {}); // whoever takes it hears of it
    this.#coming.set(address, answer);
  }

  // An answer can be read once.
  take(file) {
    this.begin(file);
    const address = addressOf(file, this.#root);
    const answer = this.#coming.get(address);
    this.#coming.delete(address);
    return answer;
  }

  async bytes(file) {
    return new Uint8Array(await (await this.take(file)).arrayBuffer());
  }

  async script(file) {
    const address = addressOf(file, this.#root);
    try {
      const script = await import(address);
      this.#scripts.add(address);
      this.#said.onBytes(file, file.bytes);
      return script;
    } catch {
      throw this.#failed(await whyNot(address, SAID.unusable(address)));
    }
  }

  // A small file that is read as it is now.
  async text(name) {
    const address = new URL(name, this.#root).href;
    const answer = await reach(address, { cache: "no-cache" }).catch(() => undefined);
    if (!answer?.ok) throw new Failure(answer ? SAID.missing(address, answer.status) : unreached(address));
    return answer.text();
  }

  // What has come; and of what was kept, only the `current` files of the site stay. One call after
  // the other: what comes while one is at work is left to the next.
  keep(current) {
    this.#keeping = this.#keeping.then(() => this.#keepNow(current));
    return this.#keeping;
  }

  async #keepNow(current) {
    const store = await this.#store;
    const come = this.#come;
    const scripts = this.#scripts;
    if (!store || !(come.size || scripts.size)) return;
    this.#come = new Map();
    this.#scripts = new Set();
    try {
      for (const [address, bytes] of come) {
        await store.put(address, new Response(bytes, { headers: headersFor(address) }));
      }
      for (const address of scripts) if (!(await store.match(address))) await store.add(address);
      await this.#drop(store, new Set(current.map((file) => addressOf(file, this.#root))));
    } catch {
      // The browser has no room, or keeps nothing: then each visit fetches.
    }
  }

  async #drop(store, current) {
    for (const { url } of await store.keys()) {
      const isFile = url.startsWith(this.#root) ? url.includes("?") : new URL(url).origin !== location.origin;
      if (isFile && !current.has(url)) await store.delete(url);
    }
  }

  async #answer(file, address) {
    const kept = await (await this.#store)?.match(address);
    if (kept) {
      this.#said.onBytes(file, file.bytes ?? 0);
      return kept;
    }
    // Without a secure connection, only the browser itself can compare, and then tells nothing on the way.
    const integrity = crypto.subtle ? undefined : `sha256-${btoa(String.fromCharCode(...fromHex(file.sha256)))}`;
    const answer = await reach(address, { ...WITHOUT_TRACE, integrity }).catch(() => undefined);
    if (!answer) throw this.#failed(await this.#whyRefused(file, address, integrity));
    if (!answer.ok) throw this.#failed(SAID.missing(address, answer.status, file.title));
    return new Response(this.#counted(answer.body.getReader(), file, address), { headers: headersFor(address) });
  }

  #whyRefused({ title }, address, integrity) {
    return integrity ? whyNot(address, SAID.tampered(address, title), title) : unreached(address, title);
  }

  #counted(reader, file, address) {
    const chunks = [];
    const share = file.size ? file.bytes / file.size : 1; // what comes is unpacked already
    return new ReadableStream({
      pull: async (to) => {
        const { done, value } = await reader.read().catch(() => ({}));
        if (value) {
          chunks.push(value);
          this.#said.onBytes(file, value.length * share);
          to.enqueue(value);
        } else if (!done) to.error(this.#failed(SAID.brokenOff(address, file.title)));
        else if (!(await this.#isMeant(chunks, file, address))) to.error(this.#failed(SAID.tampered(address, file.title)));
        else to.close();
      },
      cancel: () => reader.cancel(),
    });
  }

  async #isMeant(chunks, { sha256 }, address) {
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    if (crypto.subtle) {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      if (!fromHex(sha256).every((byte, at) => byte === digest[at])) return false;
    }
    this.#come.set(address, bytes);
    return true;
  }

  #failed(message) {
    const failure = new Failure(message);
    this.#said.onFailure(failure);
    return failure;
  }
}

const headersFor = (address) =>
  new URL(address).pathname.endsWith(".wasm") ? { "content-type": "application/wasm" } : {};

const fromHex = (digits) => Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
