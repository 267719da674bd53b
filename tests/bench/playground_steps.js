// One epoch of the same training, once with the playground's modules and once with those of
// tensorflow/playground: points in the plane, two inputs, four and two hidden units, one output, all
// with tanh, squared errors, batches of ten, plain SGD. For Node and browsers alike.
import { Network } from "../../docs/javascripts/net/network.js";
import { Generator } from "../../docs/javascripts/net/random.js";
import { Training } from "../../docs/javascripts/net/training.js";

const SIZES = [2, 4, 2, 1];
const EXAMPLES = 250;
const BATCH = 10;
const RATE = 0.03;
const STEPS = EXAMPLES / BATCH; // in an epoch
const EPOCHS = 400; // in a round
const ROUNDS = 60;

// Two arcs, of which one says 1 and the other -1.
function points() {
  const generator = new Generator(1);
  return Array.from({ length: EXAMPLES }, (_, at) => {
    const angle = generator.uniform(0, Math.PI);
    const sign = at % 2 === 0 ? 1 : -1;
    return { input: [sign * Math.cos(angle) + sign / 2, sign * Math.sin(angle)], label: sign };
  });
}

// Both return a function that trains for one epoch, and one that gives the outputs for all points.
export function ours(sizes = SIZES, batchSize = BATCH) {
  const data = points();
  const network = new Network(
    sizes,
    sizes.slice(1).map(() => "tanh"),
  );
  const x = Float64Array.from(data.flatMap(({ input }) => input));
  const y = Float64Array.from(data, ({ label }) => label);
  const training = new Training({
    network,
    start: firstParameters(network.parameterCount),
    data: { x, y, count: EXAMPLES },
    generator: new Generator(2),
    choices: {
      loss: "mse",
      optimizer: "sgd",
      rate: RATE / 2,
      batchSize,
      penalty: "none",
      dropout: 0,
    },
  });
  const outputs = () => [
    ...network.forward(training.parameters, x, EXAMPLES, network.room(EXAMPLES)),
  ];
  return { epoch: () => training.epoch(), outputs };
}

// `nn` is the module of tensorflow/playground; its loss is half of a squared error, so its rate is twice ours.
export function theirs(nn, sizes = SIZES, batchSize = BATCH) {
  const data = points();
  const network = nn.buildNetwork(
    sizes,
    nn.Activations.TANH,
    nn.Activations.TANH,
    null,
    ["x", "y"],
    true,
  );
  copyInto(network, sizes);
  const epoch = () => {
    for (let at = 0; at < EXAMPLES; at += 1) {
      nn.forwardProp(network, data[at].input);
      nn.backProp(network, data[at].label, nn.Errors.SQUARE);
      if ((at + 1) % batchSize === 0) nn.updateWeights(network, RATE, 0);
    }
  };
  return { epoch, outputs: () => data.map(({ input }) => nn.forwardProp(network, input)) };
}

const firstParameters = (count) => {
  const generator = new Generator(3);
  return Float64Array.from({ length: count }, () => generator.standardNormal() / 2);
};

// The same first weights, from our order: rows of weights, then biases.
function copyInto(network, sizes) {
  const count = sizes.slice(1).reduce((sum, units, at) => sum + (sizes[at] + 1) * units, 0);
  const parameters = firstParameters(count);
  let place = 0;
  network.slice(1).forEach((layer, at) => {
    layer.forEach((neuron, unit) => {
      neuron.inputLinks.forEach(
        (link, input) => (link.weight = parameters[place + input * layer.length + unit]),
      );
      neuron.bias = parameters[place + sizes[at] * layer.length + unit];
    });
    place += (sizes[at] + 1) * layer.length;
  });
}

// How far apart the outputs are after some epochs with all examples at once, where order is all one.
export function difference(nn, epochs = 50) {
  const [one, other] = [ours(SIZES, EXAMPLES), theirs(nn, SIZES, EXAMPLES)];
  for (let taken = 0; taken < epochs; taken += 1) [one, other].forEach(({ epoch }) => epoch());
  const found = other.outputs();
  return Math.max(...one.outputs().map((output, at) => Math.abs(output - found[at])));
}

// Steps per second of each contestant in each round. They take turns, so that both have the same
// weather; the clock gives milliseconds.
export function contest(contestants, clock) {
  const speed = ({ epoch }) => {
    const start = clock();
    for (let taken = 0; taken < EPOCHS; taken += 1) epoch();
    return (1000 * STEPS * EPOCHS) / (clock() - start);
  };
  return Array.from({ length: ROUNDS }, () => contestants.map(speed));
}
