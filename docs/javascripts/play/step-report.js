// What the stepper says of a moment: a title, sentences with their numbers, and a table of the units
// of the layer.
import {
  activationLabel,
  factorText,
  layerName,
  numberText,
  raised,
  targetText,
  unitLabel,
} from "./naming.js";
import { chainOf, inputsInto, maskOf, selectionOf } from "./pass.js";
import { chainText, lossText, takenBackText } from "./step-text.js";
import { updateReport } from "./step-update.js";

// { title, lines, table: { head, rows } or null }
export function reportOf(app, { batch, moment, pass, updated }) {
  const { session } = batch;
  const { phase, layer } = moment;
  const selected = selectionOf(app);
  if (phase === "forward") return forward(session, pass, layer, selected);
  if (phase === "loss") return lossReport(session, pass);
  if (phase === "backward") return backward(session, pass, layer, selected, { batch, moment });
  return updateReport(session, batch, updated, selected);
}

function forward(session, pass, layer, selected) {
  const { activation, units } = session.network.layers[layer];
  const unit = chosenUnit(selected, layer);
  const bends =
    activation === "linear" ? "hands the sum on as it is" : `passes the sum through ${activationLabel(activation)}`;
  const isDropped = pass.masks?.[layer] !== undefined;
  const rows = eachUnit(units, (at) => [
    unitLabel(session, layer, at),
    numberText(pass.z[layer][at]),
    numberText(pass.a[layer][at]),
    ...(isDropped ? [droppedText(maskOf(pass, { layer, unit: at }))] : []),
  ]);
  return {
    title: `Forward: ${layerName(session, layer)}`,
    lines: [
      `Each unit adds up its inputs times their weights, as they stand on the edges, and its bias, and ${bends}.`,
      `${raised(unitLabel(session, layer, unit))}: z = ${sumText(session, pass, { layer, unit })}`,
    ],
    table: { head: ["", "sum z", "output a", ...(isDropped ? ["dropout"] : [])], rows },
  };
}

const eachUnit = (units, row) => Array.from({ length: units }, (_, unit) => row(unit));
const chosenUnit = (selected, layer) => (selected?.layer === layer ? selected.unit : 0);
const droppedText = (mask) => (mask === 0 ? "left out" : `× ${numberText(mask)}`);

// "0.31 · 0.35 + (−0.72) · 0.82 + 0.1 = −0.38"
function sumText(session, pass, { layer, unit }) {
  const { inputs, units, weights, biases } = session.network.layers[layer];
  const given = inputsInto(pass, layer);
  const { parameters } = pass;
  const terms = Array.from({ length: inputs }, (_, input) => {
    const weight = parameters[weights + input * units + unit];
    return `${factorText(given[input])} · ${factorText(weight)}`;
  });
  return `${[...terms, factorText(parameters[biases + unit])].join(" + ")} = ${numberText(pass.z[layer][unit])}`;
}

const lossReport = (session, pass) => ({
  title: "Loss",
  lines: [`The right answer is ${targetText(session.task, pass.row)}.`, ...lossText(session, pass)],
  table: null,
});

function backward(session, pass, layer, selected, { batch, moment }) {
  const { activation, units } = session.network.layers[layer];
  const isLast = layer === session.network.layers.length - 1;
  const isDropped = pass.masks?.[layer] !== undefined;
  const rows = eachUnit(units, (unit) => {
    const { byGiven, mask, bend } = chainOf(session, pass, { layer, unit });
    const factors = [byGiven, ...(isDropped ? [mask] : []), bend, pass.bySum[layer][unit]];
    return [unitLabel(session, layer, unit), ...factors.map(numberText)];
  });
  return {
    title: `Backward: ${layerName(session, layer)}`,
    lines: [
      isLast
        ? "First, how the loss changes with each output."
        : "Each unit adds up the slopes δ of the units that it feeds, each times the weight that leads there.",
      ...(isLast ? [] : [takenBackText(session, pass, { layer, unit: chosenUnit(selected, layer) })]),
      slopeText(activation),
      ...chainText(session, pass, edgeToTell(session, pass, layer, selected)),
      addedText(batch, moment, layer),
    ].filter(Boolean),
    table: { head: ["", "∂L/∂a", ...(isDropped ? ["× mask"] : []), "× f′(z)", "= δ"], rows },
  };
}

function slopeText(activation) {
  const factor =
    activation === "linear"
      ? "A linear unit has the slope 1, so that"
      : `Times the slope of ${activationLabel(activation)}, that`;
  return `${factor} is δ, the slope of the loss by the sum z. δ times an input is the gradient of a weight, as it stands on the edge.`;
}

// The chosen edge, if it lies in the layer; else the one with the largest gradient.
function edgeToTell(session, pass, layer, selected) {
  if (selected?.layer === layer && selected.input !== undefined) return selected;
  const { inputs, units } = session.network.layers[layer];
  const edges = eachUnit(inputs * units, (at) => ({
    layer,
    unit: at % units,
    input: Math.floor(at / units),
  }));
  const size = (edge) => Math.abs(chainOf(session, pass, edge).product) || 0;
  return edges.reduce((steepest, edge) => (size(edge) > size(steepest) ? edge : steepest));
}

// After the last layer of an example.
function addedText({ size }, { example }, layer) {
  if (layer > 0) return "";
  if (size === 1) return "The batch is this one example.";
  const part = example + 1 === size ? `all ${size} examples` : `${example + 1} of ${size} examples`;
  return `The batch adds up the gradients of ${part} and divides them by ${size}.`;
}
