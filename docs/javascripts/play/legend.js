// What colors and shapes on the map stand for.
import { element } from "./elements.js";
import { numberText } from "./naming.js";
import { sign } from "./points.js";

export function mountLegend() {
  const root = element("div", { class: "play-legend" });
  let shown = "";

  function show({ task, choices }) {
    const { classes, train } = task;
    const key = `${classes} ${choices.dataset} ${choices.held > 0 && task.validation !== null} ${train.inputs} ${largest(train)}`;
    if (key === shown) return;
    shown = key;
    const kinds = classes > 0 ? Array.from({ length: classes }, (_, label) => label) : [-1];
    const parts = kinds.map((label) => item(label < 0 ? "to predict" : `class ${label}`, sign(label, false)));
    if (task.validation) parts.push(item("hollow: held out", ...kinds.map((label) => sign(label, true))));
    if (classes === 0 && train.inputs === 2) parts.push(bar(largest(train)));
    root.replaceChildren(...parts);
  }
  return { root, show };
}

const item = (text, ...signs) => element("span", {}, ...signs, ` ${text}`);
const bar = (value) =>
  element("span", { class: "play-colors" }, numberText(-value), element("i", { "aria-hidden": "true" }), numberText(value));
const largest = ({ labels }) => Math.max(0, ...labels.map(Math.abs));
