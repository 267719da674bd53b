// What is told of a network beside its loss.

// The class that a row of outputs says: where the largest is; a single one says yes, class 1, above
// the threshold.
export function classOf(outputs, from, units, threshold = 0) {
  if (units === 1) return outputs[from] > threshold ? 1 : 0;
  let best = 0;
  for (let unit = 1; unit < units; unit += 1) {
    if (outputs[from + unit] > outputs[from + best]) best = unit;
  }
  return best;
}

// Rows are right classes, columns are answers.
export function confusionMatrix(outputs, units, labels, classes, threshold) {
  const matrix = Array.from({ length: classes }, () => new Array(classes).fill(0));
  labels.forEach((label, at) => {
    matrix[label][classOf(outputs, at * units, units, threshold)] += 1;
  });
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
