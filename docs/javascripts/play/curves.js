// The curves: loss or accuracy by epoch, of the examples it learns from (solid) and of those held
// out (dashed), with a mark where something was changed on the way. The board is a slider over the
// epochs, which reads out what was so at each.
import { CALLED } from "./choices.js";
import { drawn, element, mark, say } from "./elements.js";
import { numberText } from "./naming.js";
import { percent } from "./percent.js";
import { Plane, tickText } from "./plane.js";

const LEAST_EPOCHS = 10; // that the board has room for
const LEAST_LOSS = 1e-6; // on a log scale
const EVERY = 60; // ms between two drawings while it plays
const APART = 11; // of the 100 that the board is high, between two names
const LINES = [
  { name: "training", loss: "loss", accuracy: "accuracy", of: (point) => point },
  { name: "validation", loss: "validationLoss", accuracy: "validationAccuracy", of: (point) => point },
  { name: "rival", loss: "loss", accuracy: "accuracy", of: ({ rival }) => rival },
  { name: "its validation", loss: "validationLoss", accuracy: "validationAccuracy", of: ({ rival }) => rival },
];
const SLIDER = { role: "slider", tabindex: "0", "aria-label": "Epoch of the curves", "aria-valuemin": "0" };

export function mountCurves(root, app) {
  const plane = new Plane(SLIDER);
  const lines = LINES.map((line, at) => ({
    ...line,
    path: drawn("path", { class: `play-line line-${at + 1}` }),
    label: element("span", { class: `line-${at + 1}`, "aria-hidden": "true" }, line.name),
  }));
  const marks = drawn("path", { class: "play-changes" });
  const here = drawn("path", { class: "play-here" });
  plane.drawing.append(marks, here, ...lines.map(({ path }) => path));
  const names = element("div", { class: "play-names" }, ...lines.map(({ label }) => label));
  plane.root.append(names);
  const readout = element("p", { class: "play-readout" });
  const box = (text) => {
    const input = element("input", { type: "checkbox", autocomplete: "off", change: () => show() });
    return { input, root: element("label", {}, input, ` ${text}`) };
  };
  const log = box("log scale");
  const accuracy = box("accuracy");
  root.append(
    element("div", { class: "play-head" }, element("h2", { class: "play-title" }, "How it learns"), accuracy.root, log.root),
    plane.root,
    readout,
  );
  let looksAt = null; // an epoch; null for the last

  const pointAt = (epoch) => {
    const { points } = app.record;
    if (epoch === null) return points.at(-1);
    return points.find((point) => point.epoch >= epoch) ?? points.at(-1);
  };
  plane.board.addEventListener("pointermove", (event) => lookAt(Math.round(plane.pointAt(event)[0])));
  plane.board.addEventListener("pointerleave", () => lookAt(null));
  plane.board.addEventListener("keydown", (event) => {
    const { points } = app.record;
    const at = points.indexOf(pointAt(looksAt));
    const to = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: points.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    lookAt(points[Math.min(Math.max(to, 0), points.length - 1)].epoch);
  });

  function lookAt(epoch) {
    looksAt = epoch;
    tell();
  }

  function tell() {
    const point = pointAt(looksAt);
    const text = textOf(point, app);
    say(readout, text);
    mark(plane.board, "aria-valuemax", String(app.record.points.at(-1).epoch));
    mark(plane.board, "aria-valuenow", String(point.epoch));
    mark(plane.board, "aria-valuetext", text);
    const [x] = plane.placeOf(point.epoch, 0);
    mark(here, "d", looksAt === null ? "" : `M${x.toFixed(2)} 0V100`);
  }

  let shownAt = 0;
  function show({ isFrame = false } = {}) {
    const now = performance.now();
    if (isFrame && now - shownAt < EVERY) return;
    shownAt = now;
    const isAccuracy = accuracy.input.checked && app.session.task.classes > 0;
    accuracy.input.disabled = app.session.task.classes === 0;
    log.input.disabled = isAccuracy;
    const scale = isAccuracy ? SHARES : log.input.checked ? LOGARITHMS : LOSSES;
    drawLines(plane, lines, app.record, scale);
    const cuts = new Set(app.record.changes.map(({ epoch }) => `M${plane.placeOf(epoch, 0)[0].toFixed(2)} 0V100`));
    mark(marks, "d", [...cuts].join(""));
    tell();
  }
  return { show };
}

