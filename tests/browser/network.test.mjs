// The network of the home page, without a page: its gradients, and what a step does with them.
// Python's side of the comparison is in test_network.py, which also runs this file.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ACTIVATIONS,
  EXAMPLES,
  forward,
  gradients,
  isFinite,
  isStuck,
  loss,
  randomStart,
  RATE,
  rightAnswers,
  said,
  START,
  step,
  STEPS,
  trained,
} from "../../docs/javascripts/network.js";

const SHIFT = 1e-5;
// No sum is 0 here for any example: there ReLU has a kink, and a difference finds another slope.
const MIDWAY = trained(START, 60);

// The path of every number in a network, such as ["hidden", 0, 2].
function* paths(part, path = []) {
  if (typeof part === "number") yield path;
  else for (const key of Object.keys(part)) yield* paths(part[key], [...path, key]);
}

const at = (network, path) => path.reduce((part, key) => part[key], network);

function shifted(network, path, by) {
  const copy = structuredClone(network);
  at(copy, path.slice(0, -1))[path.at(-1)] += by;
  return copy;
}

// Starts from random numbers that are always the same: those of Park and Miller.
function starts(count) {
  const modulus = 2 ** 31 - 1;
  let state = 1;
  const next = () => (state = (16_807 * state) % modulus) / modulus;
  return Array.from({ length: count }, () => randomStart(next));
}

test("has nine weights and four biases", () => {
  assert.equal([...paths(START)].length, 9 + 4);
});

function checkGradients(name, network, activation) {
  for (const path of paths(START)) {
    test(`the gradient ${name} of ${path.join(" ")} is the slope of the loss`, () => {
      const [above, below] = [SHIFT, -SHIFT].map((by) => shifted(network, path, by));
      const rise = loss(above, activation) - loss(below, activation);
      const slope = rise / (2 * SHIFT);
      assert.ok(Math.abs(at(gradients(network, activation), path) - slope) < 1e-9);
    });
  }
}

checkGradients("at the start", START, ACTIVATIONS.tanh);
for (const [name, activation] of Object.entries(ACTIVATIONS)) {
  checkGradients(`midway, with ${name},`, MIDWAY, activation);
}

test("ReLU has the slope 0 at 0", () => {
  assert.equal(ACTIVATIONS.relu.slope(0, 0), 0);
});

test("sigmoid stays between 0 and 1 far from 0", () => {
  assert.deepEqual([-1e4, 1e4].map(ACTIVATIONS.sigmoid.value), [0, 1]);
});

test("a step moves every number against its gradient and leaves the network as it was", () => {
  const before = structuredClone(START);
  const after = step(START);
  assert.deepEqual(START, before);
  for (const path of paths(START)) {
    assert.equal(at(after, path), at(START, path) - RATE * at(gradients(START), path));
  }
});

test("a step takes the rate and the activation that it is given", () => {
  const relu = ACTIVATIONS.relu;
  const after = step(MIDWAY, { rate: 0.5, activation: relu });
  const slope = gradients(MIDWAY, relu).outputBias;
  assert.notEqual(slope, gradients(MIDWAY).outputBias);
  assert.equal(after.outputBias, MIDWAY.outputBias - 0.5 * slope);
});

test("the trained network answers all four questions, the start does not", () => {
  assert.equal(rightAnswers(trained(START, STEPS)), EXAMPLES.length);
  assert.ok(rightAnswers(START) < EXAMPLES.length);
});

test("answers lie between no and yes", () => {
  const far = forward(trained(START, STEPS), [1e6, -1e6]).answer;
  assert.ok(Math.abs(far) <= 1);
});

test("what is said of an answer is what the network answers", () => {
  said(MIDWAY).forEach(({ yes, isRight }, number) => {
    const { inputs, right } = EXAMPLES[number];
    assert.equal(yes, forward(MIDWAY, inputs).answer >= 0);
    assert.equal(isRight, (yes ? 1 : -1) === right);
  });
});

test("random starts have biases of zero and weights with mean 0 and variance 1", () => {
  const made = starts(500);
  const weights = made.flatMap(({ hidden, output }) => [...hidden.flat(), ...output]);
  const mean = weights.reduce((a, b) => a + b) / weights.length;
  const variance = weights.reduce((a, b) => a + (b - mean) ** 2, 0) / weights.length;
  assert.ok(Math.abs(mean) < 0.1 && Math.abs(variance - 1) < 0.1, `${mean}, ${variance}`);
  assert.ok(made.every(({ hiddenBias, outputBias }) => ![...hiddenBias, outputBias].some(Boolean)));
});

test("two random starts differ", () => {
  assert.notDeepEqual(randomStart(), randomStart());
});

test("no number overflows at the highest rate, and one that does is seen", () => {
  for (const activation of Object.values(ACTIVATIONS)) {
    for (const start of starts(10)) {
      assert.ok(isFinite(trained(start, 400, { rate: 10, activation })));
    }
  }
  const { linear } = ACTIVATIONS;
  const burst = trained(START, 5, { rate: Number.MAX_VALUE, activation: linear });
  assert.ok(!isFinite(burst), "a rate without bounds bursts");
  assert.ok(isFinite(START));
});

test("of random starts, some get stuck, and none of those has learned it", () => {
  const runs = starts(60).map((start) => {
    const losses = [];
    let network = start;
    for (let taken = 0; taken <= STEPS; taken += 1) {
      losses.push(loss(network));
      network = step(network);
    }
    return { stuck: isStuck(losses), learned: rightAnswers(network) === EXAMPLES.length };
  });
  const [stuck, learned] = ["stuck", "learned"].map((name) => runs.filter((run) => run[name]));
  assert.ok(stuck.length > 0 && learned.length > 45, `${stuck.length}, ${learned.length}`);
  assert.equal(runs.filter((run) => run.stuck && run.learned).length, 0);
});

test("without a bend, no start learns it", () => {
  const { linear } = ACTIVATIONS;
  for (const start of starts(20)) {
    assert.ok(rightAnswers(trained(start, 400, { activation: linear }), linear) < 4);
  }
});

test("a loss that falls is not stuck, a level one is", () => {
  assert.equal(isStuck([1]), false);
  assert.equal(isStuck([1, 0.9, 0.8, 0.7, 0.6]), false);
  assert.equal(isStuck([1, 0.5, 0.5, 0.5, 0.499]), true);
});
