// What stands above the columns of the graph: for each layer its name, one unit more or less,
// its activation, and the way to take it out. A button that can do nothing says why when pressed.
import { ACTIVATIONS } from "../net/activations.js";
import { HIDDEN_ACTIVATIONS, MOST_HIDDEN_LAYERS, MOST_UNITS, OUTPUTS } from "./choices.js";
import { element } from "./elements.js";
import { layerName, raised } from "./naming.js";
import { selectionOf } from "./pass.js";
import { withActivation, withLayer, withoutLayer, withoutUnit, withUnit } from "./topology.js";

const FULL = `A hidden layer has at most ${MOST_UNITS} units here.`;
const LAST_UNIT = "A layer needs one unit. You can remove the whole layer instead.";
const DEEP = `There are at most ${MOST_HIDDEN_LAYERS} hidden layers here.`;

// A heading with controls for each column, in order from the inputs to the outputs.
export function layerControls(app) {
  const { session } = app;
  const hidden = session.choices.hidden.map((_, layer) => hiddenControls(app, layer));
  const inputs = element("div", {}, heading("Inputs"));
  const outputs = element("div", {}, heading("Output"), outputChoice(app));
  return [inputs, ...hidden, outputs];
}

const heading = (text) => element("p", { class: "graph-layer" }, text);

function hiddenControls(app, layer) {
  const name = layerName(app.session, layer);
  return element(
    "div",
    { role: "group", "aria-label": raised(name) },
    element("div", { class: "graph-head" }, heading(`Hidden ${layer + 1}`), removal(app, layer)),
    unitButtons(app, layer, name),
    activationChoice(app, layer, name),
  );
}

function unitButtons(app, layer, name) {
  const { session } = app;
  const { units } = session.choices.hidden[layer];
  const less = {
    key: `minus-${layer}`,
    text: "−",
    name: `One unit less in ${name}`,
    why: units <= 1 && LAST_UNIT,
  };
  const more = {
    key: `plus-${layer}`,
    text: "+",
    name: `One unit more in ${name}`,
    why: units >= MOST_UNITS && FULL,
  };
  const done = (now) => `${raised(name)} has ${now === 1 ? "1 unit" : `${now} units`}`;
  return element(
    "div",
    { class: "graph-units" },
    button(less, () =>
      change(app, withoutUnit(session, layer, chosenIn(app, layer)) ?? LAST_UNIT, done(units - 1)),
    ),
    element("span", { class: "graph-count" }, String(units)),
    button(more, () => change(app, withUnit(session, layer) ?? FULL, done(units + 1))),
  );
}

// The unit of a layer that is chosen, if one is: it is the one to go.
function chosenIn(app, layer) {
  const selected = selectionOf(app);
  return selected?.layer === layer && selected.input === undefined ? selected.unit : undefined;
}

function activationChoice(app, layer, name) {
  const { session } = app;
  const about = { key: `bend-${layer}`, name: `Activation of ${name}`, from: HIDDEN_ACTIVATIONS };
  return choice(about, session.choices.hidden[layer].activation, (chosen) =>
    change(
      app,
      withActivation(session, layer, chosen),
      `${raised(name)} is ${ACTIVATIONS[chosen].label} now`,
    ),
  );
}

function removal(app, layer) {
  const name = layerName(app.session, layer);
  return button({ key: `remove-${layer}`, text: "×", name: `Remove ${name}` }, () =>
    change(app, withoutLayer(app.session, layer), `${raised(name)} is removed`),
  );
}

// A cross-entropy takes the outputs as they are; a squared error lets the reader choose.
function outputChoice(app) {
  const { loss, output } = app.session.choices;
  if (loss !== "mse") return element("p", { class: "graph-logits" }, "linear (logits)");
  return choice({ key: "bend-output", name: "Activation of the output", from: OUTPUTS }, output, (chosen) =>
    change(
      app,
      { changes: { output: chosen }, fresh: false },
      `The output is ${ACTIVATIONS[chosen].label} now`,
    ),
  );
}

export function addLayerButton(app) {
  const why = app.session.choices.hidden.length >= MOST_HIDDEN_LAYERS && DEEP;
  return button({ key: "add-layer", text: "Add a hidden layer", why }, () =>
    change(app, withLayer(app.session) ?? DEEP, "A hidden layer is added"),
  );
}

// `plan` is what to change, or the words why nothing can be.
function change(app, plan, done) {
  if (typeof plan === "string") {
    app.say(plan);
    return;
  }
  app.change(plan.changes, { fresh: plan.fresh });
  app.say(`${done}: the network is ${topologyText(app.session)}.`);
}

export const topologyText = ({ network }) => `[${network.sizes.join(", ")}]`;

// `why` tells, where the button can do nothing, for what reason.
function button({ key, text, name = text, why = false }, click) {
  const label = name === text ? null : name;
  const about = { "aria-label": label, "aria-disabled": why && "true", title: why || label };
  const made = element("button", { type: "button", class: "play-button", ...about, click }, text);
  made.dataset.key = key;
  return made;
}

function choice({ key, name, from }, chosen, choose) {
  const made = element(
    "select",
    { class: "play-select", "aria-label": name, change: () => choose(made.value) },
    ...from.map((value) =>
      element("option", { value, selected: value === chosen }, ACTIVATIONS[value].label),
    ),
  );
  made.dataset.key = key;
  return made;
}
