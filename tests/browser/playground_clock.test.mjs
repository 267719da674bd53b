// The playground's clock, frame by frame: what is due at each speed, and when nothing is.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Clock, FASTEST, SPEEDS } from "../../docs/javascripts/play/clock.js";

const FRAME = 62.5; // ms: a sixteenth of a second, which is added up without rounding
const LONG = 100; // ms that count between two frames, at most
const BUDGET = 8; // ms of each frame

let now = 0;
let asked = 0;
const waiting = new Map();
performance.now = () => now;
globalThis.requestAnimationFrame = (draw) => {
  asked += 1;
  waiting.set(asked, draw);
  return asked;
};
globalThis.cancelAnimationFrame = (id) => waiting.delete(id);

function frames(count, passed = FRAME) {
  for (let frame = 0; frame < count; frame += 1) {
    now += passed;
    const due = [...waiting.values()];
    waiting.clear();
    for (const draw of due) draw(now);
  }
}

// A clock at a speed, and what it had trained: all that was due, or what the machine has time for.
function clockAt(name, most = Infinity) {
  const calls = [];
  const clock = new Clock((due, until) => {
    calls.push({ due, until });
    return Math.min(...Object.values(due), most);
  });
  clock.speed = SPEEDS.find((speed) => speed.name === name);
  return { clock, calls };
}

const sumOf = (calls, unit) => calls.reduce((sum, { due }) => sum + due[unit], 0);

beforeEach(() => {
  now = 1000;
  waiting.clear();
});

for (const { name, unit, perSecond } of SPEEDS.filter((speed) => speed !== FASTEST)) {
  test(`at the speed "${name}", one is done at once and ${perSecond} more in each second`, () => {
    const { clock, calls } = clockAt(name);
    clock.start();
    assert.equal(calls.length, 0);
    frames(1);
    assert.deepEqual(calls.map(({ due }) => due), [{ [unit]: Math.floor(1 + perSecond / 16) }]);
    for (let seconds = 1; seconds <= 5; seconds += 1) {
      frames(seconds === 1 ? 15 : 16);
      assert.equal(sumOf(calls, unit), 1 + seconds * perSecond);
    }
    assert.ok(calls.every(({ due }) => due[unit] >= 1));
  });
}

test("as fast as it can, each frame trains, and until its budget is spent", () => {
  const { clock, calls } = clockAt("all", 50);
  clock.start();
  for (let frame = 1; frame <= 10; frame += 1) {
    frames(1);
    assert.equal(calls.length, frame);
    assert.ok(calls.at(-1).due.batches > 1e6);
    assert.equal(calls.at(-1).until, now + BUDGET);
  }
});

test("of what a slow machine had no time for, no more than one is owed", () => {
  const machine = { most: 1 };
  const due = [];
  const clock = new Clock(({ epochs }) => {
    due.push(epochs);
    return Math.min(epochs, machine.most);
  });
  clock.start({ unit: "epochs", perSecond: 48 }); // three a frame
  frames(20);
  assert.deepEqual(due, Array(20).fill(4)); // and the one that is owed
  machine.most = Infinity;
  frames(3);
  assert.deepEqual(due.slice(20), [4, 3, 3]);
});

test("a page that was hidden for long has not much to catch up with", () => {
  const { clock, calls } = clockAt("batches");
  clock.start();
  frames(1, 3_600_000);
  assert.deepEqual(calls.map(({ due }) => due), [{ batches: 1 + (LONG / 1000) * 10 }]);
});

test("a frame that began before the start counts nothing", () => {
  const { clock, calls } = clockAt("epochs");
  clock.start();
  frames(1, -500);
  frames(1, 0);
  assert.deepEqual(calls.map(({ due }) => due), [{ epochs: 1 }]);
});

test("nothing is trained after a stop, not even within the frame that stops it", () => {
  const { clock, calls } = clockAt("all");
  clock.start();
  frames(2);
  clock.stop();
  assert.equal(clock.isRunning, false);
  frames(5);
  assert.equal(calls.length, 2);
  const own = new Clock((due) => {
    own.stop();
    return due.batches;
  });
  own.speed = FASTEST;
  own.start();
  frames(1);
  assert.equal(waiting.size, 0);
});

test("however often it is started, it ticks once a frame", () => {
  const { clock, calls } = clockAt("all");
  clock.start();
  clock.start();
  clock.stop();
  clock.start();
  frames(5);
  assert.equal(calls.length, 5);
});

test("another speed on the way owes nothing of the one before", () => {
  const { clock, calls } = clockAt("batch");
  clock.start();
  frames(16);
  assert.equal(sumOf(calls, "batches"), 2);
  frames(15);
  clock.speed = SPEEDS.find(({ name }) => name === "epoch");
  frames(15);
  assert.equal(calls.length, 2);
  frames(1);
  assert.deepEqual(calls.at(-1).due, { epochs: 1 });
});

test("a pace of its own holds for one start", () => {
  const { clock, calls } = clockAt("batch");
  clock.start({ unit: "epochs", perSecond: 32 });
  frames(8);
  assert.equal(sumOf(calls, "epochs"), 17);
  clock.start();
  frames(1);
  assert.deepEqual(calls.at(-1).due, { batches: 1 });
});
