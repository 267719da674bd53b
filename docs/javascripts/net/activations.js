// Activations, as `nnbyhand` has them: each gives its value and its slope at the pre-activation z.
// A slope is also told the value a, which often makes it cheaper.

const LEAK = 0.01;
const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const relu = (z) => (z > 0 ? z : z === z ? 0 : z); // NaN stays

// Math.tanh takes twice as long. Here it is looked up at the nearest 64th a, and from there
// tanh(a + d) = (tanh a + tanh d) / (1 + tanh a tanh d), with tanh d from its series.
const FARTHEST = 20; // beyond it, tanh is 1 to the last bit
const TABLE = Float64Array.from({ length: 2 * 64 * FARTHEST + 1 }, (_, at) =>
  Math.tanh(at / 64 - FARTHEST),
);

function tanh(z) {
  if (!(z > -FARTHEST && z < FARTHEST)) return z > 0 ? 1 : z < 0 ? -1 : z;
  const nearest = Math.floor(64 * z + 0.5);
  const d = z - nearest / 64;
  const square = d * d;
  const rest = d * (1 - square * (1 / 3 - square * (2 / 15 - square * (17 / 315))));
  const known = TABLE[nearest + 64 * FARTHEST];
  return (known + rest) / (1 + known * rest);
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
  else if (name === "sigmoid")
    for (let at = 0; at < entries; at += 1) slopes[at] *= a[at] * (1 - a[at]);
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
function normalProbability(z) {
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
  for (let part = 10 + Math.ceil(400 / (size * size)); part > 0; part -= 1) {
    fraction = size + part / fraction; // the farther out, the sooner it converges
  }
  const beyond = density / fraction;
  return z > 0 ? 1 - beyond : beyond;
}
