// What can be taken along: the address, the script in Python, the weights as a file; and what can be
// brought: weights, and points as a table. What cannot be read is said beside its field.
import { toAddress } from "./address.js";
import { pointsFromCsv } from "./csv.js";
import { element, say } from "./elements.js";
import { asPython } from "./python.js";
import { fromWeights, toWeights } from "./weights.js";

const SAID_FOR = 2000; // ms
const MOST_BYTES = 1e6; // of a file; no more letters can be read of a text either

export function mountShare(root, app) {
  const fold = element(
    "details",
    { class: "play-fold" },
    element("summary", {}, "Share, take along, bring your own"),
    element("div", { class: "play-shares" }, linkPart(app), pythonPart(app), weightsPart(app), pointsPart(app)),
  );
  root.append(fold);
  return { show() {} };
}

const button = (label, click) => element("button", { type: "button", class: "play-button", click }, label);
const section = (title, ...parts) => element("section", {}, element("h3", {}, title), ...parts);

function linkPart(app) {
  const address = (changes) => new URL(toAddress({ ...app.session.choices, ...changes }, app.view), location.href).href;
  return section(
    "A link",
    element("p", { class: "play-hint" }, "It holds what you have chosen, and leads to where this run started; or it takes along what was learned since."),
    copying("Copy the link", () => address({})),
    " ",
    copying("Copy it with the weights of now", () => address({ parameters: [...app.session.training.parameters] })),
  );
}

function pythonPart(app) {
  const code = element("code", { tabindex: "0" });
  const box = element("div", { class: "play-code", hidden: true }, element("pre", {}, code), copying("Copy the script", () => code.textContent));
  const open = button("Show as Python", () => {
    code.textContent = asPython(app.session);
    box.hidden = false;
    say(open, "Show the script as of now");
  });
  return section(
    "The same in Python",
    element("p", { class: "play-hint" }, "A script for the package nnbyhand that trains the same network to the same numbers."),
    open,
    box,
  );
}

function weightsPart(app) {
  const save = button("Save the weights", () => download("weights.json", toWeights(app.session)));
  const field = bringing("Weights, as this page saves them", ".json", (text) => {
    const { choices, notes = [], error } = fromWeights(text);
    if (error) return { error };
    app.load(choices);
    return { done: ["The weights are in place.", ...notes].join(" ") };
  });
  return section("Weights", save, field);
}

function pointsPart(app) {
  const field = bringing("A table: two columns of numbers, and a class", ".csv,.txt", (text) => {
    const { points, standardize = false, notes = [], error } = pointsFromCsv(text);
    if (error) return { error };
    app.change({ dataset: "points", points, standardize }, { fresh: true });
    return { done: [`${points.length} points are on the map.`, ...notes].join(" ") };
  });
  return section("Your own points", field);
}

// A field to paste into, or to choose a file for. `take` returns what it did, or what is wrong.
function bringing(label, kinds, take) {
  const text = element("textarea", { rows: "4", spellcheck: "false", autocomplete: "off" });
  const file = element("input", { type: "file", accept: kinds });
  const fault = element("p", { class: "play-error", role: "alert" });
  const done = element("p", { role: "status" });
  const tell = ({ error = "", done: told = "" }) => {
    say(fault, error);
    say(done, told);
    text.setAttribute("aria-invalid", String(error !== ""));
  };
  const use = (given) => tell(take(given));
  const read = async (chosen) => {
    try {
      text.value = await chosen.text();
    } catch {
      return tell({ error: "This file could not be read. Is it still where it was?" });
    }
    return use(text.value);
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) tell({ error: "This file is larger than 1 MB, which is more than can be used here." });
    else await read(chosen);
    file.value = ""; // the same file can be chosen again
  });
  return element(
    "div",
    { class: "play-bring" },
    element("label", {}, `${label} `, text),
    element("div", { class: "play-row" }, button("Use this", () => use(text.value)), element("label", {}, "or a file ", file)),
    fault,
    done,
  );
}

// A button that says for a moment whether it could copy.
function copying(label, text) {
  const copy = button(label, async () => {
    try {
      await navigator.clipboard.writeText(text());
      say(copy, "Copied");
    } catch {
      say(copy, "This browser does not let a page copy");
    }
    setTimeout(() => say(copy, label), SAID_FOR);
  });
  copy.setAttribute("aria-live", "polite");
  return copy;
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address)); // some browsers read it only after this task
}
