// Rows sent through layers of random weights, and blame sent back. The draws are those of the build
// (src/guide/experiments/random_layers.py), and the same for all depths and scales.
import { ACTIVATIONS } from "../net/activations.js";
import { Generator } from "../net/random.js";
import { fixed, range } from "./numbers.js";

const UNITS = 16;
const NETWORKS = 21;
export const DEEPEST = 20;
const QUARTILES = [5, 10, 15]; // of 21 values, once they are in order

const random = new Generator(0);
const draw = (count) => Float64Array.from({ length: count }, () => random.standardNormal());
const rows = draw(NETWORKS * UNITS);
const ends = draw(NETWORKS * UNITS);
const drawn = Array.from({ length: DEEPEST }, () => draw(NETWORKS * UNITS * UNITS));

// A choice between some activations; the first one is there at the start.
export const activationControl = (...names) => ({
  name: "activation",
  label: "activation",
  options: Object.fromEntries(names.map((name) => [name, ACTIVATIONS[name].label])),
  value: names[0],
});

// Gains from one power of 2 to another, so many to each doubling.
export const gainControl = (from, to, each) => ({
  name: "gain",
  label: "gain of the weights",
  values: range(from * each, to * each, 1).map((step) => 2 ** (step / each)),
  value: 1,
  format: fixed(2),
});

// Returns quartiles over the networks: the size of the sums z in layers 0 to `depth`, and the
// length of the blame over that in the last layer.
export function sent({ activation, gain, depth }) {
  const { value, slope } = ACTIVATIONS[activation];
  const scale = gain / Math.sqrt(UNITS);
  const all = Array.from({ length: NETWORKS }, (_, network) => {
    const sums = [part(rows, network)];
    for (let layer = 0; layer < depth; layer += 1) {
      const outputs = sums[layer].map(value);
      sums.push(forward(outputs, drawn[layer], network, scale));
    }
    const blame = [part(ends, network)];
    for (let layer = depth - 1; layer >= 0; layer -= 1) {
      const slopes = sums[layer].map((z) => slope(z, value(z)));
      blame.unshift(backward(blame[0], drawn[layer], network, scale).map((sum, at) => sum * slopes[at]));
    }
    const last = length(blame[depth]);
    return {
      sums: sums.map((z) => length(z) / Math.sqrt(UNITS)),
      blame: blame.map((delta) => length(delta) / last),
    };
  });
  const over = (name) =>
    Array.from({ length: depth + 1 }, (_, layer) => quartiles(all.map((each) => each[name][layer])));
  return { sums: over("sums"), blame: over("blame") };
}

// Draws the median of each layer, and the band around it.
export function drawLayers(drawing, name, panel, found, token) {
  const points = (which) => found.map((quartile, layer) => [layer, quartile[which]]);
  drawing.line(`${name}-band`, panel, [...points(0), ...points(2).reverse(), points(0)[0]]);
  drawing.line(name, panel, points(1));
  drawing.dots(name, panel, points(1));
  for (const each of [name, `${name}-band`]) drawing.recolor(each, token);
}

const part = (values, network) => values.subarray(network * UNITS, (network + 1) * UNITS);
const length = (values) => Math.hypot(...values);

function forward(outputs, weights, network, scale) {
  const from = network * UNITS * UNITS;
  return outputs.map((_, unit) => {
    let sum = 0;
    for (let input = 0; input < UNITS; input += 1) {
      sum += outputs[input] * weights[from + input * UNITS + unit];
    }
    return sum * scale;
  });
}

function backward(delta, weights, network, scale) {
  const from = network * UNITS * UNITS;
  return delta.map((_, input) => {
    let sum = 0;
    for (let unit = 0; unit < UNITS; unit += 1) {
      sum += delta[unit] * weights[from + input * UNITS + unit];
    }
    return sum * scale;
  });
}

function quartiles(values) {
  const sorted = values.sort((one, other) => one - other);
  return QUARTILES.map((at) => sorted[at]);
}
