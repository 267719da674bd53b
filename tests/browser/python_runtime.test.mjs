// What Python in the page decides without a browser: what code imports, what comes next, what is sent.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Batch } from "../../docs/javascripts/python/batch.js";
import { bytesOf, importedBy, partsFor } from "../../docs/javascripts/python/parts.js";
import { Queue } from "../../docs/javascripts/python/queue.js";

const PARTS = [
  { name: "python", files: [{ bytes: 1 }, { bytes: 2 }] },
  { name: "numpy", imports: ["numpy"], needs: [], bytes: 10, files: [{}] },
  { name: "matplotlib", imports: ["matplotlib", "pylab"], needs: ["numpy"], bytes: 100, files: [{}] },
  { name: "nnbyhand", imports: ["nnbyhand", "jaxtyping"], needs: ["numpy"], files: [{ bytes: 4 }] },
];

for (const [code, names] of [
  ["import numpy as np", ["numpy"]],
  ["import math, numpy as np , nnbyhand\n", ["math", "numpy", "nnbyhand"]],
  ["from matplotlib.pyplot import plot", ["matplotlib"]],
  ["import matplotlib.pyplot as plt # import sys", ["matplotlib"]],
  ["def f():\n    import numpy\n\tfrom os import path", ["numpy", "os"]],
  ["x = 1; import numpy; y = 2", ["numpy"]],
  ["if x: import numpy", ["numpy"]],
  ["important = 1\nx = important\nprint('import numpy')", []],
  ["# import numpy", []],
  ["from . import numpy", []],
  ["import numpy\nimport numpy.linalg", ["numpy"]],
  ["", []],
]) {
  test(`imports of ${JSON.stringify(code)}`, () => assert.deepEqual(importedBy(code), names));
}

test("a part comes after what it needs, and once", () => {
  const names = (imports) => partsFor(PARTS, imports).map(({ name }) => name);
  assert.deepEqual(names(["nnbyhand"]), ["numpy", "nnbyhand"]);
  assert.deepEqual(names(["jaxtyping", "pylab", "math"]), ["numpy", "matplotlib", "nnbyhand"]);
  assert.deepEqual(names(["math"]), []);
});

test("a part weighs what its files do, or what is said of it", () => {
  assert.deepEqual(PARTS.map(bytesOf), [3, 10, 100, 4]);
});

const gate = () => {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  return { open, opened };
};

test("tasks run one after the other, and say when they wait", async () => {
  const queue = new Queue();
  const { open, opened } = gate();
  const seen = [];
  const first = queue.add(async () => (await opened, seen.push("first"), 1), { onQueued: () => seen.push("no") });
  const second = queue.add(() => (seen.push("second"), 2), { onQueued: () => seen.push("waits") });
  open();
  assert.deepEqual(await Promise.all([first, second]), [1, 2]);
  assert.deepEqual(seen, ["waits", "first", "second"]);
  const third = queue.add(() => 3, { onQueued: () => seen.push("no") });
  assert.equal(await third, 3);
  assert.equal(seen.includes("no"), false);
});

test("a task that fails does not hold up the next", async () => {
  const queue = new Queue();
  const failing = queue.add(() => Promise.reject(new Error("no")));
  const next = queue.add(() => "next");
  await assert.rejects(failing, /no/);
  assert.equal(await next, "next");
});

test("a task that is taken back leaves at once, and is not run", async () => {
  const queue = new Queue();
  const { open, opened } = gate();
  const control = new AbortController();
  let ran = false;
  const first = queue.add(() => opened);
  const second = queue.add(() => (ran = true), { signal: control.signal }, "taken back");
  control.abort();
  assert.equal(await second, "taken back"); // the first still runs
  open("done");
  assert.equal(await first, "done");
  assert.equal(await queue.add(() => "after"), "after");
  assert.equal(ran, false);
});

test("what waits is dropped, what runs and what comes later is not", async () => {
  const queue = new Queue();
  const { open, opened } = gate();
  const first = queue.add(() => opened, {}, "dropped");
  await undefined; // it has begun
  const second = queue.add(() => "ran", {}, "dropped");
  const stays = queue.add(() => "stays", { stays: true }, "dropped");
  queue.drop();
  const third = queue.add(() => "ran", {}, "dropped");
  open("ran");
  assert.deepEqual(await Promise.all([first, second, stays, third]), ["ran", "dropped", "stays", "ran"]);
});

test("the first letters are sent at once, those that follow soon after together", () => {
  const sent = [];
  const batch = new Batch((pieces) => sent.push(pieces));
  for (let line = 0; line < 100; line += 1) batch.write("out", `${line}\n`);
  batch.write("err", "oh");
  assert.ok(sent.length < 5);
  assert.deepEqual(sent[0], [{ stream: "out", text: "0\n" }]);
  batch.flush();
  const all = sent.flat();
  assert.equal(all.map(({ text }) => text).join(""), [...Array(100).keys(), ""].join("\n") + "oh");
  assert.equal(all.at(-1).stream, "err");
  batch.flush();
  assert.equal(sent.at(-1).length > 0, true); // nothing is sent where nothing was written
});

test("no message grows without bound", () => {
  const sent = [];
  const batch = new Batch((pieces) => sent.push(pieces));
  for (let at = 0; at < 20; at += 1) batch.write("out", "x".repeat(10_000));
  assert.ok(sent.every((pieces) => pieces.every(({ text }) => text.length < 80_000)));
  assert.ok(sent.length >= 3);
});
