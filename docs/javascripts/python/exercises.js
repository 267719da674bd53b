// The exercises of a page: their blocks are open to be written in, and Check says what is wrong. An
// exercise is solved once nothing is; that is kept with the rest of a reader's progress, and shown at
// the exercise and in the list of contents.
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
    const solved = element("p", { class: "exercise-solved", hidden: true }, "Solved");
    section.querySelector(":scope > details").before(solved); // moves nothing that is read just then
    this.marks = [solved, ...marksInContents(this.heading.id)];
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
    const { kind, findings = [] } = (await this.panel.check()) ?? {};
    if (!findings.length || !["done", "error"].includes(kind)) return; // the block says why
    const isRight = findings.every(({ ok }) => ok);
    if (isRight && kind === "done") {
      keepExercise(this.name);
      this.onSolved();
    }
    this.said.append(this.#summary(isRight, kind), listOf(findings));
  }

  show() {
    const isSolved = keptExercises().includes(this.name);
    for (const mark of this.marks) mark.hidden = !isSolved;
  }

  // An error comes from the reader's own lines, and stands above.
  #summary(isRight, kind) {
    const sum = element("p", { class: "finding-sum" }, SUMS[kind][isRight ? "right" : "wrong"]);
    if (isRight && kind === "done" && this.next) {
      sum.append(" Next: ", element("a", { href: `#${this.next.heading.id}` }, this.next.title));
    }
    return sum;
  }
}

const SUMS = {
  done: { right: "Solved: every check passes.", wrong: "Not yet. Mend this first:" },
  error: {
    right: "Every check passes, but the code ends in the error above. Mend that, and the exercise is solved.",
    wrong: "Beside the error above, this is not right yet:",
  },
};

function marksInContents(id) {
  const links = document.querySelectorAll(`.md-nav--secondary a.md-nav__link[href$="#${id}"]`);
  return [...links].map((link) => {
    const mark = element("span", { class: "exercise-mark", hidden: true }, "solved");
    link.append(" ", mark);
    return mark;
  });
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
