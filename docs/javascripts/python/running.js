// Runs the code of a panel: asks first, waits for its turn, shows what comes, and says how it ended.
import { forgetRuns, hasRun, noteRun } from "./order.js";
import { listed, permitted } from "./permission.js";
import { runtime } from "./runtime.js";

const SOON = 500; // ms in which code that hears Stop has long stopped
const UNHEARD =
  "Stopping. The code is in one long step and does not hear it yet. If that lasts, Python itself has to end, and the variables are gone.";

let active = null; // the panel whose code runs

// Resolves with the outcome; with undefined where the reader did not want the run after all.
export async function run(panel, exercise) {
  if (panel.halt) return undefined;
  panel.output.clear(); // what an earlier run brought would be taken for this one's
  panel.source.unmark();
  if (!(await permitted(panel.output, task(panel, exercise))) || panel.halt) return undefined;
  return busy(panel, async () => {
    const names = exercise || !panel.above.length ? [] : await runtime.missing(task(panel), handlers(panel));
    if (names.length && !(await runAbove(panel, names))) return undefined;
    return execute(panel, exercise);
  });
}

// Takes back what waits, and ends what runs.
export async function stop(panel) {
  panel.output.unask();
  panel.halt.abort();
  if (panel.waitsFor?.halt) await stop(panel.waitsFor);
  else if (!panel.isQueued) {
    panel.output.say("Stopping");
    const late = setTimeout(() => panel.halt && panel.output.say(UNHEARD), SOON);
    await runtime.stop();
    clearTimeout(late);
  }
}

export async function forget(space, onQueued) {
  forgetRuns(space);
  await runtime.reset(space, { onQueued });
}

const task = (panel, check) => ({
  code: panel.code(),
  name: panel.name,
  space: panel.space,
  earlier: panel.above.map((other) => other.code()),
  check,
});

async function busy(panel, does) {
  panel.open();
  panel.halt = new AbortController();
  panel.showBusy(true);
  try {
    return await does();
  } catch (reason) {
    panel.output.say(`This page could not run it: ${reason.message}`);
    throw reason;
  } finally {
    panel.halt = panel.waitsFor = null;
    panel.isQueued = false;
    if (active === panel) active = null;
    panel.showBusy(false);
  }
}

// Offers to run what the block builds on. Resolves with true where the block itself may run.
async function runAbove(panel, names) {
  const fresh = panel.above.filter((other) => !hasRun(other));
  const first = fresh.length ? fresh : panel.above;
  const many = first.length > 1 ? `the ${first.length} blocks` : "the block";
  const asked = `This block uses ${listed(names)}, made above and not there yet.`;
  const answer = await panel.output.ask(asked, [`Run ${many} above first`, "Run this one alone"]);
  if (answer !== 0) return answer === 1;
  for (const other of first) {
    panel.waitsFor = other;
    panel.output.say(`Waits for ${other.label}.`);
    const outcome = other.halt ? undefined : await busy(other, () => execute(other));
    if (outcome?.kind !== "done") {
      panel.output.say(`Not run: ${other.label} above did not come to its end.`);
      return false;
    }
  }
  return true;
}

async function execute(panel, exercise) {
  const code = panel.code();
  const sayings = import("./sayings.js");
  sayings.catch(() => {}); // without a network, nothing has run either
  const outcome = panel.halt.signal.aborted
    ? { kind: "stopped" }
    : await runtime.run(task(panel, exercise), handlers(panel));
  if (outcome.stateKept === false) forgetRuns();
  if (outcome.kind === "done" && !exercise) noteRun(panel, code);
  show(panel, outcome, code === panel.code());
  panel.output.say(outcome.kind === "failed" ? outcome.message : (await sayings).said(panel, outcome, exercise));
  return outcome;
}

function handlers(panel) {
  const { output, source } = panel;
  return {
    signal: panel.halt.signal,
    onQueued() {
      panel.isQueued = true;
      output.say(`Waits until ${active ? `${active.label} is` : "another run has"} done.`);
    },
    onProgress(bytes) {
      panel.isQueued = false;
      output.progress(bytes);
    },
    onStart() {
      active = panel;
      panel.isQueued = false;
      output.clear();
      source.unmark();
      output.say("Running");
    },
    onOutput: (part) => output.write(part),
    onImage: (picture) => output.image(picture),
  };
}

// The line is marked in the code that ran, and not in what the reader has written since.
function show(panel, outcome, isSame) {
  const { output, source } = panel;
  const { kind, line } = outcome;
  if (kind === "error") output.fault(outcome, line && [`Go to line ${line}`, () => panel.edit(line)]);
  if (line && isSame) source.mark(line);
  output.end();
}
