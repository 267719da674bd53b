// Activations, as `nnbyhand` has them: each gives its value and its slope at the pre-activation z.
// A slope is also told the value a, which often makes it cheaper.

// Math.tanh takes twice as long. Near 0 the difference loses digits of its own, not of what it is
// added to: it is right to 2e-16.
const tanh = (z) => 1 - 2 / (Math.exp(2 * z) + 1);
const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const LEAK = 0.01;

export const ACTIVATIONS = {
  linear: { label: "linear", value: (z) => z, slope: () => 1 },
  sigmoid: { label: "sigmoid", value: sigmoid, slope: (z, a) => a * (1 - a) },
  tanh: { label: "tanh", value: tanh, slope: (z, a) => 1 - a * a },
  relu: { label: "ReLU", value: (z) => (z > 0 ? z : z === z ? 0 : z), slope: (z) => (z > 0 ? 1 : 0) },
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
    slope: (z) => normalProbability(z) + damped(z, Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)),
  },
  silu: {
    label: "SiLU",
    value: (z) => damped(z, sigmoid(z)),
    slope: (z) => sigmoid(z) + damped(z, sigmoid(z) * (1 - sigmoid(z))),
  },
};

export const RELU_FAMILY = ["relu", "leaky_relu", "elu", "gelu", "silu"];

// A product whose factor wins where it is 0: far to the left, z may be an infinity.
function damped(z, factor) {
  return factor === 0 ? 0 : z * factor;
}

// How likely a standard normal number lies below z. Near 0 by a series of which all terms have one
// sign, farther out by a continued fraction (Abramowitz and Stegun 1964, 26.2.11 and 26.2.14).
export function normalProbability(z) {
  const size = Math.abs(z);
  const bell = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  if (bell === 0) return z > 0 ? 1 : 0;
  if (size < 2.5) {
    let term = z;
    let sum = z;
    for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 + bell * sum;
  }
  let fraction = size;
  for (let part = 60; part > 0; part -= 1) fraction = size + part / fraction;
  const beyond = bell / fraction;
  return z > 0 ? 1 - beyond : beyond;
}
