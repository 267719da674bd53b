// Nine weights and four biases that learn exclusive or: the same network, from the same start, as
// src/guide/chapters/home/experiments.py. Plain functions: a network goes in, a new one comes out.

export const RATE = 0.2;
export const RATES = [0.01, 0.03, 0.1, RATE, 0.5, 1, 3, 10]; // to choose from
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

// Of the hidden units; the output is a tanh, whatever they are. The slope takes what goes in and
// what came out. That of ReLU at 0 is 0, as in the package.
export const ACTIVATIONS = {
  tanh: { value: Math.tanh, slope: (z, a) => 1 - a ** 2 },
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (z, a) => a * (1 - a) },
  relu: { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  linear: { value: (z) => z, slope: () => 1 },
};

const sum = (values) => values.reduce((total, value) => total + value, 0);

// Standard normal weights and biases of zero. `random` gives numbers from 0 up to, but not
// including, 1; two of them make a normal one by the rule of Box and Muller.
export function randomStart(random = Math.random) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const row = () => [normal(), normal(), normal()];
  return { hidden: [row(), row()], hiddenBias: [0, 0, 0], output: row(), outputBias: 0 };
}

export function forward(network, [first, second], activation = ACTIVATIONS.tanh) {
  const { hidden, hiddenBias, output, outputBias } = network;
  const sums = hiddenBias.map(
    (bias, unit) => first * hidden[0][unit] + second * hidden[1][unit] + bias,
  );
  const active = sums.map(activation.value);
  const answer = Math.tanh(sum(active.map((value, unit) => value * output[unit])) + outputBias);
  return { sums, active, answer };
}

export function loss(network, activation = ACTIVATIONS.tanh) {
  const errors = EXAMPLES.map(
    ({ inputs, right }) => forward(network, inputs, activation).answer - right,
  );
  return sum(errors.map((error) => error ** 2)) / EXAMPLES.length;
}

// What the network says to each of the examples, and whether that is right.
export function said(network, activation = ACTIVATIONS.tanh) {
  return EXAMPLES.map(({ inputs, right }) => {
    const yes = forward(network, inputs, activation).answer >= 0;
    return { yes, isRight: yes === right > 0 };
  });
}

export function rightAnswers(network, activation = ACTIVATIONS.tanh) {
  return said(network, activation).filter(({ isRight }) => isRight).length;
}

export function gradients(network, activation = ACTIVATIONS.tanh) {
  return EXAMPLES.map(({ inputs, right }) => {
    const { sums, active, answer } = forward(network, inputs, activation);
    const outputBias = ((2 * (answer - right)) / EXAMPLES.length) * (1 - answer ** 2);
    const output = active.map((value) => outputBias * value);
    const hiddenBias = active.map(
      (value, unit) => outputBias * network.output[unit] * activation.slope(sums[unit], value),
    );
    const hidden = inputs.map((input) => hiddenBias.map((slope) => input * slope));
    return { hidden, hiddenBias, output, outputBias };
  }).reduce((total, part) => combined(total, part, (a, b) => a + b));
}

export function step(network, { rate = RATE, activation = ACTIVATIONS.tanh } = {}) {
  const slopes = gradients(network, activation);
  return combined(network, slopes, (weight, slope) => weight - rate * slope);
}

export function trained(network, steps, settings) {
  let learned = network;
  for (let taken = 0; taken < steps; taken += 1) learned = step(learned, settings);
  return learned;
}

// Where numbers overflow, nothing is learned any more.
export function isFinite(part) {
  return typeof part === "number" ? Number.isFinite(part) : Object.values(part).every(isFinite);
}

// Does the loss no longer fall? Over the last quarter of its steps it lost less than a hundredth.
export function isStuck(losses) {
  const before = losses[Math.floor(0.75 * (losses.length - 1))];
  return losses.length > 1 && losses.at(-1) > 0.99 * before;
}

// Joins two networks number by number.
function combined(one, other, join) {
  if (typeof one === "number") return join(one, other);
  if (Array.isArray(one)) return one.map((value, at) => combined(value, other[at], join));
  const names = Object.keys(one);
  return Object.fromEntries(names.map((name) => [name, combined(one[name], other[name], join)]));
}
