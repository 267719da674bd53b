// What is told of a network beside its loss.

// The class that a row of outputs says: where the largest is, or for a single one, its sign.
export function classOf(outputs, from, units) {
  if (units === 1) return outputs[from] > 0 ? 1 : 0;
  let best = 0;
  for (let unit = 1; unit < units; unit += 1) {
    if (outputs[from + unit] > outputs[from + best]) best = unit;
  }
  return best;
}

// Rows are right classes, columns are answers.
export function confusionMatrix(outputs, labels, count, classes) {
  const units = outputs.length >= count * classes && classes > 2 ? classes : outputs.length / count;
  const matrix = Array.from({ length: classes }, () => new Array(classes).fill(0));
  for (let at = 0; at < count; at += 1) matrix[labels[at]][classOf(outputs, at * units, units)] += 1;
  return matrix;
}

export function accuracy(matrix) {
  const right = matrix.reduce((sum, row, at) => sum + row[at], 0);
  return right / matrix.flat().reduce((a, b) => a + b);
}

// The length of the gradient of each layer's weights and biases.
export function gradientNorms(network, gradient) {
  return network.layers.map(({ weights, biases, units }) =>
    Math.hypot(...gradient.subarray(weights, biases + units)),
  );
}
