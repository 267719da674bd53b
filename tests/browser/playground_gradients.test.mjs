// Every gradient of the playground's networks is the slope of the loss, as differences find it: for
// each activation with each loss, with penalties and with what dropout leaves.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ACTIVATIONS } from "../../docs/javascripts/net/activations.js";
import { LOSSES } from "../../docs/javascripts/net/losses.js";
import { Network } from "../../docs/javascripts/net/network.js";
import { Generator } from "../../docs/javascripts/net/random.js";

const SHIFT = 1e-5;
const COUNT = 5; // examples
const SIZES = { mse: [3, 4, 3, 2], bce: [3, 4, 3, 1], ce: [3, 4, 3, 3] };

// A network at a point where no sum is so near to 0 that a shift crosses a kink of ReLU.
function caseOf(activation, loss, seed = 1) {
  const generator = new Generator(seed);
  const network = new Network(SIZES[loss], [activation, activation, "linear"]);
  const draw = (count) => Float64Array.from({ length: count }, () => generator.standardNormal());
  const [parameters, x] = [draw(network.parameterCount), draw(COUNT * 3)];
  const labels = Float64Array.from({ length: COUNT }, (_, at) => at % SIZES[loss].at(-1));
  const y =
    loss === "mse" ? draw(COUNT * 2) : loss === "bce" ? labels.map((_, at) => at % 2) : labels;
  const room = network.room(COUNT);
  network.forward(parameters, x, COUNT, room);
  const nearest = Math.min(...room.z.slice(0, 2).flatMap((z) => [...z].map(Math.abs)));
  return nearest > 1e-3 ? { network, parameters, x, y, room } : caseOf(activation, loss, seed + 1);
}

function lossAt({ network, parameters, x, y, room }, loss, dropout = null) {
  const outputs = network.forward(parameters, x, COUNT, room, dropout);
  return LOSSES[loss].measure(outputs, y, COUNT, network.outputs, room.slopes.at(-1));
}

function checkGradient(setup, loss, makeDropout = () => null) {
  const { network, parameters, x, room } = setup;
  const gradient = new Float64Array(network.parameterCount);
  lossAt(setup, loss, makeDropout());
  network.backward(parameters, x, COUNT, room, gradient);
  gradient.forEach((slope, at) => {
    const shifted = [SHIFT, -SHIFT].map((by) => {
      const moved = parameters.slice();
      moved[at] += by;
      return lossAt({ ...setup, parameters: moved }, loss, makeDropout());
    });
    const difference = (shifted[0] - shifted[1]) / (2 * SHIFT);
    assert.ok(
      Math.abs(slope - difference) < 1e-7 * Math.max(1, Math.abs(slope)),
      `${at}: ${slope}, ${difference}`,
    );
  });
  assert.ok(gradient.some((slope) => Math.abs(slope) > 1e-3));
}

for (const activation of Object.keys(ACTIVATIONS)) {
  for (const loss of Object.keys(LOSSES)) {
    test(`the gradient with ${activation} and ${loss} is the slope of the loss`, () => {
      checkGradient(caseOf(activation, loss), loss);
    });
  }
}

test("the gradient with dropout is the slope of the loss with the same units left out", () => {
  const setup = caseOf("tanh", "mse");
  const makeDropout = () => ({ rate: 0.4, generator: new Generator(5) });
  checkGradient(setup, "mse", makeDropout);
  assert.ok(setup.room.masks[0].includes(0), "nothing was left out");
});

test("an activated last layer passes its slope on", () => {
  const setup = caseOf("tanh", "mse");
  setup.network = new Network(SIZES.mse, ["tanh", "sigmoid", "tanh"]);
  setup.room = setup.network.room(COUNT);
  checkGradient(setup, "mse");
});

test("where a number is none, activations say so", () => {
  for (const { value } of Object.values(ACTIVATIONS)) assert.ok(Number.isNaN(value(NaN)));
});
