// Training one moment at a time: forward, loss, backward, update, each at a press, with its numbers
// in words here and in the graph above.
import { element, mark, say } from "./elements.js";
import { exampleName, layerName } from "./naming.js";
import { steppingOf } from "./pass.js";
import { reportOf } from "./step-report.js";
import { Stepping } from "./stepping.js";

const PHASES = ["forward", "loss", "backward", "update"];
const INTRODUCTION =
  "One example goes forward through the network, its loss goes back, and after a batch of them the weights move. Press to go through it, number by number.";

export const mountStepper = (root, app) => new Stepper(root, app);

class Stepper {
  #told = null; // the report that is shown
  #toldOf = []; // batch, place in it, and what is chosen

  constructor(root, app) {
    this.app = app;
    this.stepping = new Stepping(app);
    this.phases = PHASES.map((phase) => element("li", {}, phase));
    this.place = element("p", { class: "stepper-place" });
    this.report = element("div", { class: "stepper-report" });
    root.classList.add("stepper");
    root.append(
      element("div", { class: "stepper-buttons" }, ...this.#buttons()),
      element("ol", { class: "stepper-phases", "aria-label": "Phases" }, ...this.phases),
      this.place,
      this.report,
    );
  }

  #buttons() {
    const { app, stepping } = this;
    const button = (text, click) => element("button", { type: "button", class: "play-button", click }, text);
    const pressing = (text, act) => button(text, () => this.#press(act));
    this.next = pressing("", () => stepping.next());
    this.next.classList.add("play-main");
    this.example = pressing("Finish the example", () => stepping.finishExample());
    this.run = button("Run", () => (app.isPlaying ? app.pause() : app.play()));
    return [
      this.next,
      pressing("Back", () => stepping.back()),
      this.example,
      pressing("Finish the batch", () => stepping.finishBatch()),
      pressing("Finish the epoch", () => this.#finishEpoch()),
      this.run,
    ];
  }

  #press(act) {
    const { app } = this;
    if (app.isPlaying) app.pause();
    if (app.session.task.train.count === 0) {
      app.say("There is no example yet. Draw some points first.");
      return;
    }
    act();
    if (this.#told) app.say(`${this.#told.title}. ${this.#told.lines.at(-1)}`);
  }

  #finishEpoch() {
    const { app } = this;
    app.advance({ epochs: 1 });
    if (!app.trouble && !app.stoppedBy) app.say(`Epoch ${app.session.training.epochs} is finished.`);
  }

  show({ isFrame = false } = {}) {
    const { app, stepping } = this;
    if (isFrame && !this.#told && !steppingOf(app)) return;
    stepping.look();
    const isLive = steppingOf(app) !== null;
    say(this.next, `Next: ${labelOf(app.session, stepping.upcoming)}`);
    say(this.run, app.isPlaying ? "Pause" : "Run");
    this.example.disabled = stepping.upcoming.phase === "update";
    this.phases.forEach((item, at) => tell(item, isLive && PHASES[at] === stepping.moment.phase));
    say(this.place, isLive ? placeOf(stepping) : INTRODUCTION);
    this.#tell(isLive);
  }

  #tell(isLive) {
    const now = isLive ? [this.stepping.batch, this.stepping.at, this.app.selected] : [];
    if (now.length === this.#toldOf.length && now.every((part, at) => part === this.#toldOf[at])) return;
    this.#toldOf = now;
    this.#told = isLive ? reportOf(this.app, this.stepping) : null;
    this.report.replaceChildren(...(this.#told ? written(this.#told) : []));
  }
}

function tell(item, isNow) {
  item.classList.toggle("is-now", isNow);
  if (isNow) mark(item, "aria-current", "step");
  else item.removeAttribute("aria-current");
}

function labelOf(session, { phase, example, layer }) {
  if (phase === "update") return "update the weights";
  if (phase === "loss") return "loss";
  const first = phase === "forward" && layer === 0 && example > 0 ? `example ${example + 1}, ` : "";
  return `${first}${phase}, ${layerName(session, layer)}`;
}

// "Example 3 of 10 in this batch · Example 41 of 160: (0.31, −0.72), class 1"
function placeOf({ batch, moment, pass }) {
  const { session, epochs, size } = batch;
  const where = `Epoch ${epochs + 1}, step ${batch.steps + 1}`;
  if (moment.phase === "update")
    return `${where} · after ${size === 1 ? "the one example" : `all ${size} examples`} of this batch`;
  return `${where} · ${moment.example + 1} of ${size} in this batch · ${exampleName(session, pass.row)}`;
}

function written({ title, lines, table }) {
  const words = element("div", {}, ...lines.map((line) => element("p", {}, line)));
  const parts = table ? [words, tableOf(table, title)] : [words];
  return [element("h3", {}, title), element("div", { class: "stepper-parts" }, ...parts)];
}

function tableOf({ head, rows }, title) {
  const headings = head.map((text) => (text ? element("th", { scope: "col" }, text) : element("td")));
  const body = rows.map(([name, ...values]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      ...values.map((value) => element("td", {}, value)),
    ),
  );
  const table = element(
    "table",
    { "aria-label": title },
    element("thead", {}, element("tr", {}, ...headings)),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "stepper-table" }, table);
}
