// The bar of the playground: play, one batch, one epoch, back, reset, new start, speed; how far
// training is, and in a sentence what that means.
import { SPEEDS } from "./clock.js";
import { element, say } from "./elements.js";
import { numberText } from "./naming.js";
import { percent } from "./percent.js";

const LEARNED = 0.95; // of the examples are right
const APART = "If the held-out loss rises while the other falls, it overfits.";
const FALLING = 0.95; // of the loss before, or less
const SMALL = 0.3; // a loss at which much is learned
const SPEAKS_EVERY = 5000; // ms, to those who listen while it plays

export function mountBar(root, app) {
  const button = (label, title, act) =>
    element("button", { type: "button", class: "play-button", title, click: act }, label);
  const play = button("Play", "Train, or pause", () => (app.isPlaying ? app.pause() : app.play()));
  play.classList.add("play-main");
  const batch = button("One batch", "One step of the optimizer", () => still({ batches: 1 }));
  const epoch = button("One epoch", "Every example once", () => still({ epochs: 1 }));
  const back = button("Back", "To before the last change or step", () => app.back());
  const reset = button("Reset", "The same start once more, from the same seed", () => app.reset());
  const start = button("New start", "Other first weights, from a new seed", () => app.newStart());
  const speeds = element("select", { id: "play-speed", autocomplete: "off" }, ...SPEEDS.map(({ label, name }) => new Option(label, name)));
  speeds.addEventListener("change", () => app.setSpeed(SPEEDS[speeds.selectedIndex]));
  const status = element("p", { class: "play-status", "aria-hidden": "true" });
  const verdict = element("p", { class: "play-verdict" });
  const others = element("div", { class: "play-buttons", role: "group", "aria-label": "Training" }, batch, epoch, back, reset, start);
  const speed = element("div", { class: "play-speed" }, element("label", { for: "play-speed" }, "Speed"), " ", speeds);
  root.append(
    element("div", { class: "play-run" }, play, status), // which stays on the screen of a phone
    element("div", { class: "play-others" }, others, speed, verdict),
  );

  function still(due) {
    if (app.isPlaying) app.pause();
    app.advance(due);
    app.say(status.textContent);
  }

  let wasPlaying = false;
  let spokeAt = 0;
  function speak() {
    const now = performance.now();
    if (app.isPlaying !== wasPlaying) {
      if (!app.trouble && !app.stoppedBy) app.say(app.isPlaying ? "Training." : `Paused. ${status.textContent}`);
      spokeAt = now;
    } else if (app.isPlaying && now - spokeAt > SPEAKS_EVERY) {
      app.say(status.textContent);
      spokeAt = now;
    }
    wasPlaying = app.isPlaying;
  }

  function show() {
    say(play, app.isPlaying ? "Pause" : "Play");
    say(status, statusOf(app));
    say(verdict, app.isPlaying ? "" : verdictOf(app));
    verdict.classList.toggle("is-trouble", app.trouble !== "");
    batch.disabled = epoch.disabled = app.trouble !== "";
    back.disabled = app.timeline.length === 0 || app.rival !== null;
    speeds.value = app.clock.speed.name;
    speak();
  }
  return { show };
}

function statusOf({ epochs, session, measures }) {
  const { at, batchSize, data } = session.training;
  if (data.count === 0) return "No points yet";
  const batches = at > 0 ? `, batch ${Math.ceil(at / batchSize)} of ${Math.ceil(data.count / batchSize)}` : "";
  const held = measures.validation ? ` · held out: ${partOf(measures.validation)}` : "";
  return `Epoch ${epochs.toLocaleString("en-US")}${batches} · training: ${partOf(measures)}${held}`;
}

function partOf({ loss, accuracy }) {
  const losses = loss === null ? "loss past all bounds" : `loss ${numberText(loss)}`;
  return accuracy === null ? losses : `${losses}, ${percent(accuracy)} right`;
}

// What the numbers come to, for those who read them for the first time; nothing where they say
// nothing for sure.
function verdictOf({ trouble, stoppedBy, session, record, epochs, measures, isDrawing }) {
  if (trouble || stoppedBy) return trouble || stoppedBy;
  const { labels, count } = session.task.train;
  if (isDrawing && count === 0) return "Choose a class and press on the map.";
  const isOneClass = session.task.classes > 0 && new Set(labels).size < 2;
  if (isOneClass) return "There is one class alone. Add another.";
  if (session.training.steps === 0 && epochs === 0 && !session.choices.parameters) {
    return "Nothing is learned yet. Press Play.";
  }
  if (isOverfit(measures)) return APART;
  if (isLearned(measures)) return `It has at least ${percent(LEARNED)} right.`;
  return isFalling(record.points) ? "The loss is still falling: play on." : "";
}

const isLearned = ({ accuracy, validation }) =>
  accuracy !== null && Math.min(accuracy, validation ? validation.accuracy : 1) >= LEARNED;

function isOverfit({ loss, accuracy, validation }) {
  if (!validation || loss === null || validation.loss === null) return false;
  const isWorse = validation.loss > 2 * loss + 0.02 && loss < SMALL;
  return isWorse && (accuracy === null || accuracy - validation.accuracy > 0.1);
}

// Has the loss come down since half of the epochs?
function isFalling(points) {
  if (points.length < 10) return false;
  return points.at(-1).loss < FALLING * points[Math.floor(points.length / 2)].loss;
}
