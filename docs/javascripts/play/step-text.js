// The numbers of a step in words: how the loss of an example comes about, the chain rule for a weight,
// and the slopes that come back to a hidden unit.
import { activationLabel, edgeName, factorText, numberText, raised, unitLabel } from "./naming.js";
import { chainOf } from "./pass.js";

export function lossText(session, pass) {
  return { bce: crossEntropyOfTwo, ce: crossEntropy, mse: squaredError }[session.choices.loss](pass);
}

function crossEntropyOfTwo({ z, answer, target, loss }) {
  const output = numberText(z.at(-1)[0]);
  const [p] = answer;
  const right = target[0] === 1 ? numberText(p) : `(1 − ${numberText(p)})`;
  return [
    `The output ${output} is a logit; its sigmoid ${numberText(p)} is the probability of class 1.`,
    `Binary cross-entropy: L = −ln ${right} = ${numberText(loss)}`,
  ];
}

function crossEntropy({ answer, target, loss }) {
  const right = answer[target[0]];
  return [
    `The outputs are logits; softmax turns them into the probabilities ${answer.map(numberText).join(", ")}.`,
    `Cross-entropy: L = −ln ${numberText(right)} = ${numberText(loss)}`,
  ];
}

function squaredError({ answer, target, loss }) {
  const squares = answer.map((value, at) => `(${numberText(value)} − ${factorText(target[at])})²`);
  const sum = squares.join(" + ");
  const isOne = squares.length === 1;
  return [`Squared error: L = ${isOne ? sum : `(${sum}) / ${squares.length}`} = ${numberText(loss)}`];
}

// For one weight, two lines: the rule, and the same in numbers.
export function chainText(session, pass, edge) {
  const chain = chainOf(session, pass, edge);
  const isDropped = pass.masks?.[edge.layer] !== undefined;
  const numbers = [chain.byGiven, ...(isDropped ? [chain.mask] : []), chain.bend, chain.into];
  const factors = numbers.map(factorText).join(" · ");
  const into = unitLabel(session, edge.layer - 1, edge.input);
  const bent = slopeName(session.network.layers[edge.layer]);
  const names = ["∂L/∂a", ...(isDropped ? ["mask"] : []), bent, into].join(" · ");
  return [
    `${raised(edgeName(session, edge))}:`,
    `∂L/∂w = ${names} = ${factors} = ${numberText(chain.product)}`,
  ];
}

const slopeName = ({ activation }) =>
  activation === "linear" ? "f′(z)" : `${activationLabel(activation)}′(z)`;

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
