// Python in the page, as the rest of the page knows it: tasks for one worker, which starts with the first
// of them. What is fetched for it, and from where, can be asked before.
import { Connection } from "./connection.js";
import { Failure, SAID, unreached } from "./failures.js";
import { forgetKept, isKept, keepSite, keptBytes } from "./kept.js";
import { addressOf, bytesOf, importedBy, partsFor } from "./parts.js";
import { Queue } from "./queue.js";

const ROOT = new URL("../../assets/python/", import.meta.url).href;
const LIST = new URL("runtime.json", ROOT).href;
const ALWAYS = ["nnbyhand"]; // what a reader is told of before the first run, whatever that imports
const KEY = "nnbyhand.python";
const YES = "allowed";
const PATIENCE = 3000; // ms that code has to stop in
const STOPPED = { kind: "stopped", stateKept: true };

const queue = new Queue();
let listed; // promise of what runtime.json says
let connection; // the worker, and what is asked of it
let inHand; // promise of what is asked now
const had = new Set(); // names of parts that runs have used
let stops = 0;
let isSiteKept = false;
let isAllowedHere = false; // in a browser that keeps nothing

export const runtime = {
  // What a first run fetches, part by part: `files`, with what else the code of the task imports. And
  // `more`, what the code needs that this browser lacks, where that goes beyond what every reader is told.
  async facts(task) {
    const { parts } = await list();
    const told = [parts[0], ...partsFor(parts, ALWAYS)];
    const used = partsFor(parts, importedBy(task?.code ?? ""));
    const untold = used.filter((part) => !told.includes(part));
    const lacked = untold.length ? await lacking([parts[0], ...used]) : [];
    const isMore = lacked.some((part) => untold.includes(part));
    return { files: [...told, ...untold].map(factsOf), more: isMore ? lacked.map(factsOf) : [] };
  },

  isAllowed() {
    try {
      return isAllowedHere || localStorage.getItem(KEY) === YES;
    } catch {
      return isAllowedHere;
    }
  },

  allow() {
    try {
      localStorage.setItem(KEY, YES);
    } catch {
      isAllowedHere = true; // storage is blocked or full
    }
  },

  prepare() {
    if (runtime.isAllowed()) connected().catch(() => {}); // whoever runs something hears of it
  },

  // Resolves to `{ kind: "done" | "error" | "stopped" | "failed", stateKept, … }`; never rejects.
  run(task, handlers = {}) {
    return queue.add(() => perform(task, handlers), handlers, STOPPED);
  },

  // The names that the task needs, its space lacks, and blocks before it make.
  missing(task, handlers = {}) {
    const ask = async () => (await asked("missing", task, handlers)).answer ?? [];
    return queue.add(ask, handlers, []);
  },

  reset(space, { onQueued } = {}) {
    const ask = async () => {
      if (connection?.isReady) await connection.ask("forget", { space });
    };
    return queue.add(ask, { onQueued, stays: true });
  },

  // Ends what runs, and drops what waits for it. Code that does not listen ends with its worker.
  async stop() {
    queue.drop();
    stops += 1;
    if (!inHand || !connection) return { stateKept: true };
    const { isReady, canStop } = connection;
    if (isReady && canStop && (await hasStopped())) return { stateKept: true };
    connection.end({ kind: "stopped", stateKept: !isReady }); // before the start there is no state
    if (isReady) runtime.prepare();
    return { stateKept: !isReady };
  },

  keptBytes,

  // Ends Python, too: what it has in memory came from there.
  async forget() {
    queue.drop();
    connection?.end({ kind: "stopped", stateKept: false });
    isSiteKept = isAllowedHere = false;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Then nothing is kept there.
    }
    await forgetKept();
  },
};

async function list() {
  if (!self.WebAssembly) throw new Failure(SAID.noWebAssembly);
  listed ??= fetchList();
  try {
    return await listed;
  } catch (failure) {
    listed = undefined; // it is asked for again
    throw failure;
  }
}

async function fetchList() {
  const answer = await fetch(LIST, { cache: "no-cache" }).catch(() => undefined);
  if (!answer?.ok) throw new Failure(answer ? SAID.missing(LIST, answer.status) : unreached(LIST));
  return answer.json().catch(() => {
    throw new Failure(SAID.unusable(LIST)); // such as a page of a network that wants a login
  });
}

async function connected(code = "") {
  const { parts } = await list();
  if (!connection || connection.isOver) connection = new Connection({ root: ROOT, parts }, code);
  return connection;
}

async function perform(task, handlers) {
  const { answer, ...failure } = await asked("run", task, handlers);
  if (!answer) return failure;
  const { parts } = await list();
  for (const part of [parts[0], ...partsFor(parts, importedBy(task.code))]) had.add(part.name);
  if (!isSiteKept) void keepSite(connection.seen);
  isSiteKept = true;
  return { stateKept: true, ...answer };
}

// Resolves to `{ answer }`, or to the outcome of a run that came to nothing.
function asked(ask, task, handlers) {
  inHand = attempt(ask, task, handlers);
  return inHand.finally(() => (inHand = undefined));
}

async function attempt(ask, task, handlers) {
  const before = stops;
  try {
    const python = await connected(task.code);
    if (before !== stops) return STOPPED;
    python.handlers = handlers;
    return (await python.ready) ?? (await python.ask(ask, { task }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: "failed", message: error.message, stateKept: true };
  }
}

function hasStopped() {
  connection.stop();
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, false));
  return Promise.race([inHand.then(() => true), late]);
}

const factsOf = (part) => ({ name: part.title, bytes: bytesOf(part), from: hostOf(part) });
const hostOf = ({ files: [file] }) => new URL(addressOf(file, ROOT)).host;

async function lacking(parts) {
  const isHere = await Promise.all(
    parts.map(async ({ name, files: [file] }) => had.has(name) || isKept(addressOf(file, ROOT))),
  );
  return parts.filter((_, at) => !isHere[at]);
}
