// Runs the code of a panel: asks first, waits for its turn, shows what comes, and says how it ended.
import { compared } from "./comparison.js";
import { above, forgetRuns, hasRun, noteRun } from "./order.js";
import { listed, permitted } from "./permission.js";
import { runtime } from "./runtime.js";

let active = null; // the panel whose code runs

// Resolves with the outcome; with undefined where the reader did not want the run after all.
export async function run(panel, exercise) {
  if (panel.halt || !(await permitted(panel.output, task(panel, exercise))) || panel.halt) return undefined;
  return busy(panel, async () => {
    const names = exercise ? [] : await runtime.missing(task(panel), handlers(panel));
    if (names.length && !(await runAbove(panel, names))) return undefined;
    return execute(panel, exercise);
  });
}

// Takes back what waits, and ends what runs.
export async function stop(panel) {
  panel.output.unask();
  panel.halt.abort();
  if (panel.waitsFor) await stop(panel.waitsFor);
  if (active === panel) {
    panel.output.say("Stopping");
    await runtime.stop();
  }
}

export async function forget(space) {
  forgetRuns(space);
  await runtime.reset(space);
}

const task = (panel, check) => ({
  code: panel.code(),
  name: panel.name,
  space: panel.space,
  earlier: above(panel).map((other) => other.code()),
  check,
});

async function busy(panel, does) {
  panel.halt = new AbortController();
  panel.showBusy(true);
  try {
    return await does();
  } catch (reason) {
    panel.output.say(`This page failed to run it: ${reason.message}`);
    throw reason;
  } finally {
    panel.halt = panel.waitsFor = null;
    if (active === panel) active = null;
    panel.showBusy(false);
  }
}

// Offers to run what the block builds on. Resolves with true where the block itself may run.
async function runAbove(panel, names) {
  const all = above(panel);
  const fresh = all.filter((other) => !hasRun(other));
  const first = fresh.length ? fresh : all;
  const many = first.length > 1 ? `the ${first.length} blocks` : "the block";
  const asked = `${listed(names)}: made above, and not there yet.`;
  const answer = await panel.output.ask(asked, [`Run ${many} above first`, "Run this one alone"]);
  if (answer !== 0) return answer === 1;
  for (const other of first) {
    panel.waitsFor = other;
    panel.output.say(`Waits for ${other.label}.`);
    const outcome = await (other.halt ? undefined : busy(other, () => execute(other)));
    if (panel.halt.signal.aborted) break;
    if (outcome?.kind !== "done") {
      panel.output.say(`Not run: ${other.label} above did not come to its end.`);
      return false;
    }
  }
  panel.waitsFor = null;
  return true;
}

async function execute(panel, exercise) {
  const isHalted = panel.halt.signal.aborted;
  const outcome = isHalted
    ? { kind: "stopped", stateKept: true }
    : await runtime.run(task(panel, exercise), handlers(panel));
  finish(panel, outcome, exercise);
  return outcome;
}

function handlers(panel) {
  const { output, source } = panel;
  return {
    signal: panel.halt.signal,
    onProgress: (bytes) => output.progress(bytes),
    onQueued: () => output.say(`Waits until ${active ? `${active.label} is` : "another run has"} done.`),
    onStart() {
      active = panel;
      output.clear();
      source.unmark();
      output.say("Running");
    },
    onOutput: (part) => output.write(part),
    onImage: (picture) => output.image(picture),
  };
}

function finish(panel, outcome, exercise) {
  const { output, source } = panel;
  const { kind, line, stateKept } = outcome;
  if (stateKept === false) forgetRuns();
  if (kind === "done" && !exercise) noteRun(panel);
  if (kind === "error") output.fault(outcome, line && [`Go to line ${line}`, () => panel.edit(line)]);
  if (line) source.mark(line);
  output.end();
  output.say(said(panel, outcome, exercise));
}

function said({ source, output }, { kind, line, message, stateKept }, exercise) {
  if (kind === "failed") return message;
  if (kind === "error") return line ? `An error in line ${line}, which is marked.` : "It ended with an error.";
  if (kind === "stopped") {
    const at = line ? `Stopped at line ${line}.` : "Stopped.";
    const lost = "For that, Python had to end: the variables of this page are gone.";
    return stateKept === false ? `${at} ${lost}` : `${at} The variables are kept.`;
  }
  if (exercise) return "Checked.";
  if (output.isEmpty) return "Done. It printed nothing.";
  return ["Done.", compared(source, output.printed)].join(" ").trim();
}
