// The exercises of a page: their blocks are open to be written in, and Check says what is wrong. An
// exercise is solved once nothing is; that is kept with the rest of a reader's progress.
import { element } from "../play/elements.js";
import { keepExercise, keptExercises } from "../progress.js";
import { mountPanel } from "./panel.js";

export function mount(sections) {
  for (const block of document.querySelectorAll("[data-scratch] > [data-run]")) {
    mountPanel(block, { space: "scratch", open: true });
  }
  const exercises = [...sections].map((section) => new Exercise(section));
  const show = () => exercises.forEach((exercise) => exercise.show());
  exercises.forEach((exercise, at) => exercise.mount(exercises[at + 1], show));
  // Other tabs write, too; and a page that the browser brings back shows what it showed before.
  for (const event of ["storage", "pageshow"]) addEventListener(event, show);
  show();
}

class Exercise {
  constructor(section) {
    this.name = section.dataset.exercise;
    this.heading = section.querySelector("h2");
    this.title = this.heading.firstChild.textContent.trim();
    this.block = section.querySelector(":scope > [data-run]");
    this.solved = element("p", { class: "exercise-solved", hidden: true }, "Solved");
    section.querySelector(":scope > details").before(this.solved); // moves nothing that is read just then
  }

  mount(next, onSolved) {
    Object.assign(this, { next, onSolved });
    this.panel = mountPanel(this.block, { space: `exercise-${this.name}`, check: this.name, open: true });
    this.said = element("div", { class: "findings", role: "status" });
    this.panel.below.append(this.said);
    const button = element("button", { type: "button", class: "exercise-check", click: () => this.check() }, "Check");
    button.ariaLabel = `Check: ${this.title}`;
    this.panel.runButton.after(button);
    for (const other of [this.panel.runButton, this.panel.resetButton]) {
      other.addEventListener("click", () => this.said.replaceChildren());
    }
  }

  async check() {
    this.said.replaceChildren();
    const findings = (await this.panel.check())?.findings;
    if (!findings?.length) return; // it was not run, or came to no end, and the block says why
    const isSolved = findings.every(({ ok }) => ok);
    if (isSolved) {
      keepExercise(this.name);
      this.onSolved();
    }
    this.said.append(this.#summary(isSolved), listOf(findings));
  }

  show() {
    this.solved.hidden = !keptExercises().includes(this.name);
  }

  #summary(isSolved) {
    if (!isSolved) return element("p", { class: "finding-sum" }, "Not yet. Mend this first:");
    const sum = element("p", { class: "finding-sum" }, "Solved: every check passes.");
    if (this.next) sum.append(" Next: ", element("a", { href: `#${this.next.heading.id}` }, this.next.title));
    return sum;
  }
}

// What is wrong comes first, then what is right already.
function listOf(findings) {
  const sorted = [...findings].sort((one, other) => one.ok - other.ok);
  return element("ul", {}, ...sorted.map(({ ok, text }) => {
    const item = element("li", { "data-ok": ok }, ...withCode(text));
    item.prepend(element("span", { class: "finding-kind" }, ok ? "Right: " : "Wrong: "));
    return item;
  }));
}

// Text between backticks is code.
const withCode = (text) =>
  text.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));
