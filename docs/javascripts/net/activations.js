// Activations, as `nnbyhand` has them: each gives its value and its slope at the pre-activation z.
// A slope is also told the value a, which often makes it cheaper.

const LEAK = 0.01;
const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const relu = (z) => (z > 0 ? z : z === z ? 0 : z); // NaN stays

// Math.tanh takes twice as long. Near 0, where a difference would lose digits, by its series.
function tanh(z) {
  if (z > 0.01 || z < -0.01) return 1 - 2 / (Math.exp(2 * z) + 1);
  const square = z * z;
  return z * (1 - square * (1 / 3 - square * (2 / 15 - square * (17 / 315))));
}

export const ACTIVATIONS = {
  linear: { label: "linear", value: (z) => z, slope: () => 1 },
  sigmoid: { label: "sigmoid", value: sigmoid, slope: (z, a) => a * (1 - a) },
  tanh: { label: "tanh", value: tanh, slope: (z, a) => 1 - a * a },
  relu: { label: "ReLU", value: relu, slope: (z) => (z > 0 ? 1 : 0) },
  leaky_relu: {
    label: "leaky ReLU",
    value: (z) => (z > 0 ? z : LEAK * z),
    slope: (z) => (z > 0 ? 1 : LEAK),
  },
  elu: {
    label: "ELU",
    value: (z) => (z > 0 ? z : Math.expm1(z)),
    slope: (z) => (z > 0 ? 1 : Math.exp(z)),
  },
  gelu: {
    label: "GELU",
    value: (z) => damped(z, normalProbability(z)),
    slope: (z) => normalProbability(z) + damped(z, bell(z)),
  },
  silu: {
    label: "SiLU",
    value: (z) => damped(z, sigmoid(z)),
    slope: (z) => sigmoid(z) + damped(z, sigmoid(z) * (1 - sigmoid(z))),
  },
};

export const RELU_FAMILY = ["relu", "leaky_relu", "elu", "gelu", "silu"];

// Fills in the values of many z. Those that are used most have a loop of their own: in it the call
// disappears, which in a loop for all of them it cannot.
export function activate(name, z, a, entries) {
  if (name === "tanh") for (let at = 0; at < entries; at += 1) a[at] = tanh(z[at]);
  else if (name === "relu") for (let at = 0; at < entries; at += 1) a[at] = relu(z[at]);
  else if (name === "sigmoid") for (let at = 0; at < entries; at += 1) a[at] = sigmoid(z[at]);
  else if (name === "linear") for (let at = 0; at < entries; at += 1) a[at] = z[at];
  else {
    const { value } = ACTIVATIONS[name];
    for (let at = 0; at < entries; at += 1) a[at] = value(z[at]);
  }
}

// Turns the slopes of a loss by a into its slopes by z.
export function bend(name, z, a, slopes, entries) {
  if (name === "tanh") for (let at = 0; at < entries; at += 1) slopes[at] *= 1 - a[at] * a[at];
  else if (name === "relu") for (let at = 0; at < entries; at += 1) slopes[at] *= z[at] > 0 ? 1 : 0;
  else if (name === "sigmoid") for (let at = 0; at < entries; at += 1) slopes[at] *= a[at] * (1 - a[at]);
  else if (name !== "linear") {
    const { slope } = ACTIVATIONS[name];
    for (let at = 0; at < entries; at += 1) slopes[at] *= slope(z[at], a[at]);
  }
}

// A product whose factor wins where it is 0: far to the left, z may be an infinity.
function damped(z, factor) {
  return factor === 0 ? 0 : z * factor;
}

// The standard normal density.
function bell(z) {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

// How likely a standard normal number lies below z. Near 0 by a series of which all terms have one
// sign, farther out by a continued fraction (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14).
export function normalProbability(z) {
  const size = Math.abs(z);
  const density = bell(z);
  if (density === 0) return z > 0 ? 1 : 0;
  if (size < 2.5) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = size;
  for (let part = 60; part > 0; part -= 1) fraction = size + part / fraction;
  const beyond = density / fraction;
  return z > 0 ? 1 - beyond : beyond;
}
