// The worker in which the reader's Python runs. It is asked for one thing at a time. While code runs,
// Python looks up often enough to hear that the reader wants to stop.
import { Batch } from "./batch.js";
import { Failure, SAID } from "./failures.js";
import { Interpreter } from "./interpreter.js";

const EVERY = 100; // ms between two messages on progress
const { port1, port2 } = new MessageChannel();
const batch = new Batch((pieces) => postMessage({ pieces }));
const stop = { isWanted: false, hears: () => {} };
let interpreter;
let pyodide;
let runner;
let toldAt = 0;

const ASKED = { start, run, missing, forget };

addEventListener("message", async ({ data: { ask, ...given } }) => {
  if (ask === "stop") return wantStop();
  try {
    postMessage({ answer: await ASKED[ask](given) });
  } catch (error) {
    const isSaid = error instanceof Failure;
    if (!isSaid) console.error(error);
    postMessage({ failure: isSaid ? error.message : SAID.crashed, isFatal: !isSaid });
  }
});

async function start({ root, parts, code, life }) {
  // The browser gives the lock back when this worker ends, however it ends; the page waits for that.
  navigator.locks?.request(life, () => new Promise(() => {}));
  interpreter = new Interpreter({ root, parts }, tellProgress);
  pyodide = await interpreter.start(code);
  const browser = pyodide.pyimport("browser");
  runner = pyodide.pyimport("runner");
  const canStop = "Suspending" in WebAssembly;
  if (canStop) browser.attend(turn, pause);
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  return { canStop, seen: [location.href, ...asked] };
}

async function run({ task: { code, name, space, check } }) {
  const exercise = check && (await interpreter.text(`exercises/${check}.py`));
  stop.isWanted = false;
  const wanted = new Promise((resolve) => (stop.hears = resolve));
  const isThere = bring([code, exercise ?? ""]).then(() => true);
  if (!(await Promise.race([isThere, wanted]))) return { kind: "stopped" };
  postMessage({ isStarted: true });
  const outcome = exercise
    ? await called(runner.check, exercise, code, space, write, show, name)
    : await called(runner.run, code, name, space, write, show);
  batch.flush();
  void interpreter.keep();
  return outcome;
}

async function bring(codes) {
  const names = codes.flatMap((code) => plain(runner.imports(code)));
  await interpreter.load(names);
}

async function missing({ task: { code, earlier, space } }) {
  const given = pyodide.toPy(earlier);
  const names = plain(runner.missing(code, given, space));
  given.destroy();
  return names;
}

function forget({ space }) {
  runner.forget(space);
}

// What Python is called by this way may wait for the page, where the browser can suspend it.
async function called(what, ...given) {
  return plain("Suspending" in WebAssembly ? await what.callPromising(...given) : what(...given));
}

function plain(proxy) {
  const value = proxy.toJs({ dict_converter: Object.fromEntries });
  proxy.destroy();
  return value;
}

function write(stream, text) {
  batch.write(stream, text);
}

function show(svg, alt) {
  batch.flush();
  postMessage({ image: { svg, alt } });
}

function tellProgress(progress) {
  if (progress.loaded < progress.total && performance.now() - toldAt < EVERY) return;
  toldAt = performance.now();
  postMessage({ progress });
}

function wantStop() {
  stop.isWanted = true;
  stop.hears();
}

// Lets waiting messages in, sends what has been written, and says whether the reader wants to stop.
function turn() {
  batch.flush();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(stop.isWanted);
    port2.postMessage(null);
  });
}

function pause(ms) {
  batch.flush();
  return new Promise((resolve) => {
    const over = setTimeout(() => resolve(stop.isWanted), ms);
    stop.hears = () => {
      clearTimeout(over);
      resolve(true);
    };
    if (stop.isWanted) stop.hears();
  });
}
