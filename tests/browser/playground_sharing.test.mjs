// How the playground's choices and weights leave the page and come back, and what it says of those
// that cannot be.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Generator } from "../../docs/javascripts/net/random.js";
import { fromAddress, toAddress } from "../../docs/javascripts/play/address.js";
import { START } from "../../docs/javascripts/play/choices.js";
import { Session } from "../../docs/javascripts/play/session.js";
import { settled } from "../../docs/javascripts/play/settled.js";
import { START_VIEW } from "../../docs/javascripts/play/view.js";
import { fromWeights, toWeights } from "../../docs/javascripts/play/weights.js";

const sessionOf = (choices) => new Session(settled(choices).choices);

function trained(choices, steps) {
  const session = sessionOf(choices);
  for (let taken = 0; taken < steps; taken += 1) session.training.step();
  return session;
}

test("the usual start holds together, and has the shortest address", () => {
  assert.deepEqual(settled(START), { choices: START, notes: [] });
  assert.deepEqual(settled(undefined), { choices: START, notes: [] });
  assert.equal(toAddress(START), "#v=1");
});

test("an address can be read", () => {
  const hidden = [
    { units: 4, activation: "tanh" },
    { units: 2, activation: "leaky_relu" },
  ];
  const { choices } = settled({
    dataset: "moons",
    hidden,
    rate: 0.1,
    standardize: true,
    features: ["x2", "x1_squared"],
  });
  const address =
    "#v=1&dataset=moons&features=x2,x1_squared&standardize=true&hidden=4tanh,2leaky_relu&rate=0.1";
  assert.equal(toAddress(choices), address);
  assert.deepEqual(fromAddress(address), { choices, view: START_VIEW, notes: [] });
});

test("a race, what is chosen and the example stand in the address, too", () => {
  for (const [end, view] of [
    ["rival=rate,0.1", { raced: { rate: 0.1 } }],
    ["rival=seed,2", { raced: { seed: 2, parameters: null } }],
    ["rival=hidden,none", { raced: { hidden: [] } }],
    ["chosen=0,2", { selected: { layer: -1, unit: 1 } }],
    ["chosen=1,4", { selected: { layer: 0, unit: 3 } }],
    ["chosen=2,1,4", { selected: { layer: 1, unit: 0, input: 3 } }],
    ["example=7", { example: 6 }],
    ["rival=optimizer,adam&chosen=1,1&example=160", { raced: { optimizer: "adam" }, selected: { layer: 0, unit: 0 }, example: 159 }],
  ]) {
    const whole = { ...START_VIEW, ...view };
    assert.equal(toAddress(START, whole), `#v=1&${end}`);
    assert.deepEqual(fromAddress(`#v=1&${end}`), { choices: START, view: whole, notes: [] });
  }
});

test("points and weights come back from an address as they were", () => {
  const points = [
    [0.25, -1.333, 0],
    [1e-7, 123456, 3],
  ];
  const { parameters } = trained({}, 100).training;
  for (const asked of [
    { dataset: "points", points, loss: "ce" },
    { dataset: "points", points: [] },
    { parameters },
  ]) {
    const { choices, notes } = settled(asked);
    assert.deepEqual(notes, []);
    assert.deepEqual(fromAddress(toAddress(choices)), { choices, view: START_VIEW, notes: [] });
  }
});

test("the longest address is short enough to be read", () => {
  const generator = new Generator(1);
  const points = Array.from({ length: 500 }, () => [generator.random(), generator.random(), 3]);
  const hidden = Array.from({ length: 6 }, () => ({ units: 8, activation: "leaky_relu" }));
  const { choices } = settled({ dataset: "points", points, hidden, loss: "ce" });
  const { network } = new Session(choices);
  const full = settled({
    ...choices,
    parameters: Array.from({ length: network.parameterCount }, () => generator.random()),
  });
  assert.ok(toAddress(full.choices).length < 11_000);
  assert.deepEqual(fromAddress(toAddress(full.choices)), { ...full, view: START_VIEW });
});

