// The chain rule with numbers: for a weight its factors and their product, for a hidden unit the
// slopes that come back to it.
import { activationLabel, edgeName, factorText, numberText, raised, unitLabel } from "./naming.js";
import { chainOf } from "./pass.js";

// For one weight, two lines: the rule, and the same in numbers.
export function chainText(session, pass, edge) {
  const { byGiven, mask, bend, into, product } = chainOf(session, pass, edge);
  const isDropped = pass.masks?.[edge.layer] !== undefined;
  const factors = [byGiven, ...(isDropped ? [mask] : []), bend, into].map(factorText).join(" · ");
  const activation = activationLabel(session.network.layers[edge.layer].activation);
  const names = ["∂L/∂a", ...(isDropped ? ["mask"] : []), `${activation}′(z)`, inputText(session, edge)].join(" · ");
  return [`${raised(edgeName(session, edge))}:`, `∂L/∂w = ${names} = ${factors} = ${numberText(product)}`];
}

const inputText = (session, { layer, input }) => unitLabel(session, layer - 1, input);

// "unit 2: ∂L/∂a = 0.54 · (−0.3) + 0.2 · 0.1 = −0.14"
export function takenBackText(session, pass, { layer, unit }) {
  const { units, weights } = session.network.layers[layer + 1];
  const terms = Array.from({ length: units }, (_, to) => {
    const weight = pass.parameters[weights + unit * units + to];
    return `${factorText(weight)} · ${factorText(pass.bySum[layer + 1][to])}`;
  });
  const sum = numberText(pass.byGiven[layer][unit]);
  return `${raised(unitLabel(session, layer, unit))}: ∂L/∂a = ${terms.join(" + ")} = ${sum}`;
}
