// Inputs on one scale, as `nnbyhand.Standardizer` puts them: each column with mean 0 and standard
// deviation 1. It is measured on the examples to learn from, and applied to all.

// What to subtract from each column of flat rows, and what to divide by.
export function measuredScale(x, count, width) {
  const columns = Array.from({ length: width }, (_, column) =>
    Array.from({ length: count }, (_, row) => x[row * width + column]),
  );
  const mean = columns.map((values) => (isConstant(values) ? (values[0] ?? 0) : average(values)));
  const scale = columns.map((values, column) => spread(values, mean[column]) || 1);
  return { mean, scale };
}

export function standardized(x, { mean, scale }) {
  const width = mean.length;
  return x.map((value, at) => (value - mean[at % width]) / scale[at % width]);
}

const isConstant = (values) => values.every((value) => value === values[0]);
const average = (values) => values.reduce((a, b) => a + b, 0) / values.length;

// In units of the largest distance, no square is too large or too small.
function spread(values, mean) {
  const distances = values.map((value) => Math.abs(value - mean));
  const largest = Math.max(0, ...distances);
  if (largest === 0) return 0;
  return largest * Math.sqrt(average(distances.map((distance) => (distance / largest) ** 2)));
}
