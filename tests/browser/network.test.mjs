// The network of the home page, without a page: its gradients, and what a step does with them.
// Python's side of the comparison is in test_network.py, which also runs this file.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  EXAMPLES,
  forward,
  gradients,
  loss,
  RATE,
  rightAnswers,
  START,
  step,
  STEPS,
  trained,
} from "../../docs/javascripts/network.js";

const SHIFT = 1e-5;

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

test("has nine weights and four biases", () => {
  assert.equal([...paths(START)].length, 9 + 4);
});

for (const [name, network] of Object.entries({ start: START, midway: trained(START, 60) })) {
  for (const path of paths(START)) {
    test(`the gradient at the ${name} of ${path.join(" ")} is the slope of the loss`, () => {
      const rise = loss(shifted(network, path, SHIFT)) - loss(shifted(network, path, -SHIFT));
      const slope = rise / (2 * SHIFT);
      assert.ok(Math.abs(at(gradients(network), path) - slope) < 1e-9);
    });
  }
}

test("a step moves every number against its gradient and leaves the network as it was", () => {
  const before = structuredClone(START);
  const after = step(START);
  assert.deepEqual(START, before);
  for (const path of paths(START)) {
    assert.equal(at(after, path), at(START, path) - RATE * at(gradients(START), path));
  }
});

test("the trained network answers all four questions, the start does not", () => {
  assert.equal(rightAnswers(trained(START, STEPS)), EXAMPLES.length);
  assert.ok(rightAnswers(START) < EXAMPLES.length);
});

test("answers lie between no and yes", () => {
  const far = forward(trained(START, STEPS), [1e6, -1e6]).answer;
  assert.ok(Math.abs(far) <= 1);
});
