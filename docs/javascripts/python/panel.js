// A block that a reader uses: its buttons, its editor, and the code as it was.
import { element, say } from "../play/elements.js";
import { runnable, withBar } from "./blocks.js";
import { openEditor } from "./editor.js";
import { keepEdit, keptEdit } from "./edits.js";
import { foldedMore } from "./more.js";
import { blocksAbove } from "./order.js";
import { Output } from "./output.js";
import { forget, run, stop } from "./running.js";
import { codeFrom } from "./share.js";
import { loadSheet } from "./sheet.js";
import { Source } from "./source.js";

await loadSheet();

const panels = new Map();
export function panelOf(block) {
  if (!panels.has(block)) panels.set(block, new Panel(block));
  return panels.get(block);
}

// For pages that are made of such blocks. `space` holds the variables, `check` names the exercise that
// `check()` checks, `open` opens the editor. A link may have brought code before.
export function mountPanel(block, { space, check, open = false } = {}) {
  const panel = panelOf(block);
  panel.space = space ?? panel.space;
  panel.exercise = check;
  if (!panel.isOpen) panel.restore();
  panel.open();
  if (open) panel.openEditor();
  return panel;
}

class Panel {
  halt = null; // takes back a run of this block, while there is one
  editor = null;

  constructor(block) {
    const number = runnable().indexOf(block) + 1;
    const page = location.pathname.replace(/\/(index\.html)?$/, "").split("/").at(-1);
    this.label = `block ${number}`;
    this.name = `${page}, ${this.label}`;
    this.block = block;
    this.space = spaceOf(block);
    this.source = new Source(block);
    this.bar = block.querySelector(":scope > .run-bar") ?? withBar(block);
    [this.runButton, this.editButton] = this.bar.children;
    this.resetButton = element("button", { type: "button", click: () => this.reset() }, "Reset");
    this.resetButton.ariaLabel = `Reset ${this.label}`;
    this.output = new Output(block, this.label);
    this.below = this.output.below;
  }

  get isOpen() {
    return "live" in this.block.dataset;
  }

  // Shows all that it can do, once a reader does something with it.
  open() {
    if (this.isOpen) return;
    this.block.dataset.live = "";
    // In front of the others, which stay where a finger has found them.
    this.bar.prepend(element("span", { class: "run-edited" }, "Edited"), this.resetButton);
    this.output.root.append(foldedMore(this, () => panels.forEach((each) => each.restoreOriginal())));
    this.block.append(this.output.root);
  }

  code() {
    return this.source.code;
  }

  get above() {
    return blocksAbove(this.block)
      .map(panelOf)
      .filter(({ space }) => space === this.space);
  }

  run() {
    this.open();
    return run(this);
  }

  check() {
    this.open();
    return run(this, this.exercise);
  }

  // What the button Run does: it stops what it started.
  press() {
    return this.halt ? stop(this) : this.run();
  }

  showBusy(isBusy) {
    say(this.runButton, isBusy ? "Stop" : "Run");
    this.runButton.ariaLabel = `${isBusy ? "Stop" : "Run"} ${this.label}`;
    this.resetButton.disabled = isBusy;
  }

  // Opens the editor at a line, or opens and closes it by turns.
  edit(line) {
    if (this.editor && !line) return this.closeEditor();
    this.openEditor();
    return this.editor.focus(line);
  }

  openEditor() {
    this.open();
    const changed = (code) => {
      if (keepEdit(this.block.dataset.run, this.source.original, code)) return;
      this.output.say("This browser does not keep this edit: it is gone when you leave the page.");
    };
    this.editor ??= openEditor(this.source, { name: this.label, changed, run: () => this.run() });
    say(this.editButton, "Done");
    this.editButton.ariaLabel = `Done editing ${this.label}`;
  }

  closeEditor() {
    this.editor.close();
    this.editor = null;
    say(this.editButton, "Edit");
    this.editButton.ariaLabel = `Edit ${this.label}`;
  }

  // Shows what the reader wrote here the last time.
  restore() {
    const code = keptEdit(this.block.dataset.run, this.source.original);
    if (code === null) return;
    this.open();
    this.#show(code);
  }

  // What a reader wrote is not lost by one press: it can be brought back.
  async reset() {
    const written = this.code();
    const { original } = this.source;
    this.restoreOriginal();
    keepEdit(this.block.dataset.run, original, original);
    this.output.clear();
    await forget(this.space, () => this.output.say("The code is as it was. Variables go once the other run is done."));
    const back = written !== original && ["Bring my code back", () => this.#bringBack(written)];
    this.output.say("The code is as it was, and the variables of this page are forgotten.", back);
  }

  #bringBack(written) {
    this.#show(written);
    keepEdit(this.block.dataset.run, this.source.original, written);
    this.output.say("Your code is back.");
    this.resetButton.focus();
  }

  restoreOriginal() {
    if (!this.editor && !this.source.isEdited) return;
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
    panel.open();
    if (found) panel.#take(code);
    else panel.output.say(error ?? "This page has no block that the link names.");
    panel.block.scrollIntoView({ block: "center" });
  }

  #take(code) {
    this.#show(code);
    this.openEditor();
    const folds = this.block.closest("article").querySelectorAll("details");
    for (const fold of folds) fold.open ||= fold.contains(this.block);
    this.output.say("This code came with the link, and nothing of it has run. Read it before you press Run.");
  }

  #show(code) {
    if (this.editor) this.editor.set(code);
    else this.source.show(code);
  }
}

// Answers of an exercise share its variables, the cells of a lab theirs, and other blocks the page's.
function spaceOf(block) {
  const exercise = block.closest("[data-exercise]")?.dataset.exercise;
  if (exercise) return `exercise-${exercise}`;
  return block.dataset.run.startsWith("lab:") ? "lab" : "page";
}
