// What the playground makes of choices: training that goes on, back and to its end, and what is
// measured of it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { CALLED, START } from "../../docs/javascripts/play/choices.js";
import { measured } from "../../docs/javascripts/play/measures.js";
import { Race } from "../../docs/javascripts/play/race.js";
import { Recent } from "../../docs/javascripts/play/recent.js";
import { Curves } from "../../docs/javascripts/play/record.js";
import { Session } from "../../docs/javascripts/play/session.js";
import { settled } from "../../docs/javascripts/play/settled.js";

const sessionOf = (choices) => new Session(settled(choices).choices);
const legOf = (session, changes) => new Session({ ...session.choicesNow, ...changes });

test("goes back and forth in training, draw by draw", () => {
  const { training } = sessionOf({ dropout: 0.3, optimizer: "adam", rate: 0.01 });
  for (let taken = 0; taken < 50; taken += 1) training.step();
  const moment = training.saved();
  const first = Array.from({ length: 40 }, () => training.step());
  const later = training.saved();
  training.restore(moment);
  assert.deepEqual(
    Array.from({ length: 40 }, () => training.step()),
    first,
  );
  training.restore(moment);
  training.restore(later);
  assert.deepEqual(training.saved(), later);
});

test("a leg goes on from the weights of now, or from those set by hand", () => {
  const session = sessionOf({ hidden: [], rate: 0.01 });
  assert.equal(session.choicesNow.parameters, null); // nothing is learned, and drawn weights are no choice
  session.training.step();
  const leg = legOf(session, { rate: 0.02 });
  assert.deepEqual(leg.start, session.training.parameters);
  assert.deepEqual([leg.choices.rate, leg.training.steps], [0.02, 0]);
  assert.deepEqual([...legOf(session, { parameters: [1, 2, 3] }).start], [1, 2, 3]);
});

test("training is over where a loss is no number, or the last step of an epoch leaves none", () => {
  const wild = { dataset: "plane", loss: "mse", hidden: [], rate: 1000, examples: 20, held: 0 };
  for (const [batchSize, step] of [
    [0, 1],
    [5, 4],
  ]) {
    const session = sessionOf({ ...wild, batchSize });
    while (!session.training.divergedAt) session.training.step();
    const { divergedAt, epochs, latest } = session.training;
    assert.deepEqual(divergedAt.epoch, epochs + 1);
    assert.ok(divergedAt.step >= 1 && divergedAt.step <= step);
    assert.ok(latest === null || Number.isFinite(latest.loss));
    assert.ok(Number.isNaN(session.training.step()));
    assert.equal(session.training.epoch(), false);
  }
});

test("without a point there is nothing to learn, and no harm", () => {
  const session = sessionOf({ dataset: "points", points: [], standardize: true });
  const { training, task } = session;
  assert.ok(Number.isNaN(training.step()));
  assert.equal(training.epoch(), false);
  assert.equal(training.divergedAt, null);
  assert.equal(measured(session).loss, null);
  assert.deepEqual([...task.train.x], []);
});

test("one point is learned from, whatever share is held out", () => {
  const { task } = sessionOf({ dataset: "points", points: [[1, 2, 0]], held: 0.5 });
  assert.deepEqual([task.train.count, task.validation], [1, null]);
});

test("units without a slope are marked", () => {
  const hidden = ["relu", "tanh", "leaky_relu"].map((activation) => ({ units: 1, activation }));
  // Each layer's weights, then its bias: the first unit is pushed far to the left, the next to the right.
  const session = sessionOf({ hidden, parameters: [1, 1, -100, 1, 100, 1, -100, 1, 0] });
  const { units, accuracy, confusion, gradientNorms } = measured(session);
  assert.deepEqual(units, [["dead"], ["saturated"], [null]]);
  assert.equal(gradientNorms.length, 4);
  assert.equal(gradientNorms[0], 0);
  assert.equal(accuracy, (confusion[0][0] + confusion[1][1]) / session.task.train.count);
});

