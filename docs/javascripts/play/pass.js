// One example's way through a network and back: all that is computed for it, one by one; and which
// example, and what of it, a reader has chosen to see.
import { ACTIVATIONS } from "../net/activations.js";
import { answers, LOSSES } from "../net/losses.js";
import { carryBack } from "../net/network.js";

// Where dropout is on, `masks` gives for each hidden layer by what its outputs are multiplied.
// Returns by layer the sums z, the outputs a, what of them is `given` to the next layer, and the
// slopes of the example's loss by what is given and by each sum; its input x, target, answer and
// loss; its parameters; and the gradient of that loss, in the order of the parameters.
export function passOf(session, row, { masks = null, parameters = session.training.parameters } = {}) {
  const { network, choices, task } = session;
  const room = network.room(1);
  const x = rowOf(task.train.x, task.train.count, row);
  const target = rowOf(task.train.y, task.train.count, row);
  const dropout = masks && { rate: choices.dropout, generator: repeating(masks) };
  const outputs = network.forward(parameters, x, 1, room, dropout);
  const last = network.layers.length - 1;
  const loss = LOSSES[choices.loss].measure(outputs, target, 1, outputs.length, room.slopes[last]);
  const byLastOutput = room.slopes[last].slice();
  const gradient = new Float64Array(network.parameterCount);
  network.backward(parameters, x, 1, room, gradient);
  const byGiven = network.layers.map((_, at) =>
    at === last ? byLastOutput : carriedBack(network.layers[at + 1], parameters, room.slopes[at + 1]),
  );
  const { z, a, given, slopes: bySum } = room;
  const answer = answers(choices.loss, [...outputs]);
  return { row, parameters, x, target, z, a, given, masks, answer, loss, byGiven, bySum, gradient };
}

// What the stepper shows, as long as nothing else has moved training, the example or the network.
export function steppingOf({ stepping, session, example }) {
  const isLive =
    stepping?.session === session &&
    stepping.steps === session.training.steps &&
    stepping.pass.row === example;
  return isLive ? stepping : null;
}

// null where there is no example.
export function passFor(app) {
  const row = chosenRow(app);
  return steppingOf(app)?.pass ?? (row < 0 ? null : passOf(app.session, row));
}

// The chosen neuron or edge, if the network still has it.
export function selectionOf({ session, selected }) {
  if (!selected) return null;
  const { sizes } = session.network;
  const { layer, unit, input = 0 } = selected;
  return unit < sizes[layer + 1] && (layer < 0 || input < sizes[layer]) ? selected : null;
}

// The chosen example, if the task still has it; else its last one, or -1 where it has none.
export const chosenRow = ({ session, example }) =>
  Math.min(Math.max(example, 0), session.task.train.count - 1);

function rowOf(values, count, row) {
  const width = values.length / count;
  return values.slice(row * width, (row + 1) * width);
}

// A source of chances that lets dropout keep and leave out what the masks say.
function repeating(masks) {
  const chances = masks.flatMap((mask) => [...mask].map((kept) => (kept ? 1 : -1)));
  let at = 0;
  return { random: () => chances[at++] };
}

// The slopes by the inputs of a layer, for one example.
function carriedBack(layer, parameters, slopes) {
  const before = new Float64Array(layer.inputs);
  carryBack(layer, parameters, slopes, 1, before);
  return before;
}

// What goes into a layer.
export const inputsInto = (pass, layer) => (layer > 0 ? pass.given[layer - 1] : pass.x);

// By what dropout multiplies the output of a unit.
export const maskOf = ({ masks }, { layer, unit }) => masks?.[layer]?.[unit] ?? 1;

// The factors of the chain rule for one weight, and their product: the slope of the loss by what the
// unit gives, the mask of dropout, the slope of its activation, and the input. A bias has input 1.
export function chainOf(session, pass, { layer, unit, input }) {
  const factors = {
    byGiven: pass.byGiven[layer][unit],
    mask: maskOf(pass, { layer, unit }),
    bend: slopeAt(session.network.layers[layer].activation, pass.z[layer][unit]),
    into: input === undefined ? 1 : inputsInto(pass, layer)[input],
  };
  return { ...factors, product: pass.gradient[parameterAt(session, { layer, unit, input })] };
}

export function slopeAt(activation, z) {
  const { value, slope } = ACTIVATIONS[activation];
  return slope(z, value(z));
}

// The number in the parameter vector of a weight, or of a bias where no input is named.
export function parameterAt({ network }, { layer, unit, input }) {
  const { weights, biases, units } = network.layers[layer];
  return input === undefined ? biases + unit : weights + input * units + unit;
}
