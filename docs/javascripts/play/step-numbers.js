// What the stepper writes into the graph: below neurons what has been computed of them, on edges the
// gradient of each weight, and after the update what each weight has become.
import { numberText, shortText, signedText, SLOPE } from "./naming.js";
import { parameterAt } from "./pass.js";

// The layer whose edges have numbers; null where none has.
export function numbersAt({ phase, layer, session }, selected) {
  if (phase === "backward") return layer;
  if (phase !== "update") return null;
  return selected && selected.layer >= 0 ? selected.layer : session.network.layers.length - 1;
}

// `isWide` tells whether there is room for the weight before and after.
export function numberOn({ phase, session, pass, updated }, edge, isWide = true) {
  const index = parameterAt(session, edge);
  if (phase === "backward") return { text: shortText(pass.gradient[index]), sign: pass.gradient[index] };
  const [before, after] = [updated.before[index], updated.after[index]];
  const text = isWide ? `${shortText(before)} → ${shortText(after)}` : shortText(after);
  return { text, sign: after };
}

// Forward: the outputs so far. Backward: the slopes of the loss by the sums so far.
export function captionAt({ phase, layer, pass }, { layer: at, unit }) {
  if (phase === "backward" && at >= layer) return `${SLOPE}${signedText(pass.bySum[at][unit])}`;
  if (phase === "forward" && at > layer) return "";
  return numberText(at < 0 ? pass.x[unit] : pass.given[at][unit]);
}

// The unit of a layer with the largest slope: the one to look at where there is room for one.
export function steepestOf({ pass }, layer) {
  const slopes = [...pass.bySum[layer]].map((slope) => Math.abs(slope) || 0);
  return slopes.indexOf(Math.max(...slopes));
}