test("a session is measured once after each step", () => {
  const session = sessionOf({});
  const first = measured(session);
  assert.equal(measured(session), first);
  session.training.step();
  const second = measured(session);
  assert.notEqual(second.loss, first.loss);
  assert.equal(measured(session), second);
});

test("a rival sees as many examples, and where it cannot go on the race is over", () => {
  const choices = settled({ batchSize: 10, examples: 100, held: 0 }).choices;
  const race = new Race({ batchSize: 7 });
  race.begin(choices);
  const { training } = new Session(choices);
  for (let taken = 0; taken < 25; taken += 1) {
    training.step();
    race.catchUp(training);
    const [seen, of] = [race.rival.training, training].map(({ epochs, at, data }) => epochs * data.count + at);
    assert.ok(seen >= of && seen < of + 7);
  }
  assert.deepEqual([race.isAbout({ batchSize: 3, rate: 1 }), race.isAbout({ rate: 1 })], [true, false]);
  const { parameters } = race.rival.training;
  assert.equal(race.goOn({ ...choices, rate: 0.1 }), "");
  assert.deepEqual(race.rival.start, parameters);
  assert.deepEqual([race.rival.choices.rate, race.rival.choices.batchSize], [0.1, 7]);
  assert.match(race.goOn({ ...choices, hidden: [] }), /layers are other ones/);
  race.rival.training.parameters.fill(NaN);
  race.rival.training.step();
  assert.match(race.goOn(choices), /past all bounds/);
});

test("squared errors of 0 and 1 decide at one half", () => {
  const points = [
    [0.2, 0, 0],
    [0.4, 0, 0],
    [0.6, 0, 1],
    [0.9, 0, 1],
  ];
  const session = sessionOf({
    dataset: "points",
    points,
    held: 0,
    loss: "mse",
    hidden: [],
    parameters: [1, 0, 0],
  });
  assert.equal(measured(session).accuracy, 1);
});

test("beside a loss that is no finite number, no share of right answers is told", () => {
  const session = sessionOf({ loss: "ce", held: 0.2 });
  session.training.parameters.fill(NaN);
  const nothing = { loss: null, accuracy: null, confusion: null };
  const { loss, accuracy, confusion, validation, gradientNorms } = measured(session);
  assert.deepEqual({ loss, accuracy, confusion }, nothing);
  assert.deepEqual(validation, nothing);
  assert.deepEqual(gradientNorms, [null, null]);
});

test("a change that is undone is marked no more, nor is what came after it", () => {
  const first = sessionOf({});
  const record = new Curves(first, null);
  const goOn = (session, changes) => {
    const leg = legOf(session, changes);
    record.goOn(session, leg, null, changes);
    return leg;
  };
  const trained = (session) => {
    session.training.epoch();
    record.note(session, null);
  };
  trained(first);
  const points = [...record.points];
  const second = goOn(first, { rate: 0.01 });
  const third = goOn(second, { optimizer: "adam", rate: 0.02 });
  trained(third);
  assert.deepEqual(record.changes, [
    { epoch: 1, names: ["rate"] },
    { epoch: 1, names: ["optimizer", "rate"] },
  ]);
  record.cutTo(second);
  assert.deepEqual(record.changes, [{ epoch: 1, names: ["rate"] }]);
  record.cutTo(first);
  assert.deepEqual(record.changes, []);
  assert.deepEqual(record.points, points);
});

test("every choice has a name to tell it by", () => {
  assert.deepEqual(Object.keys(CALLED).sort(), Object.keys(START).sort());
});

test("what is large is kept for the sessions used last alone", () => {
  const recent = new Recent(2);
  const made = [];
  const of = (key) => recent.of(key, () => made.push(key));
  ["one", "two", "one", "three", "one", "two"].forEach(of);
  assert.deepEqual(made, ["one", "two", "three", "two"]);
});
