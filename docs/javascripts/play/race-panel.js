// The race: a second network beside this one, from the same start, that differs in one choice. Both
// see the same number of examples. Which is ahead is said in words.
import { ACTIVATIONS } from "../net/activations.js";
import { INITIALIZATIONS } from "../net/initializations.js";
import { LOSSES } from "../net/losses.js";
import { OPTIMIZERS } from "../net/optimizers.js";
import { HIDDEN_ACTIVATIONS, PENALTIES, lossesFor } from "./choices.js";
import { element, say } from "./elements.js";
import { AnswerMap } from "./map.js";
import { numberText } from "./naming.js";
import { percent } from "./percent.js";
import { onColorsChange } from "./tones.js";

const named = (table, names = Object.keys(table)) => names.map((name) => [name, table[name].label]);
const numbers = (...values) => values.map((value) => [value, String(value)]);
const CLOSE = 0.05; // of the smaller loss: less is no lead

// What networks may differ in: its name, the values, and the changes that a value stands for; `null`
// for parameters where the second network draws its own.
const DIFFERENCES = {
  rate: { label: "Learning rate", values: () => numbers(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3) },
  optimizer: { label: "Optimizer", values: () => named(OPTIMIZERS) },
  batchSize: { label: "Batch size", values: () => [...numbers(1, 5, 10, 50), [0, "all at once"]] },
  activation: {
    label: "Activation",
    values: ({ hidden }) => (hidden.length > 0 ? named(ACTIVATIONS, HIDDEN_ACTIVATIONS) : []),
    of: ({ hidden }) => hidden[0]?.activation,
    changes: (activation, { hidden }) => ({ hidden: hidden.map((layer) => ({ ...layer, activation })) }),
  },
  layers: {
    label: "Hidden layers",
    values: () => numbers(0, 1, 2, 3, 4, 5, 6),
    of: ({ hidden }) => hidden.length,
    changes: (count, { hidden }) => ({ hidden: Array.from({ length: count }, (_, at) => hidden[at] ?? hidden.at(-1) ?? { units: 4, activation: "tanh" }) }),
  },
  initialization: { label: "First weights", values: () => named(INITIALIZATIONS), changes: (initialization) => ({ initialization, parameters: null }) },
  seed: { label: "Seed", values: () => numbers(1, 2, 3, 4, 5), changes: (seed) => ({ seed, parameters: null }) },
  penalty: { label: "Penalty", values: () => named(PENALTIES) },
  dropout: { label: "Dropout", values: ({ hidden }) => (hidden.length > 0 ? numbers(0, 0.1, 0.2, 0.5) : []) },
  loss: { label: "Loss", values: (choices) => named(LOSSES, lossesFor(choices)) },
};

const labeled = (text, control) => [element("label", { for: control.id }, text), control];

