// What the graph, the inspector and the stepper compute, without a page. Python's side, which also
// runs this file, is in test_playground_graph.py.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ACTIVATIONS } from "../../docs/javascripts/net/activations.js";
import { Batch, endOfExample, momentAt, momentsOf } from "../../docs/javascripts/play/batch.js";
import { START } from "../../docs/javascripts/play/choices.js";
import { extentOf, Field, fieldOf } from "../../docs/javascripts/play/field.js";
import {
  edgeNear,
  edgesOf,
  endsOf,
  layoutOf,
  neighborOf,
  numberShares,
  placeOf,
  pointOn,
} from "../../docs/javascripts/play/layout.js";
import { lossText } from "../../docs/javascripts/play/step-text.js";
import {
  exampleName,
  fieldText,
  neuronName,
  numberText,
  signedText,
} from "../../docs/javascripts/play/naming.js";
import { chainOf, inputsInto, parameterAt, passOf, steppingOf } from "../../docs/javascripts/play/pass.js";
import { Session } from "../../docs/javascripts/play/session.js";
import { reportOf } from "../../docs/javascripts/play/step-report.js";
import { captionAt, numberOn, numbersAt } from "../../docs/javascripts/play/graph-numbers.js";
import { Stepping } from "../../docs/javascripts/play/stepping.js";
import { Timeline } from "../../docs/javascripts/play/timeline.js";
import { paintInto, scaleOf, tableOf } from "../../docs/javascripts/play/tones.js";
import {
  withActivation,
  withLayer,
  withoutLayer,
  withoutUnit,
  withUnit,
} from "../../docs/javascripts/play/topology.js";

const SHIFT = 1e-5;
const TWO_LAYERS = [
  { units: 4, activation: "tanh" },
  { units: 3, activation: "relu" },
];

// A task of every kind: two classes, three classes by either loss, a plane, a curve.
const TASKS = [
  { dataset: "circles", loss: "bce" },
  { dataset: "circles", loss: "mse", output: "sigmoid" },
  { dataset: "blobs", classes: 3, loss: "ce", features: ["x1", "x2", "product"] },
  { dataset: "blobs", classes: 3, loss: "mse", output: "tanh" },
  { dataset: "plane", loss: "mse", output: "linear" },
  { dataset: "sine", loss: "mse", output: "linear" },
];
const RULES = [
  { optimizer: "sgd" },
  { optimizer: "momentum", rate: 0.05, penalty: "l2", strength: 0.01 },
  { optimizer: "rmsprop", rate: 0.01, penalty: "l1", strength: 0.01 },
  { optimizer: "adam", rate: 0.01, dropout: 0.3 },
];

const sessionOf = (changes = {}) => new Session({ ...START, examples: 60, hidden: TWO_LAYERS, ...changes });

// A session whose weights are not those of the start.
function trained(changes, steps = 20) {
  const session = sessionOf(changes);
  for (let taken = 0; taken < steps; taken += 1) session.training.step();
  return session;
}

function assertNear(values, expected, bound, words = "") {
  assert.equal(values.length, expected.length);
  for (let at = 0; at < values.length; at += 1) {
    assert.ok(
      Math.abs(values[at] - expected[at]) <= bound,
      `${words} at ${at}: ${values[at]}, ${expected[at]}`,
    );
  }
}

// The mean of the examples' gradients.
function summedGradient(batch) {
  const sum = new Float64Array(batch.parameters.length);
  for (let example = 0; example < batch.size; example += 1) {
    batch.pass(example).gradient.forEach((slope, at) => (sum[at] += slope / batch.size));
  }
  return sum;
}

