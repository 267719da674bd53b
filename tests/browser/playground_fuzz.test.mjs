// What comes from elsewhere (states, addresses, tables, files) by the ten thousand, drawn from seeds:
// nothing of it throws, nothing runs, and what comes out holds together.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fromAddress, toAddress } from "../../docs/javascripts/play/address.js";
import { START } from "../../docs/javascripts/play/choices.js";
import { pointsFromCsv } from "../../docs/javascripts/play/csv.js";
import { measured } from "../../docs/javascripts/play/measures.js";
import { asPython } from "../../docs/javascripts/play/python.js";
import { Race } from "../../docs/javascripts/play/race.js";
import { Session } from "../../docs/javascripts/play/session.js";
import { settled } from "../../docs/javascripts/play/settled.js";
import { fromWeights, toWeights } from "../../docs/javascripts/play/weights.js";
import {
  chance,
  many,
  oneOf,
  spoiled,
  state,
  strange,
  STRANGE,
  text,
  upTo,
  view,
  weighted,
} from "./playground_draws.js";

const COUNT = 10_000;

function assertSettled({ choices, notes }) {
  assert.ok(notes.every((note) => typeof note === "string" && note.length < 200));
  assert.deepEqual(Object.keys(choices), Object.keys(START));
  assertFinite(choices);
  const again = settled(choices);
  assert.deepEqual(again, { choices, notes: [] });
}

function assertFinite(value) {
  if (typeof value === "number") assert.ok(Number.isFinite(value));
  else if (value !== null && typeof value === "object") Object.values(value).forEach(assertFinite);
}

// Three steps; for some, all measures and the script.
function assertWorks(choices) {
  const session = new Session(choices);
  for (let taken = 0; taken < 3; taken += 1) session.training.step();
  if (chance(0.9)) return session;
  assertFinite(measured(session));
  assert.doesNotMatch(asPython(session), /NaN|Infinity|undefined|null|attacked/);
  return session;
}

// A race that an address tells of begins, and its second network learns.
function assertRaces({ choices, view: { raced } }) {
  const race = new Race(raced);
  race.begin(choices);
  const { training } = race.rival;
  training.step();
  assert.ok(training.steps === 1 || training.divergedAt || training.data.count === 0);
}

