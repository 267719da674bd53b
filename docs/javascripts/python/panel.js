// A block that a reader uses: its buttons, its editor, and the code as it was.
import { element, say } from "../play/elements.js";
import { runnable, withBar } from "./blocks.js";
import { openEditor } from "./editor.js";
import { keepEdit, keptEdit } from "./edits.js";
import { foldedMore } from "./more.js";
import { Output } from "./output.js";
import { forget, run, stop } from "./running.js";
import { codeFrom } from "./share.js";
import { loadSheet } from "./sheet.js";
import { Source } from "./source.js";

await loadSheet();

const panels = new Map();
export const panelOf = (block) => panels.get(block) ?? mountPanel(block);

// `space` holds the variables, `check` names the exercise that `check()` checks, `open` opens the editor.
export function mountPanel(block, { space = spaceOf(block), check, open = false } = {}) {
  const panel = new Panel(block, space, check);
  panels.set(block, panel);
  panel.restore();
  if (open) panel.openEditor();
  return panel;
}

class Panel {
  halt = null; // takes back a run of this block, while there is one
  editor = null;

  constructor(block, space, exercise) {
    const number = runnable().indexOf(block) + 1;
    const page = location.pathname.replace(/\/(index\.html)?$/, "").split("/").at(-1);
    this.label = `block ${number}`;
    this.name = `${page}, ${this.label}`;
    Object.assign(this, { block, space, exercise });
    this.source = new Source(block);
    this.bar = block.querySelector(":scope > .run-bar") ?? withBar(block);
    this.output = new Output(block, this.label);
    this.below = this.output.below;
    this.output.root.append(foldedMore(this, () => panels.forEach((each) => each.restoreOriginal())));
    [this.runButton, this.editButton] = this.bar.children;
    this.resetButton = element("button", { type: "button", click: () => this.reset() }, "Reset");
    this.resetButton.ariaLabel = `Reset ${this.label}`;
    this.editButton.after(this.resetButton);
    this.bar.prepend(element("span", { class: "run-edited" }, "Edited"));
    block.dataset.live = "";
  }

  code() {
    return this.source.code;
  }

  run() {
    return run(this);
  }

  check() {
    return run(this, this.exercise);
  }

  // What the button Run does: it stops what it started.
  press() {
    return this.halt ? stop(this) : run(this);
  }

  showBusy(isBusy) {
    say(this.runButton, isBusy ? "Stop" : "Run");
    this.runButton.ariaLabel = `${isBusy ? "Stop" : "Run"} ${this.label}`;
    this.resetButton.disabled = isBusy;
  }

  edit(line) {
    if (this.editor && !line) return this.closeEditor();
    this.openEditor();
    return this.editor.focus(line);
  }

  openEditor() {
    const changed = (code) => {
      if (keepEdit(this.block.dataset.run, this.source.original, code)) return;
      this.output.say("This browser does not keep this edit: it is gone when you leave the page.");
    };
    this.editor ??= openEditor(this.source, { name: this.label, changed, run: () => this.run() });
    this.#nameEdit("Done");
  }

  closeEditor() {
    this.editor?.close();
    this.editor = null;
    this.#nameEdit("Edit");
  }

  // Shows what the reader wrote here the last time.
  restore() {
    const code = keptEdit(this.block.dataset.run, this.source.original);
    if (code !== null) this.#show(code);
  }

  async reset() {
    this.restoreOriginal();
    keepEdit(this.block.dataset.run, this.source.original, this.source.original);
    this.output.clear();
    await forget(this.space);
    this.output.say("The code is as it was, and the variables of this page are forgotten.");
  }

  restoreOriginal() {
    if (location.hash.startsWith("#run=")) history.replaceState(null, "", location.pathname + location.search);
    this.#show(this.source.original);
    this.source.rest();
  }

  // Shows the code that a link brought, in the block that it names. It is not run, nor kept unless
  // the reader goes on writing.
  receive() {
    const { block, code, error } = codeFrom(location.hash);
    const found = runnable().find(({ dataset }) => dataset.run === block);
    const panel = found ? panelOf(found) : this;
    if (found) {
      panel.#show(code);
      panel.openEditor();
      for (let fold = found.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
    const read = "This code came with the link, and nothing of it has run. Read it before you press Run.";
    panel.output.say(error ?? (found ? read : "This page has no block that the link names."));
    panel.block.scrollIntoView({ block: "center" });
  }

  #show(code) {
    if (this.editor) this.editor.set(code);
    else this.source.show(code);
  }

  #nameEdit(name) {
    say(this.editButton, name);
    this.editButton.ariaLabel = name === "Done" ? `Done editing ${this.label}` : `Edit ${this.label}`;
  }
}

// Answers of an exercise share its variables, the cells of a lab theirs, and other blocks the page's.
function spaceOf(block) {
  const exercise = block.closest("[data-exercise]")?.dataset.exercise;
  if (exercise) return `exercise-${exercise}`;
  return block.dataset.run.startsWith("lab:") ? "lab" : "page";
}
