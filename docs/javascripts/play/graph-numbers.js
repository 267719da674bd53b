// Which numbers stand in the graph: below neurons and on edges, as the stepper has them, else as the
// reader asked to see values.
import {
  layerName,
  numberText,
  pointText,
  raised,
  shortText,
  signedText,
  SLOPE,
  unitLabel,
} from "./naming.js";
import { inputsInto, parameterAt } from "./pass.js";

// What stands below a neuron: inputs and several outputs have names; a value may be missing.
export function captionOf({ session, stepping, pass, isShown }, { layer, unit }) {
  const isLast = layer === session.network.layers.length - 1;
  const value = stepping
    ? captionAt(stepping, { layer, unit })
    : isShown(layer)
      ? outputOf(pass, { layer, unit })
      : "";
  const hasName = layer < 0 || (isLast && (value === "" || session.network.layers[layer].units > 1));
  const name = hasName ? unitLabel(session, layer, unit) : "";
  return name && value ? `${name}: ${value}` : name || value;
}

const outputOf = (pass, { layer, unit }) => numberText(layer < 0 ? pass.x[unit] : pass.a[layer][unit]);

// The numbers on edges: of the layer that the stepper is at, in as many units as have room; else the
// weights of the chosen neuron.
export function edgeNumbers({ session, stepping, selected, isShown }, edges) {
  if (stepping) return stepNumbers(session, stepping, selected, edges);
  if (!selected || selected.layer < 0 || !isShown(selected.layer)) return [];
  return edgesInto(session, selected).map((edge) => {
    const weight = session.training.parameters[parameterAt(session, edge)];
    return { edge, text: shortText(weight), sign: weight };
  });
}

function stepNumbers(session, stepping, selected, edges) {
  const layer = numbersAt(stepping, selected);
  if (layer === null) return [];
  const one = selected?.layer === layer ? selected.unit : steepestOf(stepping, layer);
  const units = stepping.phase === "update" ? [one] : edges.roomFor(session, layer, one);
  return units
    .flatMap((unit) => edgesInto(session, { layer, unit }))
    .map((edge) => ({ edge, ...numberOn(stepping, edge, edges.isWide) }));
}

const edgesInto = ({ network }, { layer, unit }) =>
  Array.from({ length: network.layers[layer].inputs }, (_, input) => ({ layer, unit, input }));

// The layer whose edges have numbers; null where none has.
export function numbersAt({ phase, layer, session }, selected) {
  if (phase === "forward" || phase === "backward") return layer;
  if (phase !== "update") return null;
  return selected && selected.layer >= 0 ? selected.layer : session.network.layers.length - 1;
}

// Forward, what the edge adds to the sum; backward, its gradient; after the update, the weight before
// and after, where there is room for both.
export function numberOn({ phase, session, pass, updated }, edge, isWide = true) {
  const index = parameterAt(session, edge);
  if (phase === "forward") return told(inputsInto(pass, edge.layer)[edge.input] * pass.parameters[index]);
  if (phase === "backward") return told(pass.gradient[index]);
  const [before, after] = [updated.before[index], updated.after[index]];
  const text = isWide ? `${shortText(before)} → ${shortText(after)}` : shortText(after);
  return { text, sign: after };
}

const told = (value) => ({ text: shortText(value), sign: value });

// Forward: the outputs so far. Backward: the slopes of the loss by the sums so far.
export function captionAt({ phase, layer, pass }, { layer: at, unit }) {
  if (phase === "backward" && at >= layer) return `${SLOPE}${signedText(pass.bySum[at][unit])}`;
  if (phase === "forward" && at > layer) return "";
  return numberText(at < 0 ? pass.x[unit] : pass.given[at][unit]);
}

// The unit of a layer with the largest slope: the one to look at where there is room for one.
function steepestOf({ pass }, layer) {
  const slopes = [...pass.bySum[layer]].map((slope) => Math.abs(slope) || 0);
  return slopes.indexOf(Math.max(...slopes));
}

// What a pass came to, to be read aloud.
export function passText(session, { a, row }) {
  const layers = a.map(
    (values, layer) => `${layerName(session, layer)}: ${[...values].map(numberText).join(", ")}`,
  );
  return `Forward pass of ${pointText(session.task.train, row)}. ${raised(layers.join("; "))}.`;
}
