// The network of two switches, two hidden sigmoid units and one, worked by hand in the chapters.
import { ACTIVATIONS } from "../net/activations.js";

const { value: sigmoid } = ACTIVATIONS.sigmoid;

// Where it starts (src/guide/experiments/two_switches.py).
export const START = {
  hidden: [
    [0.5, -0.5],
    [0.25, 0.75],
  ],
  hiddenBias: [0, -0.25],
  output: [1, -1],
  outputBias: 0.1,
};

// Every number of a pass: what each wire carries, what units sum up and put out.
export function forward({ hidden, hiddenBias, output, outputBias }, x) {
  const carried = hidden.map((weights, input) => weights.map((weight) => weight * x[input]));
  const z1 = hiddenBias.map((bias, unit) => carried[0][unit] + carried[1][unit] + bias);
  const a1 = z1.map(sigmoid);
  const onward = output.map((weight, unit) => weight * a1[unit]);
  const z2 = onward[0] + onward[1] + outputBias;
  return { x, carried, z1, a1, onward, z2, a2: sigmoid(z2) };
}

// The blame of each unit for the binary cross-entropy, and the slope of each weight.
export function backward({ output }, { x, a1, a2 }, target) {
  const delta2 = a2 - target;
  const delta1 = output.map((weight, unit) => weight * delta2 * a1[unit] * (1 - a1[unit]));
  return {
    delta1,
    delta2,
    hidden: x.map((input) => delta1.map((blame) => input * blame)),
    output: a1.map((a) => a * delta2),
  };
}
