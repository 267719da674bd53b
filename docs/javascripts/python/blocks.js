// Run and Edit below the blocks of code that can run in the page. What they do is fetched when one of
// them is first used, when a reader comes back to a block that was edited, or with a link to code.

const ALLOWED = "nnbyhand.python"; // set by runtime.js once the reader has said yes
const EDITS = "nnbyhand.edits"; // kept by edits.js
const SHARED = "#run="; // see share.js

export const runnable = () => [...document.querySelectorAll("[data-run]")];

export function mountRunButtons() {
  // Exercises and the scratch editor open their blocks themselves; folded answers are as any block.
  const here = runnable().filter(
    (block) => block.closest("details") || !block.closest("[data-exercise], [data-scratch]"),
  );
  const edited = editedHere();
  for (const block of here) {
    withBar(block);
    if (block.dataset.run in edited) use(block, "restore");
  }
  const arrive = () => location.hash.startsWith(SHARED) && use(runnable()[0], "receive");
  addEventListener("hashchange", arrive);
  arrive();
}

// Returns the bar of a block, with its buttons; the one that copies moves into it.
export function withBar(block) {
  const bar = document.createElement("div");
  bar.className = "run-bar";
  const number = runnable().indexOf(block) + 1;
  for (const [name, does] of [["Run", "press"], ["Edit", "edit"]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.ariaLabel = `${name} block ${number}`;
    button.addEventListener("click", () => use(block, does));
    bar.append(button);
  }
  bar.append(...block.querySelectorAll(".copy"));
  for (const near of ["pointerenter", "focusin"]) bar.addEventListener(near, prepare, { once: true });
  block.append(bar);
  return bar;
}

async function use(block, does) {
  let panels;
  try {
    panels = await import("./panel.js");
  } catch (reason) {
    if (does !== "restore") alert("What runs code could not be fetched. Load this page anew once you are online.");
    throw reason;
  }
  panels.panelOf(block)[does]();
}

async function prepare() {
  if (stored(ALLOWED)) (await import("./runtime.js")).runtime.prepare();
}

function editedHere() {
  try {
    return JSON.parse(stored(EDITS))[location.pathname] ?? {};
  } catch {
    return {};
  }
}

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // this browser keeps nothing
  }
}
