// The bar of the playground: play, one batch, one epoch, back, reset, new start, speed; how far
// training is, and in a sentence what that means.
import { SPEEDS } from "./clock.js";
import { element, say } from "./elements.js";
import { numberText } from "./naming.js";
import { percent } from "./percent.js";

const LEARNED = 0.95; // of the examples are right
const FALLING = 0.98; // of the loss before, or less
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
  root.append(
    element("div", { class: "play-buttons", role: "group", "aria-label": "Training" }, play, batch, epoch, back, reset, start),
    element("div", { class: "play-speed" }, element("label", { for: "play-speed" }, "Speed"), " ", speeds),
    element("div", { class: "play-state" }, status, verdict),
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

function statusOf({ epochs, session, record }) {
  const { loss, validationLoss, accuracy, validationAccuracy } = record.points.at(-1);
  const { at, batchSize, data } = session.training;
  const batches = at > 0 ? `, batch ${Math.ceil(at / batchSize)} of ${Math.ceil(data.count / batchSize)}` : "";
  const validation = validationLoss === null ? "" : `, validation ${numberText(validationLoss)}`;
  const right = accuracy === null ? "" : ` · ${percent(validationAccuracy ?? accuracy)} right`;
  return `Epoch ${epochs.toLocaleString("en-US")}${batches} · loss ${numberText(loss)}${validation}${right}`;
}

// What the numbers come to, for those who read them for the first time.
function verdictOf({ trouble, stoppedBy, session, record, epochs }) {
  if (trouble || stoppedBy) return trouble || stoppedBy;
  if (session.training.steps === 0 && epochs === 0) return "Nothing is learned yet. Press Play.";
  const last = record.points.at(-1);
  if (isOverfit(last)) return "It does better on the examples it learns from than on the others: it overfits.";
  if (last.accuracy !== null && Math.min(last.accuracy, last.validationAccuracy ?? 1) >= LEARNED) {
    return "It tells the classes apart.";
  }
  if (isFalling(record.points)) return "It is still learning: play on.";
  return last.accuracy === null ? "The loss has settled." : "It hardly learns any more: try a new start, or change something.";
}

function isOverfit({ accuracy, validationAccuracy, loss, validationLoss }) {
  if (validationLoss === null) return false;
  const isWorse = validationLoss > 1.5 * loss + 0.02;
  return isWorse && (accuracy === null || accuracy - validationAccuracy > 0.05);
}

// Has the loss come down since half of the epochs?
function isFalling(points) {
  const before = points[Math.floor(0.5 * (points.length - 1))];
  return points.at(-1).loss < FALLING * before.loss || points.length < 10;
}
