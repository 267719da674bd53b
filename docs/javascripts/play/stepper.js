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

export function mountStepper(root, app) {
  const stepping = new Stepping(app);
  const phases = PHASES.map((phase) => element("li", {}, phase));
  const place = element("p", { class: "stepper-place" });
  const report = element("div", { class: "stepper-report" });
  const press = (text, act) =>
    element("button", { type: "button", class: "play-button", click: () => run(act) }, text);
  const next = press("", () => stepping.next());
  next.classList.add("play-main");
  const back = press("Back", () => stepping.back());
  const example = press("Finish the example", () => stepping.finishExample());
  const batch = press("Finish the batch", () => stepping.finishBatch());
  const epoch = press("Finish the epoch", () => app.advance({ epochs: 1 }));
  const play = element(
    "button",
    { type: "button", class: "play-button", click: () => (app.isPlaying ? app.pause() : app.play()) },
    "Run",
  );
  root.classList.add("stepper");
  root.append(
    element("h2", { class: "play-title" }, "Step by step"),
    element("div", { class: "stepper-buttons" }, next, back, example, batch, epoch, play),
    element("ol", { class: "stepper-phases", "aria-label": "Phases" }, ...phases),
    place,
    report,
  );

  function run(act) {
    if (app.isPlaying) app.pause();
    if (app.session.task.train.count === 0)
      return app.say("There is no example yet. Draw some points first.");
    act();
    const { title, lines } = told ?? {};
    return title && app.say(`${title}. ${lines.at(-1)}`);
  }

  let told = null; // the report that is shown
  let toldOf = "";

  function show({ isFrame = false } = {}) {
    if (isFrame && !steppingOf(app) && toldOf === "") return;
    stepping.look();
    const isLive = steppingOf(app) !== null;
    const { moment } = stepping;
    say(next, `Next: ${labelOf(app.session, stepping.upcoming)}`);
    say(play, app.isPlaying ? "Pause" : "Run");
    example.disabled = stepping.upcoming.phase === "update";
    phases.forEach((item, at) => tell(item, isLive && PHASES[at] === moment.phase));
    say(place, isLive ? placeOf(stepping) : INTRODUCTION);
    const key = isLive ? keyOf(stepping, app.selected) : "";
    if (key === toldOf) return;
    toldOf = key;
    told = isLive ? reportOf(app, stepping) : null;
    report.replaceChildren(...(told ? written(told) : []));
  }

  return { show };
}

const keyOf = ({ batch, at }, selected) => `${batch.steps} ${batch.rows} ${at} ${JSON.stringify(selected)}`;

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
  const paragraphs = lines.map((line) => element("p", {}, line));
  return [element("h3", {}, title), ...paragraphs, ...(table ? [tableOf(table, title)] : [])];
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
