// Nine weights and four biases that learn exclusive or: the same network, from the same start, as
// src/guide/experiments/home.py. Plain functions: a network goes in, a new one comes out.

export const RATE = 0.2;
export const STEPS = 400;
export const START = {
  hidden: [
    [0.35, 0.82, 0.33],
    [-1.3, 0.91, 0.45],
  ],
  hiddenBias: [0, 0, 0],
  output: [-0.54, 0.58, 0.36],
  outputBias: 0,
};

// Is exactly one of the two inputs on? Yes is 1, no is -1.
export const EXAMPLES = [
  { inputs: [0, 0], right: -1 },
  { inputs: [0, 1], right: 1 },
  { inputs: [1, 0], right: 1 },
  { inputs: [1, 1], right: -1 },
];

const sum = (values) => values.reduce((total, value) => total + value, 0);

export function forward({ hidden, hiddenBias, output, outputBias }, [first, second]) {
  const active = hiddenBias.map((bias, unit) =>
    Math.tanh(first * hidden[0][unit] + second * hidden[1][unit] + bias),
  );
  const answer = Math.tanh(sum(active.map((value, unit) => value * output[unit])) + outputBias);
  return { active, answer };
}

export function loss(network) {
  const errors = EXAMPLES.map(({ inputs, right }) => forward(network, inputs).answer - right);
  return sum(errors.map((error) => error ** 2)) / EXAMPLES.length;
}

export function rightAnswers(network) {
  return EXAMPLES.filter(
    ({ inputs, right }) => Math.sign(forward(network, inputs).answer) === right,
  ).length;
}

// The slope of tanh is 1 minus the square of its value.
export function gradients(network) {
  return EXAMPLES.map(({ inputs, right }) => {
    const { active, answer } = forward(network, inputs);
    const outputBias = ((2 * (answer - right)) / EXAMPLES.length) * (1 - answer ** 2);
    const output = active.map((value) => outputBias * value);
    const hiddenBias = active.map(
      (value, unit) => outputBias * network.output[unit] * (1 - value ** 2),
    );
    const hidden = inputs.map((input) => hiddenBias.map((slope) => input * slope));
    return { hidden, hiddenBias, output, outputBias };
  }).reduce((total, part) => combined(total, part, (a, b) => a + b));
}

export function step(network) {
  return combined(network, gradients(network), (weight, slope) => weight - RATE * slope);
}

export function trained(network, steps) {
  return steps === 0 ? network : trained(step(network), steps - 1);
}

// Joins two networks number by number.
function combined(one, other, join) {
  if (typeof one === "number") return join(one, other);
  if (Array.isArray(one)) return one.map((value, at) => combined(value, other[at], join));
  const names = Object.keys(one);
  return Object.fromEntries(names.map((name) => [name, combined(one[name], other[name], join)]));
}