for (const task of TASKS) {
  const name = `${task.dataset}, ${task.loss}`;

  test(`the gradient of one example is the slope of its loss: ${name}`, () => {
    const session = trained({ ...task, hidden: [TWO_LAYERS[0], { units: 3, activation: "gelu" }] });
    const { gradient } = passOf(session, 5);
    for (let at = 0; at < gradient.length; at += 1) {
      const [above, below] = [SHIFT, -SHIFT].map((by) => {
        const parameters = session.training.parameters.slice();
        parameters[at] += by;
        return passOf(session, 5, { parameters }).loss;
      });
      assert.ok(Math.abs(gradient[at] - (above - below) / (2 * SHIFT)) < 1e-8);
    }
  });

  test(`the factors of the chain rule multiply to the gradient, with dropout too: ${name}`, () => {
    const session = trained({ ...task, dropout: 0.4 });
    const batch = new Batch(session);
    assert.ok(batch.masks.flat().some((mask) => mask.includes(0)));
    for (let example = 0; example < batch.size; example += 1) {
      const pass = batch.pass(example);
      session.network.layers.forEach(({ inputs, units }, layer) => {
        for (let unit = 0; unit < units; unit += 1) {
          for (const input of [undefined, ...Array(inputs).keys()]) {
            const { byGiven, mask, bend, into, product } = chainOf(session, pass, { layer, unit, input });
            assertNear([byGiven * mask * bend * into], [product], 1e-12);
          }
        }
      });
    }
  });

  for (const rules of RULES) {
    test(`going through a batch example by example is a step: ${name}, ${rules.optimizer}`, () => {
      const [one, other] = [sessionOf({ ...task, ...rules }), sessionOf({ ...task, ...rules })];
      for (let taken = 0; taken < 20; taken += 1) {
        const batch = new Batch(one);
        const summed = summedGradient(batch);
        // the same step by hand, from the sum of the examples' gradients
        const { training } = other;
        const rows = training.nextBatch();
        assert.deepEqual([...rows], batch.rows);
        const loss = training.measure(rows);
        assertNear(summed, training.gradient, 1e-12, "gradient");
        const losses = batch.rows.map((_, example) => batch.pass(example).loss);
        assertNear([losses.reduce((a, b) => a + b) / batch.size], [loss], 1e-12, "loss");
        training.gradient.set(summed);
        training.update();
        training.advance(rows.length, loss);
        one.training.step();
        assertNear(training.parameters, one.training.parameters, 1e-12, "weights");
      }
      assert.ok(one.training.epochs > 0);
    });
  }
}

test("to look at a batch changes nothing in training", () => {
  for (const before of [0, 3]) {
    const session = trained({ dropout: 0.3 }, before);
    const saved = structuredClone(session.training.saved());
    summedGradient(new Batch(session));
    assert.deepEqual(structuredClone(session.training.saved()), saved);
  }
});

test("the moments of a batch follow each other in order", () => {
  const shape = { layers: 2, size: 2 };
  const names = Array.from({ length: momentsOf(shape) }, (_, at) => {
    const { phase, example, layer } = momentAt(shape, at + 1);
    return `${example} ${phase} ${layer ?? ""}`.trim();
  });
  const example = (at) => [
    `${at} forward 0`,
    `${at} forward 1`,
    `${at} loss`,
    `${at} backward 1`,
    `${at} backward 0`,
  ];
  assert.deepEqual(names, [...example(0), ...example(1), "1 update"]);
  assert.equal(momentAt(shape, 0).phase, "ready");
  assert.equal(momentAt(shape, endOfExample(shape, 0)).layer, 0);
});

// The app as far as the stepper needs it.
function appOf(session) {
  return {
    ...{ session, example: 0, selected: null, stepping: null, timeline: new Timeline(), said: [] },
    chooseExample(row) {
      this.example = row;
      this.show();
    },
    advance({ batches }) {
      this.timeline.keep(this.session);
      for (let taken = 0; taken < batches; taken += 1) this.session.training.step();
      this.show();
    },
    back() {
      this.session = this.timeline.back() ?? this.session;
      this.show();
    },
    show() {
      this.panel?.look(); // as the panel does whenever the app shows
    },
    say(text) {
      this.said.push(text);
    },
  };
}

test("stepping moment by moment reaches the weights that training reaches", () => {
  const changes = { dropout: 0.2, penalty: "l2", optimizer: "adam", rate: 0.02 };
  const app = appOf(sessionOf(changes));
  const stepping = (app.panel = new Stepping(app));
  const straight = sessionOf(changes).training;
  for (let steps = 1; steps <= 6; steps += 1) {
    do stepping.next();
    while (stepping.moment.phase !== "update");
    straight.step();
    assert.equal(app.session.training.steps, steps);
    assert.deepEqual(app.session.training.parameters, straight.parameters);
    assert.deepEqual(stepping.updated.after, straight.parameters);
  }
  assert.equal(app.session.training.epochs, straight.epochs);
});

