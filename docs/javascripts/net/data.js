// Tasks that are made, not collected, as `nnbyhand` makes them: from one seed, the same points.
// Each gives { x, y, count, inputs, classes }: x flat, one row per example; y the labels, or the
// numbers to predict where there are no classes.

const XOR = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];

export const DATASETS = {
  xor: {
    label: "XOR",
    make: () =>
      table(
        XOR.map(([a, b]) => [a, b]),
        XOR.map(([, , right]) => right),
        2,
      ),
  },
  noisy_xor: {
    label: "XOR clouds",
    make: ({ examples, noise }, generator) => {
      const corners = shuffledLabels(examples, 4, generator);
      const points = corners.map((corner) => XOR[corner].slice(0, 2));
      return table(
        blurred(points, noise, generator),
        corners.map((corner) => XOR[corner][2]),
        2,
      );
    },
  },
  moons: {
    label: "two moons",
    make: ({ examples, noise }, generator) => {
      const labels = shuffledLabels(examples, 2, generator);
      const angles = drawn(labels, () => generator.uniform(0, Math.PI));
      const points = labels.map((label, at) => {
        const [x, y] = [Math.cos(angles[at]), Math.sin(angles[at])];
        return label === 0 ? [x, y] : [1 - x, 0.5 - y];
      });
      return table(blurred(points, noise, generator), labels, 2);
    },
  },
  circles: {
    label: "circles",
    make: ({ examples, noise }, generator) => {
      const labels = shuffledLabels(examples, 2, generator);
      const angles = drawn(labels, () => generator.uniform(0, 2 * Math.PI));
      const points = labels.map((label, at) => polar(label === 0 ? 1 : 0.5, angles[at]));
      return table(blurred(points, noise, generator), labels, 2);
    },
  },
  spirals: {
    label: "two spirals",
    make: ({ examples, noise }, generator) => {
      const labels = shuffledLabels(examples, 2, generator);
      const radii = drawn(labels, () => generator.uniform(0, 1));
      const points = labels.map((label, at) =>
        polar(radii[at], 2 * Math.PI * (radii[at] + label / 2)),
      );
      return table(blurred(points, noise, generator), labels, 2);
    },
  },
  blobs: {
    label: "blobs",
    make: ({ examples, noise, classes }, generator) => {
      const labels = shuffledLabels(examples, classes, generator);
      const points = labels.map((label) => polar(2, (2 * Math.PI * label) / classes));
      return table(blurred(points, noise, generator), labels, classes);
    },
  },
  plane: {
    label: "plane",
    make: ({ examples, noise }, generator) => {
      const points = rows(examples, () => [generator.uniform(-1, 1), generator.uniform(-1, 1)]);
      const heights = points.map(([a, b]) => [(a + b) / 2]);
      return table(points, blurred(heights, noise, generator).flat(), 0);
    },
  },
  sine: {
    label: "sine wave",
    make: ({ examples, noise }, generator) => {
      const points = rows(examples, () => [generator.uniform(-Math.PI, Math.PI)]);
      const heights = points.map(([x]) => [Math.sin(x)]);
      return table(points, blurred(heights, noise, generator).flat(), 0);
    },
  },
};

// Deals the examples out at random: a share of them, rounded, is held out for validation. One at
// least is left to learn from.
export function split(data, share, generator) {
  const held = Math.min(Math.round(share * data.count), data.count - 1);
  if (held <= 0) return { train: data, validation: null };
  const order = generator.permutation(data.count);
  const kept = data.count - held;
  return {
    train: taken(data, order.subarray(0, kept)),
    validation: taken(data, order.subarray(kept)),
  };
}

function taken(data, order) {
  const columns = (values, width) =>
    Float64Array.from({ length: order.length * width }, (_, at) => {
      const column = at % width;
      return values[order[(at - column) / width] * width + column];
    });
  const [x, y] = [columns(data.x, data.inputs), columns(data.y, data.y.length / data.count)];
  return { ...data, x, y, count: order.length };
}

const table = (points, y, classes) => ({
  x: Float64Array.from(points.flat()),
  y: Float64Array.from(y),
  count: points.length,
  inputs: points[0].length,
  classes,
});
const polar = (radius, angle) => [radius * Math.cos(angle), radius * Math.sin(angle)];
const drawn = (labels, draw) => labels.map(draw);
const rows = (count, draw) => Array.from({ length: count }, draw);

// Labels in random order, every class equally often, give or take one.
function shuffledLabels(examples, classes, generator) {
  return generator.shuffled(Array.from({ length: examples }, (_, at) => at % classes));
}

function blurred(points, noise, generator) {
  return points.map((point) => point.map((value) => value + noise * generator.standardNormal()));
}
