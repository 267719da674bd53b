// Measures beside the loss: accuracy, which class is taken for which, the gradient of each layer,
// units that are dead or saturated. Folded until it is opened, and measured only then.
import { element, say } from "./elements.js";
import { layerName, numberText, raised } from "./naming.js";
import { percent } from "./percent.js";

const EVERY = 200; // ms between two measurements while it plays
const LEAST = -6; // powers of ten that a bar of the gradients spans
const MOST = 2;

export function mountMeasures(root, app) {
  const shares = element("p", {});
  const confusion = element("div", { class: "play-confusion" });
  const gradients = element("div", { class: "play-bars" });
  const units = element("p", {});
  const fold = element(
    "details",
    { class: "play-fold" },
    element("summary", {}, "Measures"),
    element("div", { class: "play-measures" },
      section("Right answers", shares, confusion),
      section("Gradient of each layer", element("p", { class: "play-hint" }, "Its length, on a log scale, over all training examples."), gradients),
      section("Units", units),
    ),
  );
  root.append(fold);
  let shownAt = 0;

  function show({ isFrame } = {}) {
    const now = performance.now();
    if (!fold.open || (isFrame && now - shownAt < EVERY)) return;
    shownAt = now;
    const found = app.measures;
    say(shares, sharesText(app));
    showConfusion(confusion, (found.validation ?? found).confusion, Boolean(found.validation));
    showGradients(gradients, app.session, found.gradientNorms);
    say(units, unitsText(app.session, found.units));
  }
  fold.addEventListener("toggle", () => show());
  return { show };
}

const section = (title, ...parts) => element("section", {}, element("h3", {}, title), ...parts);

function sharesText({ trouble, session, measures }) {
  if (trouble) return trouble;
  const { accuracy, validation, loss } = measures;
  if (session.task.train.count === 0) return "There are no examples yet.";
  if (session.task.classes === 0) {
    const held = validation ? `, ${numberText(validation.loss)} on those held out` : "";
    return `Numbers are not right or wrong. The mean squared error is ${numberText(loss)} on the training examples${held}.`;
  }
  const held = validation ? `, ${shareText(validation, "those held out")}` : "";
  return `${raised(shareText(measures, "the training examples"))}${held}.`;
}

const shareText = ({ accuracy }, where) =>
  accuracy === null ? `numbers past all bounds on ${where}` : `${percent(accuracy)} of ${where}`;

// Rows are right classes, columns answers. The table is made once for so many classes.
function showConfusion(root, matrix, isHeld) {
  root.hidden = !matrix;
  if (!matrix) return;
  const key = `${matrix.length} ${isHeld}`;
  if (root.dataset.key !== key) {
    root.dataset.key = key;
    root.replaceChildren(tableFor(matrix, isHeld ? "Examples held out" : "Training examples"));
  }
  const cells = root.querySelectorAll("td");
  matrix.flat().forEach((count, at) => say(cells[at], String(count)));
}

function tableFor(matrix, caption) {
  const labels = matrix.map((_, label) => `class ${label}`);
  return element(
    "table",
    {},
    element("caption", {}, `${caption}: rows are right, columns answered`),
    element("tr", {}, element("th", { scope: "col" }, "right"), ...labels.map((label) => element("th", { scope: "col" }, `says ${label.slice(6)}`))),
    ...matrix.map((row, label) =>
      element("tr", {}, element("th", { scope: "row" }, labels[label]), ...row.map((_, at) => element("td", { class: at === label ? "is-right" : "" }))),
    ),
  );
}

function showGradients(root, session, norms) {
  if (root.children.length !== norms.length) {
    root.replaceChildren(...norms.map(() => element("div", {}, element("span", {}), element("i", { "aria-hidden": "true" }), element("output", {}))));
  }
  norms.forEach((norm, layer) => {
    const [name, bar, value] = root.children[layer].children;
    say(name, layerName(session, layer));
    say(value, numberText(norm));
    bar.style.setProperty("--share", shareOf(norm).toFixed(3));
  });
}

function shareOf(norm) {
  const power = norm === null ? MOST : Math.log10(norm);
  if (Number.isNaN(power)) return 0;
  return Math.min(Math.max((power - LEAST) / (MOST - LEAST), 0), 1);
}

function unitsText(session, layers) {
  const named = layers.flatMap((units, layer) =>
    units.map((state, unit) => state && `${layerName(session, layer)}, unit ${unit + 1}: ${state}`).filter(Boolean),
  );
  if (named.length === 0) return "No unit is dead or saturated.";
  return `${named.join("; ")}.`;
}