test("stepping goes back through every moment to the start, and forward again", () => {
  const app = appOf(sessionOf({ dropout: 0.2 }));
  const stepping = (app.panel = new Stepping(app));
  const seen = [];
  const now = () => JSON.stringify([stepping.moment, app.example, [...app.session.training.parameters]]);
  for (let presses = 0; presses < 200; presses += 1) {
    stepping.next();
    seen.push(now());
  }
  assert.ok(app.session.training.steps >= 2);
  for (const expected of seen.slice(0, -1).reverse()) {
    stepping.back();
    if (JSON.parse(expected)[0].phase === "update") assert.equal(stepping.moment.phase, "ready");
    else assert.equal(now(), expected);
  }
  assert.equal(app.session.training.steps, 0);
});

test("what is finished at a press is what single presses come to", () => {
  const [app, other] = [appOf(sessionOf()), appOf(sessionOf())];
  const stepping = (app.panel = new Stepping(app));
  const single = (other.panel = new Stepping(other));
  stepping.finishExample();
  assert.deepEqual(stepping.moment, { phase: "backward", example: 0, layer: 0 });
  stepping.finishExample();
  assert.equal(stepping.moment.example, 1);
  stepping.finishBatch();
  assert.equal(stepping.moment.phase, "update");
  do single.next();
  while (single.moment.phase !== "update");
  assert.deepEqual(app.session.training.parameters, other.session.training.parameters);
});

test("what the stepper shows ends when anything else moves", () => {
  const app = appOf(sessionOf());
  const stepping = (app.panel = new Stepping(app));
  stepping.next();
  assert.notEqual(steppingOf(app), null);
  app.example += 1;
  assert.equal(steppingOf(app), null);
  stepping.next();
  app.session.training.step();
  assert.equal(steppingOf(app), null);
  stepping.look();
  assert.equal(stepping.moment.phase, "ready");
});

test("where numbers run away, stepping ends at the update, without an error", () => {
  const session = sessionOf({ hidden: [{ units: 2, activation: "linear" }], loss: "mse", output: "linear" });
  session.training.parameters.fill(1e200);
  const app = appOf(session);
  const stepping = (app.panel = new Stepping(app));
  stepping.finishBatch();
  stepping.next();
  stepping.back();
  assert.equal(app.session.training.steps, 0);
  assert.ok(app.session.training.divergedAt);
});

test("every moment has its words and its numbers, and none is NaN", () => {
  for (const task of TASKS) {
    for (const rules of RULES) {
      const app = appOf(trained({ ...task, ...rules }));
      const stepping = (app.panel = new Stepping(app));
      for (let presses = 0; presses < 70; presses += 1) {
        stepping.next();
        const { title, lines, table } = reportOf(app, stepping);
        const text = [title, ...lines, ...(table ? [table.head, ...table.rows].flat() : [])].join(" ");
        assert.ok(title && lines.length > 0 && !/NaN|undefined|null|Infinity/.test(text), text);
        const captions = app.session.network.sizes.map((_, at) =>
          captionAt(app.stepping, { layer: at - 1, unit: 0 }),
        );
        assert.ok(captions.every((caption) => !/NaN|undefined/.test(caption)));
        const layer = numbersAt(app.stepping, null);
        if (layer !== null) assert.match(numberOn(app.stepping, { layer, unit: 0, input: 0 }).text, /\d/);
      }
    }
  }
});