export function mountRace(root, app) {
  const kinds = element("select", { id: "play-differ", autocomplete: "off" }, ...Object.entries(DIFFERENCES).map(([name, { label }]) => new Option(label, name)));
  const values = element("select", { id: "play-other", autocomplete: "off" });
  const begin = element("button", { type: "button", class: "play-button", click: start }, "Start a race");
  const end = element("button", { type: "button", class: "play-button", click: () => app.race(null) }, "End the race");
  const maps = [new AnswerMap(), new AnswerMap()];
  const ahead = element("p", { class: "play-ahead" });
  const over = element("p", { role: "status" }); // why a race ended by itself
  const title = element("h3", {});
  const sides = [element("h3", {}, "The first one"), title].map((name, at) => element("div", {}, name, maps[at].root));
  const rival = element("div", { hidden: true }, ahead, element("div", { class: "play-rivals" }, ...sides));
  const fold = element(
    "details",
    { class: "play-fold", open: app.raced !== null },
    element("summary", {}, "Race two networks"),
    element("p", { class: "play-hint" }, "A second network, from the same start, that differs in one choice. Its curves stand beside those of the first."),
    element("div", { class: "play-row" }, ...labeled("They differ in", kinds), ...labeled("The second one has", values), begin, end),
    over,
    rival,
  );
  root.append(fold);
  onColorsChange(() => {
    maps.forEach((map) => map.forget());
    show();
  });
  let offered = "";

  // Offers the values that this network does not have itself. Where there is none, there is no race.
  function offer() {
    const { choices } = app.session;
    const { values: all, of = (each) => each[kinds.value] } = DIFFERENCES[kinds.value];
    const others = all(choices).filter(([value]) => String(value) !== String(of(choices)));
    const key = JSON.stringify(others);
    if (key === offered) return;
    offered = key;
    values.replaceChildren(...(others.length > 0 ? others : [["", "nothing else"]]).map(([value, label]) => new Option(label, value)));
    begin.disabled = others.length === 0;
  }

  function start() {
    const { values: all, changes = (value) => ({ [kinds.value]: value }) } = DIFFERENCES[kinds.value];
    const { choices } = app.session;
    const [value] = all(choices).find(([each]) => String(each) === values.value);
    app.race(changes(value, choices));
    app.play();
  }

  // Says what the race is about, which may have begun with the page, from its address.
  function tell() {
    const { kind, value, text } = differenceOf(app);
    kinds.value = kind;
    values.replaceChildren(new Option(text, value));
    offered = "";
    say(title, `The second one: ${DIFFERENCES[kind].label.toLowerCase()} ${text}`);
  }

  let told = null; // the race that was told last
  function show({ isFrame } = {}) {
    const isOn = app.rival !== null;
    if (!isFrame && !isOn) offer();
    if (isOn && told !== app.raced) tell();
    told = app.raced;
    rival.hidden = end.hidden = !isOn;
    begin.hidden = kinds.disabled = isOn;
    values.disabled = isOn || begin.disabled;
    say(over, app.raceEnd);
    if (isOn) {
      maps[0].show(app.session, { isFrame });
      maps[1].show(app.rival, { isFrame });
      say(ahead, aheadText(app));
    }
  }
  kinds.addEventListener("change", () => show());
  return { show };
}

// In what the two networks differ: the kind of choice, its value for the second one, and the words
// for it.
function differenceOf({ raced, session }) {
  const { choices } = session;
  const [name] = Object.keys(raced).filter((each) => each !== "parameters");
  const ofLayers = raced.hidden?.length === choices.hidden.length ? "activation" : "layers";
  const kind = name === "hidden" ? ofLayers : name;
  const { values, of = (each) => each[kind] } = DIFFERENCES[kind];
  const value = of({ ...choices, ...raced });
  const [, text = String(value)] = values(choices).find(([each]) => each === value) ?? [];
  return { kind, value, text };
}

function aheadText({ session, record, rival }) {
  if (session.training.divergedAt) return "The numbers of the first one grew past all bounds: it is out of the race.";
  if (rival.training.divergedAt) return "The numbers of the second one grew past all bounds: it is out of the race.";
  const point = record.points.at(-1);
  if (point.epoch === 0) return "Both stand at their start.";
  const isOfOneKind = session.choices.loss === rival.choices.loss;
  return `After ${point.epoch.toLocaleString("en-US")} epochs: ${isOfOneKind ? byLosses(point) : byAccuracies(point)}.`;
}

function byLosses({ loss, accuracy, rival }) {
  const [one, other] = [loss ?? Infinity, rival.loss ?? Infinity];
  const which = one < other ? "The first" : "The second";
  const losses = `losses ${numberText(loss)} and ${numberText(rival.loss)}`;
  const isClose = one === other || Math.abs(one - other) <= CLOSE * Math.min(one, other);
  const lead = isClose ? `Neither is ahead (${losses})` : `${which} is ahead (${losses})`;
  return accuracy === null ? lead : `${lead}; right: ${rightText(accuracy, rival.accuracy)}`;
}

// Losses of two kinds are no measure of each other.
function byAccuracies({ accuracy, rival }) {
  const isEven = accuracy === rival.accuracy;
  const which = accuracy > rival.accuracy ? "The first" : "The second";
  const right = `right: ${rightText(accuracy, rival.accuracy)}`;
  return `${isEven ? "Neither is ahead" : `${which} is ahead`} (${right}); their losses are of two kinds and cannot be compared`;
}

const rightText = (...shares) => shares.map((share) => (share === null ? "past all bounds" : percent(share))).join(" and ");