function assertNothingRan() {
  assert.equal(globalThis.attacked, undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
}

test("states", () => {
  const kinds = { noted: 0, sound: 0, diverged: 0, raced: 0 };
  for (let tried = 0; tried < COUNT; tried += 1) {
    const given = chance(0.02) ? strange() : state();
    const found = settled(chance(0.2) ? weighted(settled(given).choices) : given);
    assertSettled(found);
    kinds[found.notes.length > 0 ? "noted" : "sound"] += 1;
    const seen = view(found.choices);
    if (seen.raced) kinds.raced += 1;
    const address = toAddress(found.choices, seen);
    assert.deepEqual(fromAddress(address), { choices: found.choices, view: seen, notes: [] });
    if (assertWorks(found.choices).training.divergedAt) kinds.diverged += 1;
  }
  assert.ok(Math.min(...Object.values(kinds)) > 100, JSON.stringify(kinds));
  assertNothingRan();
});

test("objects that fight back", () => {
  const circle = {};
  circle.hidden = circle;
  const throwing = (name) => () => {
    throw new Error(name);
  };
  const proxy = new Proxy(
    {},
    { get: throwing("get"), ownKeys: throwing("ownKeys"), getPrototypeOf: throwing("proto") },
  );
  const deep = JSON.parse(`{"hidden": ${"[".repeat(5000)}${"]".repeat(5000)}}`);
  const getter = Object.defineProperty({}, "rate", { get: throwing("rate"), enumerable: true });
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  for (const each of [
    circle,
    proxy,
    deep,
    getter,
    revoked.proxy,
    Object.create(null),
    new Proxy([], {}),
    globalThis,
  ]) {
    assertSettled(settled(each));
  }
});

test("addresses", () => {
  const letters = [
    ..."&=#%;,.-_+ 01289aeNxX\"'<>",
    "%00",
    "%",
    "&v=1",
    "💥",
    "\ud800",
    "&rate=",
    "&hidden=9tanh",
  ];
  let kept = 0;
  for (let tried = 0; tried < COUNT; tried += 1) {
    const { choices } = settled(state());
    const original = toAddress(choices, view(choices));
    const address = chance(0.2)
      ? `#${chance(0.5) ? "v=1&" : ""}${text(letters, 60)}`
      : spoiled(original, letters);
    const found = fromAddress(address);
    assertSettled(found);
    const again = toAddress(found.choices, found.view);
    assert.deepEqual(fromAddress(again), { ...found, notes: [] });
    if (found.view.raced) assertRaces(found);
    assert.match(again, /^#v=1[\w=&,.-]*$/);
    if (again !== "#v=1") kept += 1;
    if (chance(0.1)) assertWorks(found.choices);
  }
  assert.ok(kept > COUNT / 4, `${kept}`);
  assertNothingRan();
});

test("tables", () => {
  const letters = [...'0123456789.,;\t"\n\r -+eE', "red", "NaN", "\0", "💥", "\n\n", '""', "\r\n"];
  const cell = () =>
    oneOf([(upTo(4000) / 1000 - 2).toFixed(3), `${upTo(100)}`, `"${upTo(9)}"`, "1,5", "1e3"]);
  const kinds = { points: 0, errors: 0 };
  for (let tried = 0; tried < COUNT; tried += 1) {
    const by = oneOf([",", ";", "\t"]);
    const rows = many(oneOf([3, 12, 12, 12, 600]), () =>
      [cell(), cell(), oneOf(["red", '"blue, or not"', "2"])].join(by),
    );
    const original = [...(chance(0.5) ? [`a${by}b${by}c`] : []), ...rows].join("\n");
    const table = chance(0.1)
      ? text(letters, 80)
      : chance(0.6)
        ? spoiled(original, letters)
        : original;
    const found = pointsFromCsv(table);
    if ("error" in found) {
      assert.match(found.error, /^(Line \d+|This is )/);
      kinds.errors += 1;
    } else {
      const { points, standardize, notes } = found;
      const own = settled({ dataset: "points", points, standardize, loss: "ce" });
      assert.deepEqual(own.notes, []);
      assert.deepEqual(own.choices.points, points);
      assert.ok(notes.every((note) => note.length < 400));
      if (chance(0.1)) assertWorks(own.choices);
      kinds.points += 1;
    }
  }
  assert.ok(Math.min(...Object.values(kinds)) > COUNT / 5, JSON.stringify(kinds));
  for (const each of STRANGE) assert.ok("error" in pointsFromCsv(each));
  assertNothingRan();
});

test("weight files", () => {
  const letters = [
    ...'0123456789.,-eE[]{}":nul ',
    "1e999",
    "NaN",
    "[[[",
    '"__proto__":',
    "null",
    "💥",
    "\0",
  ];
  const kinds = { read: 0, errors: 0 };
  const originals = Array.from({ length: 50 }, () =>
    toWeights(new Session(settled(state()).choices)),
  );
  for (let tried = 0; tried < COUNT; tried += 1) {
    const file = chance(0.1)
      ? text(letters, 80)
      : chance(0.9)
        ? spoiled(oneOf(originals), letters)
        : oneOf(originals);
    const found = fromWeights(file);
    if ("error" in found) {
      assert.ok(found.error.length < 300);
      kinds.errors += 1;
    } else {
      assertSettled(found);
      assert.ok(found.choices.parameters);
      if (chance(0.1)) assertWorks(found.choices);
      kinds.read += 1;
    }
  }
  assert.ok(Math.min(...Object.values(kinds)) > COUNT / 20, JSON.stringify(kinds));
  for (const each of STRANGE) assert.ok("error" in fromWeights(each));
  assertNothingRan();
});