test("the words of a loss give its number, and how it comes about", () => {
  for (const task of TASKS) {
    const session = trained(task);
    for (let row = 0; row < 8; row += 1) {
      const pass = passOf(session, row);
      const line = lossText(session, pass).at(-1);
      assert.ok(line.endsWith(` = ${numberText(pass.loss)}`));
      const [, complement, probability] = /−ln (\(1 − )?([\d.]+)/.exec(line) ?? [];
      if (!probability) continue;
      const right = complement ? 1 - Number(probability) : Number(probability);
      assert.ok(Math.abs(-Math.log(right) - pass.loss) < 0.006 / right, line);
    }
  }
});

// What the network says to all its examples.
function outputsOf({ network, training, task }) {
  const { x, count } = task.train;
  return [...network.forward(training.parameters, x, count, network.room(count))];
}

const changed = (session, { changes, fresh }) => {
  assert.equal(fresh, false);
  return new Session({ ...session.choices, ...changes });
};

test("a new unit leaves all answers as they are, and can learn", () => {
  for (const layer of [0, 1]) {
    const session = trained();
    const wider = changed(session, withUnit(session, layer));
    assert.equal(wider.network.sizes[layer + 1], session.network.sizes[layer + 1] + 1);
    assertNear(outputsOf(wider), outputsOf(session), 1e-12);
    const before = wider.training.parameters.slice();
    const unit = wider.network.sizes[layer + 1] - 1;
    const out = Array.from({ length: wider.network.sizes[layer + 2] }, (_, to) =>
      parameterAt(wider, { layer: layer + 1, unit: to, input: unit }),
    );
    assert.ok(out.every((at) => before[at] === 0));
    for (let taken = 0; taken < 10; taken += 1) wider.training.step();
    assert.ok(out.some((at) => wider.training.parameters[at] !== 0));
  }
});

test("a unit takes its weights along, and no others", () => {
  const session = trained();
  for (const gone of [0, 2, 3]) {
    const narrower = changed(session, withoutUnit(session, 0, gone));
    // the same answers as with the unit silenced
    const silenced = new Session({ ...session.choices, parameters: [...session.training.parameters] });
    for (let unit = 0; unit < 3; unit += 1) {
      silenced.training.parameters[parameterAt(silenced, { layer: 1, unit, input: gone })] = 0;
    }
    assertNear(outputsOf(narrower), outputsOf(silenced), 1e-12);
  }
});

test("one unit more and one less is what was before", () => {
  const session = trained();
  const wider = changed(session, withUnit(session, 0));
  wider.training.step();
  const before = [...wider.training.parameters];
  const again = changed(wider, withUnit(wider, 1));
  assert.deepEqual([...changed(again, withoutUnit(again, 1)).training.parameters], before);
});

test("a layer that comes or goes leaves the layers before it", () => {
  const session = trained();
  const first = session.network.layers[1].biases + 3;
  const deeper = changed(session, withLayer(session));
  assert.deepEqual(deeper.network.sizes, [2, 4, 3, 3, 1]);
  assert.deepEqual(deeper.training.parameters.slice(0, first), session.training.parameters.slice(0, first));
  deeper.training.step();
  const shallower = changed(deeper, withoutLayer(deeper, 1));
  assert.deepEqual(shallower.network.sizes, [2, 4, 3, 1]);
  const kept = deeper.network.layers[0].biases + 4;
  assert.deepEqual(shallower.training.parameters.slice(0, kept), deeper.training.parameters.slice(0, kept));
  const [last, before] = [shallower, deeper].map(({ network, training }) =>
    training.parameters.slice(network.layers.at(-1).weights),
  );
  assert.deepEqual(last, before);
});

test("another activation keeps the weights", () => {
  const session = trained();
  const bent = changed(session, withActivation(session, 0, "gelu"));
  assert.equal(bent.network.layers[0].activation, "gelu");
  assert.deepEqual(bent.training.parameters, session.training.parameters);
});

test("before the first step a change draws all anew, and limits hold", () => {
  const session = sessionOf();
  assert.deepEqual(withUnit(session, 0).changes.parameters, null);
  assert.equal(withUnit(session, 0).fresh, true);
  const full = sessionOf({ hidden: Array(6).fill({ units: 8, activation: "tanh" }) });
  assert.equal(withUnit(full, 3), null);
  assert.equal(withLayer(full), null);
  assert.equal(withoutUnit(sessionOf({ hidden: [{ units: 1, activation: "tanh" }] }), 0), null);
  const none = changed(
    trained({ hidden: [TWO_LAYERS[0]] }),
    withoutLayer(trained({ hidden: [TWO_LAYERS[0]] }), 0),
  );
  assert.deepEqual(none.network.sizes, [2, 1]);
});

test("the timeline keeps so many moments, the start among them, and goes back exactly", () => {
  const { training } = trained({}, 0);
  const session = { training };
  const timeline = new Timeline(20);
  const seen = new Map();
  for (let steps = 0; steps < 500; steps += 1) {
    timeline.keep(session);
    timeline.keep(session); // once is enough
    seen.set(training.steps, training.parameters.slice());
    training.step();
    assert.ok(timeline.length <= 20);
  }
  const back = [];
  while (timeline.back()) {
    assert.deepEqual(training.parameters, seen.get(training.steps));
    back.push(training.steps);
  }
  assert.deepEqual(back.slice(0, 3), [499, 498, 497]);
  assert.equal(back.at(-1), 0);
  assert.equal(timeline.back(), null);
});

test("going back reaches across a change of the network", () => {
  const timeline = new Timeline();
  const before = trained({}, 2);
  timeline.keep(before);
  timeline.keep(new Session({ ...before.choicesNow, rate: 1 }));
  assert.notEqual(timeline.back(), before);
  assert.equal(timeline.back(), before);
});

const SHAPES = [
  [2, 1],
  [2, 4, 1],
  [7, 8, 8, 8, 8, 8, 8, 4],
  [1, 8, 1],
  [2, 3, 5, 2],
];

test("neurons and the numbers on edges overlap nowhere, on any width", () => {
  for (const sizes of SHAPES) {
    for (const width of [284, 324, 700, 1400]) {
      const layout = layoutOf(sizes, width);
      const places = layout.columns.flat();
      for (const [at, one] of places.entries()) {
        for (const other of places.slice(at + 1)) {
          const [across, down] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
          assert.ok(across >= layout.side + 20 || down >= layout.side + 20);
        }
        assert.ok(one.x >= layout.side / 2 && one.x <= layout.width - layout.side / 2);
        assert.ok(one.y >= layout.side / 2 && one.y <= layout.height - layout.side / 2);
      }
      numbersApart(layout, sizes);
    }
  }
});

function numbersApart(layout, sizes) {
  for (let layer = 0; layer < sizes.length - 1; layer += 1) {
    const shares = numberShares(layout, sizes[layer + 1]) ?? numberShares(layout, 1);
    const labels = [];
    for (let unit = 0; unit < shares.length; unit += 1) {
      for (let input = 0; input < sizes[layer]; input += 1)
        labels.push(pointOn(endsOf(layout, { layer, unit, input }), shares[unit]));
    }
    for (const [at, one] of labels.entries()) {
      for (const other of labels.slice(at + 1)) {
        assert.ok(Math.abs(one.x - other.x) >= 38 || Math.abs(one.y - other.y) >= 13, `${sizes} ${layer}`);
      }
    }
  }
}

test("a pointer near an edge finds it, far from all finds none", () => {
  const layout = layoutOf([2, 4, 1], 700);
  for (const edge of edgesOf(layout)) {
    const { x, y } = pointOn(endsOf(layout, edge), 0.04);
    assert.deepEqual(edgeNear(layout, { x, y: y + 0.2 }, 9), edge);
  }
  assert.equal(edgeNear(layout, { x: 0, y: 0 }, 9), null);
});

test("arrow keys reach every neuron and never leave the network", () => {
  for (const sizes of SHAPES) {
    const layout = layoutOf(sizes, 700);
    const reached = new Set();
    const waiting = [{ layer: -1, unit: 0 }];
    while (waiting.length > 0) {
      const at = waiting.pop();
      if (reached.has(`${at.layer} ${at.unit}`)) continue;
      reached.add(`${at.layer} ${at.unit}`);
      placeOf(layout, at);
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"])
        waiting.push(neighborOf(layout, at, key));
    }
    assert.equal(
      reached.size,
      sizes.reduce((a, b) => a + b),
    );
  }
});

test("numbers are told with two digits at least, and what is none with a word", () => {
  const told = {
    0: "0",
    "-0": "0",
    0.305: "0.30",
    "-12.34": "−12.3",
    1234.5: "1235",
    0.000123: "1.2·10⁻⁴",
    2e9: "2.0·10⁹",
  };
  for (const [value, text] of Object.entries(told)) {
    assert.ok(
      [text, text.replace("0.30", "0.31")].includes(numberText(Number(value))),
      `${value}: ${numberText(Number(value))}`,
    );
  }
  assert.equal(numberText(NaN), "not a number");
  assert.equal(numberText(null), "past all bounds");
  assert.equal(numberText(-Infinity), "−∞");
  assert.equal(numberText(-1e-4), "−1.0·10⁻⁴");
  assert.equal(signedText(0.5), "+0.50");
  assert.equal(fieldText(NaN), "");
  assert.equal(fieldText(0.1 + 0.2), "0.3");
  const session = sessionOf({ dataset: "blobs", classes: 3, loss: "ce" });
  assert.equal(neuronName(session, 0, 1), "Hidden layer 1, unit 2");
  assert.equal(neuronName(session, 2, 0), "Output for class 0");
  assert.match(exampleName(session, 6), /^Example 7 of 48: \(−?[\d.]+, −?[\d.]+\), class [012]$/);
});

test("the field holds what the network gives at each point of the grid", () => {
  for (const task of TASKS) {
    const session = trained({ ...task, standardize: task.dataset === "blobs" });
    const field = fieldOf(session);
    const { extent, columns, rows, layers, inputs, count } = field;
    const { sizes } = session.network;
    for (const [column, row] of [
      [0, 0],
      [columns - 1, rows - 1],
      [7, rows === 1 ? 0 : 31],
    ]) {
      const x = extent.left + ((extent.right - extent.left) * (column + 0.5)) / columns;
      const y = extent.top - ((extent.top - extent.bottom) * (row + 0.5)) / rows;
      const given = session.inputsFor(Float64Array.from(rows === 1 ? [x] : [x, y]), 1);
      const point = row * columns + column;
      assertNear(inputs.subarray(point * sizes[0], (point + 1) * sizes[0]), given, 1e-12);
      const room = session.network.room(1);
      const out = session.network.forward(session.training.parameters, given, 1, room);
      const units = sizes.at(-1);
      assertNear(layers.at(-1).subarray(point * units, (point + 1) * units), out, 1e-12);
      assert.equal(layers.at(-1).length, count * units);
    }
  }
});

test("the field holds all points of the task, and a board stays where it is", () => {
  for (const task of [
    ...TASKS,
    { dataset: "xor" },
    { dataset: "points", points: [] },
    {
      dataset: "points",
      points: [
        [9, -4, 0],
        [2, 2, 1],
      ],
    },
  ]) {
    const session = sessionOf(task);
    const { left, right, bottom, top } = extentOf(session);
    assert.ok([left, right, bottom, top].every(Number.isFinite) && left < right && bottom < top);
    if (task.dataset !== "sine") assert.ok(Math.abs(right - left - (top - bottom)) < 1e-9);
    const { points, count, labels } = session.task.train;
    const width = points.length / count;
    for (let row = 0; row < count; row += 1) {
      const [x, y = labels[row]] = points.subarray(row * width, (row + 1) * width);
      assert.ok(left < x && x < right && bottom < y && y < top);
    }
  }
  const board = (points) => extentOf(sessionOf({ dataset: "points", points }));
  assert.deepEqual(
    board([[0, 0, 0]]),
    board([
      [1.2, -1.4, 0],
      [0.3, 0.1, 1],
    ]),
  );
});

test("the field is evaluated when weights change, and in frames no more than its share", () => {
  const session = trained();
  let now = 1000;
  const field = new Field(session, 10, () => (now += 2)); // as if an evaluation took 2 ms
  assert.equal(field.current({ isFrame: true }).version, 1);
  assert.equal(field.current({ isFrame: false }).version, 1);
  session.training.step();
  assert.equal(field.current({ isFrame: true }).version, 1, "too soon");
  now += 16;
  assert.equal(field.current({ isFrame: true }).version, 2);
  session.training.step();
  assert.equal(field.current({ isFrame: false }).version, 3, "at once where nothing moves");
});

test("colors go from orange over the ground to blue, and what is no number is ground", () => {
  const table = tableOf([200, 100, 0], [255, 255, 255], [0, 0, 200]);
  const pixels = new Uint32Array(6);
  paintInto(pixels, 0, [-9, -1, 0, 1, 9, NaN], 0, 1, 1, table);
  const middle = (table.length - 1) / 2;
  assert.deepEqual(
    [...pixels],
    [table[0], table[0], table[middle], table.at(-1), table.at(-1), table[middle]],
  );
  assert.equal(table[middle], 0xffffffff);
  assert.equal(scaleOf([0.5, -3, Infinity, NaN], 0, 1, "relu"), 3);
  assert.equal(scaleOf([0.5, -0.2], 0, 1, "tanh"), 1);
  assert.equal(scaleOf([0, 0], 0, 1, "relu"), 1);
});

test("what goes into a layer is what the one before gives, and the input at first", () => {
  const session = trained();
  const pass = passOf(session, 0);
  assert.equal(inputsInto(pass, 0), pass.x);
  const { value } = ACTIVATIONS.tanh;
  assertNear(inputsInto(pass, 1), [...pass.z[0]].map(value), 1e-15);
});
