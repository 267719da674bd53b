// Layers and units that come and go, and what becomes of the weights. Before the first step all are
// drawn anew. After it, what is learned stays where its inputs stay: a new unit gets drawn weights
// from its inputs and 0 to its outputs, so that the answer does not jump; a unit that goes takes its
// weights along; layers whose inputs change are drawn anew.
import { MOST_HIDDEN_LAYERS, MOST_UNITS } from "./choices.js";
import { parameterAt } from "./pass.js";
import { Session } from "./session.js";

export const KEPT =
  "Before the first step, every change draws all weights anew from the seed. Later, what the network has learned stays: a new unit gets drawn weights in and 0 out, so that the answer does not jump; a unit that goes takes its weights along; and a layer whose inputs are other ones is drawn anew.";

const isUntrained = ({ training, choices }) => training.steps === 0 && choices.parameters === null;

// What to change for one more unit of a hidden layer; null where the layer is full.
export function withUnit(session, layer) {
  const { hidden } = session.choices;
  if (hidden[layer].units >= MOST_UNITS) return null;
  const units = hidden[layer].units + 1;
  const changed = hidden.with(layer, { ...hidden[layer], units });
  const isNew = (unit) => unit === units - 1;
  return changesFor(session, changed, (at, input, unit) => {
    if (at === layer && isNew(unit)) return null;
    if (at === layer + 1 && input !== undefined && isNew(input)) return 0;
    return { layer: at, input, unit };
  });
}

// What to change for one unit less, the last one if none is named; null where it is the only one.
export function withoutUnit(session, layer, gone = session.choices.hidden[layer].units - 1) {
  const { hidden } = session.choices;
  if (hidden[layer].units <= 1) return null;
  const changed = hidden.with(layer, { ...hidden[layer], units: hidden[layer].units - 1 });
  const before = (index) => (index >= gone ? index + 1 : index);
  return changesFor(session, changed, (at, input, unit) => {
    if (at === layer) return { layer: at, input, unit: before(unit) };
    if (at === layer + 1 && input !== undefined) return { layer: at, input: before(input), unit };
    return { layer: at, input, unit };
  });
}

// What to change for one more hidden layer before the outputs, like the last one.
export function withLayer(session) {
  const { hidden } = session.choices;
  if (hidden.length >= MOST_HIDDEN_LAYERS) return null;
  const like = hidden.at(-1) ?? { units: 4, activation: "tanh" };
  return changesFor(session, [...hidden, { ...like }], (at, input, unit) =>
    at < hidden.length ? { layer: at, input, unit } : null,
  );
}

export function withoutLayer(session, layer) {
  const changed = session.choices.hidden.toSpliced(layer, 1);
  return changesFor(session, changed, (at, input, unit) => {
    if (at === layer) return null;
    return { layer: at < layer ? at : at + 1, input, unit };
  });
}

export function withActivation(session, layer, activation) {
  const { hidden } = session.choices;
  const changed = hidden.with(layer, { ...hidden[layer], activation });
  return changesFor(session, changed, (at, input, unit) => ({ layer: at, input, unit }));
}

// `origin` tells for each weight and each bias (no input) of the new network where it comes from in
// the old one: a place, a number, or null for drawn.
function changesFor(session, hidden, origin) {
  if (isUntrained(session)) return { changes: { hidden, parameters: null }, fresh: true };
  const choices = { ...session.choices, hidden, parameters: null };
  const { network, start: parameters } = new Session(choices);
  network.layers.forEach(({ inputs, units, weights, biases }, layer) => {
    for (let unit = 0; unit < units; unit += 1) {
      for (let input = 0; input < inputs; input += 1) {
        place(weights + input * units + unit, origin(layer, input, unit));
      }
      place(biases + unit, origin(layer, undefined, unit));
    }
  });
  return { changes: { hidden, parameters: [...parameters] }, fresh: false };

  function place(at, from) {
    if (from === null) return;
    parameters[at] =
      typeof from === "number" ? from : session.training.parameters[parameterAt(session, from)];
  }
}
