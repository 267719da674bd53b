// Living figures without a page: what their controls offer, what they say, and where labels go.
// Python's side of the comparison is in test_living_numbers.py, which also runs this file.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { apart, endInside } from "../../docs/javascripts/living/labels.js";
import { NAMES, model as neuron } from "../../docs/javascripts/living/neuron-line.js";
import { fixed, range, scientific, signed } from "../../docs/javascripts/living/numbers.js";
import { cut } from "../../docs/javascripts/living/plane.js";

const FOLDER = new URL("../../docs/javascripts/living/", import.meta.url);
const modules = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => file !== "mount.js") // it asks the window at once
    .map(async (file) => [file, await import(new URL(file, FOLDER))]),
);
const figures = modules.filter(([, module]) => module.controls);

test("every control offers its first value, and every setting has something to say", () => {
  assert.ok(figures.length >= 9);
  for (const [file, { controls, model, say, plays }] of figures) {
    const start = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
    for (const { name, label, values, options, value, format = String } of controls) {
      assert.ok(label, file);
      const offered = values ?? Object.keys(options);
      assert.ok(offered.includes(value), `${file}: ${name}`);
      for (const other of offered) {
        const said = say(model({ ...start, [name]: other }));
        assert.doesNotMatch(said, /NaN|undefined|Infinity|null/, `${file}: ${name} = ${other}`);
        assert.match(said, /^[A-Z0-9].*\.$/s, `${file}: ${name} = ${other}: ${said}`);
        if (values) assert.doesNotMatch(format(other), /NaN|-/, `${file}: ${name}`);
      }
    }
    if (plays) assert.ok(controls.some(({ name, values }) => name === plays && values), file);
  }
});

test("a neuron reaches fourteen of sixteen answers, and each has its name", () => {
  const reached = new Set();
  for (const w1 of range(-1.5, 1.5, 0.25)) {
    for (const w2 of range(-1.5, 1.5, 0.25)) {
      for (const b of range(-2, 2, 0.25)) reached.add(neuron({ w1, w2, b }).answers.join(""));
    }
  }
  assert.deepEqual([...reached].sort(), Object.keys(NAMES).sort());
  assert.ok(!reached.has("0110") && !reached.has("1001"));
});

test("the line of a neuron is where its sum is 0, and its weights point across it", () => {
  const { nearest, across, along } = cut({ weights: [3, -4], bias: 2 });
  for (const far of [-5, 0, 5]) {
    const [x1, x2] = [nearest[0] + far * along[0], nearest[1] + far * along[1]];
    assert.ok(Math.abs(3 * x1 - 4 * x2 + 2) < 1e-9);
  }
  assert.ok(Math.abs(across[0] * 4 + across[1] * 3) < 1e-12);
});

test("names that would touch move apart, and no farther than needed", () => {
  assert.deepEqual(apart([0, 100, 50]), [0, 100, 50]);
  const [low, high, middle] = apart([10, 12, 11]);
  assert.deepEqual([low, middle, high], [11 - 17, 11, 11 + 17]);
  assert.deepEqual(apart([10, 95, 200], 100), [10, 83, 100]);
});

test("a line is named at its end, or where it leaves its panel", () => {
  const limits = { x: [0, 3], y: [0, 10] };
  const line = (...heights) => heights.map((y, x) => [x, y]);
  assert.deepEqual(endInside(line(1, 2, 3), limits), [2, 3]);
  assert.deepEqual(endInside(line(1, 9, 11, 50), limits), [2, 10]);
  assert.deepEqual(endInside(line(1, -3), limits), [1, 0]);
  assert.deepEqual(endInside(line(1, 2, NaN), limits), [1, 2]);
  assert.deepEqual(endInside(line(30, 4, 20, 5), limits), [3, 5]);
  assert.equal(endInside(line(11, 12), limits), undefined);
});

test("numbers are written with a true minus sign, and zero without one", () => {
  assert.equal(fixed(2)(-1.5), "−1.50");
  assert.equal(fixed(2)(-0.001), "0.00");
  assert.equal(signed(1)(0.25), "+0.3");
  assert.equal(signed(1)(-0.25), "−0.3");
  assert.equal(scientific(0.000032), "3e−5");
  assert.equal(scientific(4.2e7), "4e7");
  assert.equal(scientific(0.5), "0.50");
  assert.deepEqual(range(-0.2, 0.2, 0.1), [-0.2, -0.1, 0, 0.1, 0.2]);
});
