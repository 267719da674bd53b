// How the loss of one example comes about, in a sentence or two with its numbers.
import { factorText, numberText } from "./naming.js";

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
