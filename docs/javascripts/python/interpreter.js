// Python itself, in the worker: Pyodide from the site's own files, the parts that code imports, the
// runner.
import { Failure, SAID } from "./failures.js";
import { Files } from "./files.js";
import { bytesOf, importedBy, partsFor } from "./parts.js";

const HOME = "/guide"; // on Python's path: the runner, the package, what it needs
const silent = () => {};

export class Interpreter {
  #root;
  #parts;
  #files;
  #partOf = new Map(); // the part of each file
  #loaded = new Set(); // parts
  #onProgress;
  #awaited = { loaded: 0, total: 0 }; // bytes
  #onFailure = silent;
  #pyodide;

  // `onProgress({ loaded, total, what })`: bytes as they travel, and of which part they are.
  constructor({ root, parts }, onProgress) {
    this.#root = root;
    this.#parts = parts;
    this.#onProgress = onProgress;
    for (const part of parts) for (const file of part.files) this.#partOf.set(file, part);
    this.#files = new Files(root, {
      onBytes: (file, bytes) => this.#count(this.#partOf.get(file), bytes),
      onFailure: (failure) => this.#onFailure(failure),
    });
  }

  // `code` is what will run first: the parts that it seems to need are fetched beside the core.
  async start(code) {
    const [core] = this.#parts;
    this.#expect([core, ...this.#missing(importedBy(code))]);
    // Pyodide tells some failures to the console alone, and would let us wait for ever.
    const failed = new Promise((_, reject) => (this.#onFailure = reject));
    this.#pyodide = await Promise.race([this.#startCore(core), failed]);
    this.#onFailure = silent;
    this.#loaded.add(core);
    return this.#pyodide;
  }

  // Brings what these imports need.
  async load(names) {
    const parts = this.#missing(names);
    if (parts.length) this.#expect(parts);
    for (const part of parts) {
      if (part.files.some((file) => file.package)) await this.#install(part);
      else for (const file of part.files) await this.#unpack(file);
      this.#loaded.add(part);
    }
  }

  text(name) {
    return this.#files.text(name);
  }

  keep() {
    return this.#files.keep([...this.#partOf.keys()]);
  }

  #missing(names) {
    return partsFor(this.#parts, names).filter((part) => !this.#loaded.has(part));
  }

  #expect(parts) {
    this.#awaited = { loaded: 0, total: parts.reduce((sum, part) => sum + bytesOf(part), 0) };
    for (const file of parts.flatMap(({ files }) => files)) if (!isScript(file)) this.#files.begin(file);
  }

  #count({ title }, bytes) {
    const { loaded, total } = this.#awaited;
    this.#awaited.loaded = Math.min(loaded + bytes, total);
    this.#onProgress({ loaded: Math.round(this.#awaited.loaded), total, what: title });
  }

  async #startCore({ files }) {
    const [loader, engine, machine, library, lock, runner] = files;
    this.#answerFetches([machine, library]);
    this.#tellOldBrowsers();
    const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
      this.#files.script(loader),
      this.#files.script(engine),
    ]);
    const pyodide = await loadPyodide({
      indexURL: this.#root,
      createPyodideModule,
      lockFileContents: this.#lock(lock),
      packageBaseUrl: this.#root,
      stdout: silent,
      stderr: silent,
    });
    pyodide.FS.mkdirTree(HOME);
    pyodide.FS.writeFile(`${HOME}/${runner.name}`, await this.#files.bytes(runner)); // read as it is
    pyodide.runPython(`import sys; sys.path += ["${HOME}/${runner.name}", "${HOME}"]`);
    return pyodide;
  }

  // The lock of the release, with the addresses at which this site's readers get the wheels.
  async #lock(file) {
    const lock = await (await this.#files.take(file)).json();
    const wheels = [...this.#partOf.keys()].filter((wheel) => wheel.package);
    for (const wheel of wheels) lock.packages[wheel.package].file_name = this.#plain(wheel);
    this.#answerFetches(wheels);
    return lock;
  }

  // Pyodide fetches by addresses of its own; it gets what is counted and compared.
  #answerFetches(files) {
    const theirs = new Map(files.map((file) => [this.#plain(file), file]));
    const others = self.fetch;
    self.fetch = (asked, options) => {
      const file = theirs.get(String(asked?.url ?? asked));
      return file ? this.#files.take(file) : others.call(self, asked, options);
    };
  }

  // Where a browser cannot take the machine, Pyodide warns, and waits for ever.
  #tellOldBrowsers() {
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = (...given) =>
      instantiateStreaming(...given).catch((error) => {
        this.#onFailure(new Failure(SAID.tooOld));
        throw error;
      });
  }

  #plain({ name }) {
    return new URL(name, this.#root).href;
  }

  // `loadPackage` does not throw: what it says came must be looked at.
  async #install({ files }) {
    let why;
    this.#onFailure = (failure) => (why ??= failure);
    const names = files.map((file) => file.package);
    await this.#pyodide.loadPackage(names, { messageCallback: silent, errorCallback: silent });
    this.#onFailure = silent;
    const lost = files.find((file) => !(file.package in this.#pyodide.loadedPackages));
    if (lost) throw why ?? new Failure(SAID.unusable(this.#plain(lost)));
  }

  async #unpack(file) {
    const bytes = await this.#files.bytes(file);
    try {
      unpack(this.#pyodide, bytes);
    } catch {
      throw new Failure(SAID.unusable(this.#plain(file)));
    }
  }
}

// The browser fetches scripts itself, when they are imported.
const isScript = ({ name }) => name.endsWith(".mjs");

function unpack(pyodide, bytes) {
  pyodide.unpackArchive(bytes, "zip", { extractDir: HOME });
  pyodide.runPython("import importlib; importlib.invalidate_caches()");
}
