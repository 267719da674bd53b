// Brings the network of the home page to life: its buttons, its rate, its activation, and what is
// said of a run. It opens as its picture shows it: trained.
import { partsOf, redraw } from "./home-drawing.js";
import {
  ACTIVATIONS,
  EXAMPLES,
  isFinite,
  isStuck,
  loss,
  randomStart,
  RATE,
  RATES,
  rightAnswers,
  START,
  step,
  STEPS,
} from "./network.js";

const RUN = 3300; // ms, from the first step to the last one that the line has room for
const MOST_PER_FRAME = 2000; // steps
const SURE = 0.05; // a loss at which all four answers are near yes or no
const SPEAKS_EVERY = 2000; // ms, to those who listen
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export function mount(root) {
  const drawings = [...root.querySelectorAll("svg")].map(partsOf);
  const panel = Object.fromEntries(
    [...root.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]),
  );
  const run = { start: START, rate: RATE };
  let playing = false;
  let spokeAt = 0;

  function begin(start, activation) {
    const losses = [loss(start, activation)];
    Object.assign(run, { start, activation, network: start, losses, room: STEPS, burst: false });
    playing = false;
  }

  function advance(steps) {
    for (let taken = 0; taken < steps && !run.burst; taken += 1) {
      const next = step(run.network, run);
      run.burst = !isFinite(next);
      if (run.burst) return;
      run.network = next;
      run.losses.push(loss(next, run.activation));
    }
  }

  function show({ speak }) {
    drawings.forEach((drawing) => redraw(drawing, run));
    panel.status.textContent = statusOf(run);
    panel.verdict.textContent = playing ? "" : verdictOf(run);
    panel.train.textContent = playing ? "Pause" : labelOf(run);
    panel.train.disabled = panel.step.disabled = run.burst;
    if (speak || performance.now() - spokeAt > SPEAKS_EVERY) {
      panel.spoken.textContent = `${panel.status.textContent}. ${panel.verdict.textContent}`;
      spokeAt = performance.now();
    }
  }

  function play(before, perMs) {
    requestAnimationFrame((now) => {
      if (!playing) return;
      const due = Math.min(Math.max(1, Math.round((now - before) * perMs)), MOST_PER_FRAME);
      advance(Math.min(due, stepsLeft(run)));
      playing = stepsLeft(run) > 0 && !run.burst;
      show({ speak: !playing });
      play(now, perMs);
    });
  }

  function train() {
    if (stepsLeft(run) === 0 && isOver(run)) begin(randomStart(), run.activation);
    else if (stepsLeft(run) === 0) run.room *= 2;
    playing = !calm.matches;
    if (calm.matches) advance(stepsLeft(run));
    else play(performance.now(), stepsLeft(run) / RUN);
  }

  function onClick(part, act) {
    panel[part].addEventListener("click", () => {
      root.dataset.redrawn = "";
      act();
      show({ speak: true });
    });
  }

  onClick("train", () => (playing ? (playing = false) : train()));
  onClick("step", () => {
    playing = false;
    if (stepsLeft(run) === 0) run.room *= 2;
    advance(1);
  });
  onClick("restart", () => begin(randomStart(), run.activation));
  panel.rate.addEventListener("change", () => {
    run.rate = Number(panel.rate.value);
    if (run.burst) return;
    panel.verdict.textContent = panel.spoken.textContent = "New rate from the next step on.";
  });
  panel.activation.addEventListener("change", () => {
    root.dataset.redrawn = "";
    begin(run.start, ACTIVATIONS[panel.activation.value]);
    show({ speak: true });
  });

  panel.rate.replaceChildren(...RATES.map((rate) => new Option(rate)));
  panel.rate.value = RATE;
  panel.activation.value = "tanh"; // a browser may remember another one
  begin(START, ACTIVATIONS.tanh);
  advance(STEPS);
  show({ speak: false });
  panel.controls.disabled = false;
}

const stepsLeft = ({ losses, room }) => room - (losses.length - 1);
const isAllRight = ({ network, activation }) =>
  rightAnswers(network, activation) === EXAMPLES.length;
const isDone = (run) => isAllRight(run) && run.losses.at(-1) < SURE;
const isHopeless = ({ activation }) => activation === ACTIVATIONS.linear; // four answers need a bend
const isOver = (run) => isDone(run) || isHopeless(run);

function statusOf(run) {
  const right = `${rightAnswers(run.network, run.activation)} of ${EXAMPLES.length} right`;
  const steps = (run.losses.length - 1).toLocaleString("en-US");
  return `Step ${steps} · loss ${run.losses.at(-1).toFixed(3)} · ${right}`;
}

function labelOf(run) {
  if (stepsLeft(run) > 0) return "Train";
  return isOver(run) ? "Train a new start" : "Train on";
}

function verdictOf(run) {
  if (run.burst) return "The weights grew past all bounds. Lower the rate and take a new start.";
  if (run.losses.length === 1) return "These weights are random; nothing is learned yet.";
  if (stepsLeft(run) > 0) return "";
  if (isDone(run)) return "It has learned all four answers.";
  if (isAllRight(run)) return "All four are right, if not yet sure: train on.";
  if (isHopeless(run)) return "Without a bend, no start can learn this.";
  if (!isStuck(run.losses)) return "It is still learning: train on.";
  return "This start looks stuck: try a new one, or another rate.";
}
