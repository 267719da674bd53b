// Optimizers, as `nnbyhand` has them. `step` moves the parameters by one gradient; `memory` is what
// the optimizer keeps from step to step, one vector for each of `keeps`; t counts steps from 1.

const EPSILON = 1e-8;
const MOMENTUM = 0.9;
const ALPHA = 0.9;
const BETA1 = 0.9;
const BETA2 = 0.999;

export const OPTIMIZERS = {
  sgd: {
    label: "SGD",
    python: "nn.SGD",
    keeps: [],
    step(parameters, gradient, rate) {
      for (let at = 0; at < parameters.length; at += 1) parameters[at] -= rate * gradient[at];
    },
  },

  momentum: {
    label: "momentum",
    python: "nn.Momentum",
    keeps: ["velocity"],
    step(parameters, gradient, rate, [v]) {
      for (let at = 0; at < parameters.length; at += 1) {
        v[at] = MOMENTUM * v[at] + gradient[at];
        parameters[at] -= rate * v[at];
      }
    },
  },

  rmsprop: {
    label: "RMSprop",
    python: "nn.RMSprop",
    keeps: ["average square"],
    step(parameters, gradient, rate, [s]) {
      for (let at = 0; at < parameters.length; at += 1) {
        const g = gradient[at];
        s[at] = ALPHA * s[at] + (1 - ALPHA) * g * g;
        parameters[at] -= (rate * g) / (Math.sqrt(s[at]) + EPSILON);
      }
    },
  },

  adam: {
    label: "Adam",
    python: "nn.Adam",
    keeps: ["average gradient", "average square"],
    step(parameters, gradient, rate, [m, v], t) {
      const c1 = 1 - BETA1 ** t;
      const c2 = 1 - BETA2 ** t;
      for (let at = 0; at < parameters.length; at += 1) {
        const g = gradient[at];
        m[at] = BETA1 * m[at] + (1 - BETA1) * g;
        v[at] = BETA2 * v[at] + (1 - BETA2) * g * g;
        parameters[at] -= (rate * (m[at] / c1)) / (Math.sqrt(v[at] / c2) + EPSILON);
      }
    },
  },
};