// What is drawn of a point, between which bounds, and what numbers say it.
const SHARES = {
  name: "right",
  value: (values, line) => values[line.accuracy],
  bounds: () => [0, 1.02],
  text: (share) => `${Math.round(100 * share)}%`,
};
const LOSSES = {
  name: "loss",
  value: (values, line) => values[line.loss],
  bounds: (all) => [0, roomy(Math.max(...all, 1e-4))],
  text: tickText,
};
const LOGARITHMS = {
  name: "loss",
  value: (values, line) => Math.log10(Math.max(values[line.loss], LEAST_LOSS)),
  bounds: (all) => [Math.floor(Math.min(...all, 0) - 0.01), Math.ceil(Math.max(...all, -1) + 0.01)],
  text: (power) => (Number.isInteger(power) ? numberText(10 ** power) : ""),
};

// The next round number, so that the numbers along an edge do not change all the time.
function roomy(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((times) => times * power >= value * 0.999);
}

function drawLines(plane, lines, { points }, scale) {
  const valuesOf = (line) =>
    points
      .map((point) => [point.epoch, line.of(point)])
      .filter(([, values]) => values && Number.isFinite(values[line.loss]))
      .map(([epoch, values]) => [epoch, scale.value(values, line)])
      .filter(([, value]) => Number.isFinite(value));
  const all = lines.map(valuesOf);
  const [bottom, top] = scale.bounds(all.flat().map(([, value]) => value));
  const right = roomy(Math.max(points.at(-1).epoch, LEAST_EPOCHS));
  plane.setExtent({ left: 0, right, bottom, top }, ["epoch", scale.name], scale.text);
  lines.forEach(({ path }, at) => {
    const places = all[at].map(([epoch, value]) => plane.placeOf(epoch, value).map((part) => part.toFixed(2)).join(" "));
    mark(path, "d", places.length > 0 ? `M${places.join("L")}` : "");
  });
  nameLines(plane, lines, all);
}

// Each name stands beside the end of its line, moved down where it would touch the one above.
function nameLines(plane, lines, all) {
  const ends = lines
    .map(({ label }, at) => ({ label, last: all[at].at(-1) }))
    .filter(({ label, last }) => !(label.hidden = !last))
    .map(({ label, last }) => ({ label, top: plane.placeOf(...last)[1] }))
    .sort((one, other) => one.top - other.top);
  let free = -Infinity;
  ends.forEach(({ label, top }, at) => {
    const room = 100 - APART * (ends.length - 1 - at);
    free = Math.min(Math.max(top, free), room);
    label.style.top = `${free}%`;
    free += APART;
  });
}

function textOf({ epoch, loss, validationLoss, accuracy, rival }, { record }) {
  const held = validationLoss === null ? "" : `, validation ${numberText(validationLoss)}`;
  const right = accuracy === null ? "" : `, ${percent(accuracy)} of the training examples right`;
  const other = rival ? `; rival ${numberText(rival.loss)}` : "";
  const names = record.changes.filter((change) => change.epoch === epoch).flatMap((change) => change.names);
  const changed = names.length > 0 ? `; here you changed: ${calledOf(names)}` : "";
  return `Epoch ${epoch.toLocaleString("en-US")}: loss ${numberText(loss)}${held}${right}${other}${changed}`;
}

const calledOf = (names) => [...new Set(names)].map((name) => CALLED[name]).join(", ");
