// Which numbers stand in the graph: below neurons and on edges, as the stepper has them, else as the
// reader asked to see values.
import { numberText, shortText, unitLabel } from "./naming.js";
import { parameterAt } from "./pass.js";
import { captionAt, numberOn, numbersAt, steepestOf } from "./step-numbers.js";

// What stands below a neuron: inputs and several outputs have names; a value may be missing.
export function captionOf({ session, stepping, pass, isShown }, { layer, unit }) {
  const isLast = layer === session.network.layers.length - 1;
  const value = stepping ? captionAt(stepping, { layer, unit }) : isShown(layer) ? outputOf(pass, { layer, unit }) : "";
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
