// Rules that draw the first weights, as `nnbyhand` has them. Each fills the weights of one layer;
// biases start from 0.
import { RELU_FAMILY } from "./activations.js";

const scaled = (std) => ({
  normal: (generator, inputs, units) => std(inputs, units) * generator.standardNormal(),
  uniform: (generator, inputs, units) =>
    std(inputs, units) * generator.uniform(-Math.sqrt(3), Math.sqrt(3)),
});
const glorot = scaled((inputs, units) => Math.sqrt(2 / (inputs + units)));
const he = scaled((inputs) => Math.sqrt(2 / inputs));
const lecun = scaled((inputs) => Math.sqrt(1 / inputs));

export const INITIALIZATIONS = {
  usual: { label: "usual", python: "" }, // what goes with the first activation
  glorot_uniform: {
    label: "Glorot (Xavier) uniform",
    python: "nn.Glorot(uniform=True)",
    draw: glorot.uniform,
  },
  glorot_normal: { label: "Glorot (Xavier) normal", python: "nn.Glorot()", draw: glorot.normal },
  he_normal: { label: "He (Kaiming) normal", python: "nn.He()", draw: he.normal },
  he_uniform: { label: "He (Kaiming) uniform", python: "nn.He(uniform=True)", draw: he.uniform },
  lecun_normal: { label: "LeCun normal", python: "nn.LeCun()", draw: lecun.normal },
  large: {
    label: "normal, spread 3",
    python: "nn.Normal(3)",
    draw: (generator) => 3 * generator.standardNormal(),
  },
  small: {
    label: "normal, spread 0.01",
    python: "nn.Normal(0.01)",
    draw: (generator) => 0.01 * generator.standardNormal(),
  },
  zeros: { label: "all zero", python: "nn.zeros", draw: () => 0 },
  same: { label: "all 0.5", python: "nn.Constant(0.5)", draw: () => 0.5 },
};

// The name of the rule that is meant: He's before the ReLU family, else Glorot's.
function ruleFor(initialization, activation) {
  if (initialization !== "usual") return initialization;
  return RELU_FAMILY.includes(activation) ? "he_normal" : "glorot_uniform";
}

// The first parameters of a network.
export function firstParameters(network, initialization, generator) {
  const { draw } = INITIALIZATIONS[ruleFor(initialization, network.layers[0].activation)];
  const parameters = new Float64Array(network.parameterCount);
  for (const { inputs, units, weights } of network.layers) {
    for (let at = 0; at < inputs * units; at += 1) {
      parameters[weights + at] = draw(generator, inputs, units);
    }
  }
  return parameters;
}