for (const [address, note] of [
  ["#v=2&rate=0.1", /no version that this page knows/],
  ["#rate=0.1", /no version that this page knows/],
  [`#v=1&rate=${"1".repeat(60_000)}`, /too long/],
  ["#v=1&rate=fast", /^The learning rate could not be read: it is 0.3 now\.$/],
  ["#v=1&rate=", /^The learning rate could not be read/],
  ["#v=1&rate=5000", /^The learning rate cannot be 5000: it is 1000 now\.$/],
  ["#v=1&examples=12.6", /^The number of points cannot be 12.6: it is 13 now\.$/],
  ["#v=1&dataset=mnist", /^The data set “mnist” is unknown: it is circles now\.$/],
  ["#v=1&dataset=points", /^There are no points in it/],
  ["#v=1&dataset=points&points=!!", /points could not be read/],
  [
    "#v=1&dataset=plane",
    /^The loss binary cross-entropy does not fit these data: it is MSE now\.$/,
  ],
  [
    "#v=1&hidden=4tanh,9relu",
    /^Hidden layer 2 could not be as asked: it has 8 units with ReLU now\.$/,
  ],
  ["#v=1&hidden=0relu", /it has 1 unit with ReLU now\.$/],
  ["#v=1&loss=__proto__", /^The loss “__proto__” is unknown: it is binary cross-entropy now\.$/],
  ["#v=1&rate=1e309", /^The learning rate could not be read: it is 0.3 now\.$/],
  ["#v=1&hidden=1tanh,1tanh,1tanh,1tanh,1tanh,1tanh,1tanh", /^There are at most 6 hidden layers/],
  ["#v=1&features=x1,x3", /^The inputs could not be as asked: they are x₁ now\.$/],
  ["#v=1&parameters=AAAA", /^The weights are not all finite numbers/],
  ["#v=1&parameters=AAAAAAAAAAA", /^The weights do not fit these layers/],
  ["#v=1&constructor=1", /means nothing here/],
  ["#v=1&rival=rate,0.3", /^The race in this address cannot be run/], // both would be alike
  ["#v=1&rival=rate,5000", /^The race in this address cannot be run/],
  ["#v=1&rival=rate,fast", /^The race in this address cannot be run/],
  ["#v=1&rival=constructor,1", /^The race in this address cannot be run/],
  ["#v=1&rival=dataset,moons", /^The race in this address cannot be run/],
  ["#v=1&chosen=1,5", /^What this address chooses is not in the network/],
  ["#v=1&chosen=0,1,1", /^What this address chooses is not in the network/],
  ["#v=1&chosen=1", /^What this address chooses is not in the network/],
  ["#v=1&example=0", /^The example in this address could not be read/],
  ["#v=1&example=7,8", /^The example in this address could not be read/],
]) {
  test(`says what is wrong with ${address.slice(0, 40)}`, () => {
    const { choices, notes } = fromAddress(address);
    assert.equal(notes.length, 1, notes.join());
    assert.match(notes[0], note);
    assert.deepEqual(settled(choices).notes, []);
  });
}

test("the name of a heading is no state, and no fault", () => {
  for (const hash of ["", "#", "#share", undefined, null, 5])
    assert.deepEqual(fromAddress(hash), { choices: START, view: START_VIEW, notes: [] });
});

test("weights come back from their file, and train on alike", () => {
  const session = trained(
    { dataset: "blobs", loss: "ce", hidden: [{ units: 3, activation: "relu" }] },
    40,
  );
  const { choices, notes } = fromWeights(toWeights(session));
  assert.deepEqual(notes, []);
  assert.deepEqual(choices, session.choicesNow);
});

test("a file of weights says what is wrong with it", () => {
  const file = JSON.parse(toWeights(sessionOf({})));
  const spoil = (change) => {
    const copy = structuredClone(file);
    change(copy);
    return fromWeights(JSON.stringify(copy)).error;
  };
  assert.match(fromWeights("{").error, /no JSON/);
  assert.match(fromWeights("[]").error, /something else/);
  assert.match(
    spoil((copy) => (copy.version = 2)),
    /another version/,
  );
  assert.match(
    spoil((copy) => copy.layers.pop()),
    /not \[2, 4, 1\], as its choices say/,
  );
  assert.match(
    spoil((copy) => copy.layers[0].weights.pop()),
    /as its choices say/,
  );
  assert.match(
    spoil((copy) => (copy.layers[1].biases[0] = "1")),
    /not all finite/,
  );
  assert.match(
    spoil((copy) => (copy.layers[1].biases[0] = null)),
    /not all finite/,
  );
});
