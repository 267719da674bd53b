// Losses, as `nnbyhand` has them: means over examples, from the last layer's outputs. The cross-
// entropies take logits and apply the sigmoid or the softmax themselves. `measure` returns the loss
// and fills in its slope at each output.
import { activate } from "./activations.js";

export const LOSSES = {
  mse: {
    label: "MSE",
    python: "nn.mse",
    measure(outputs, targets, count, units, slopes) {
      const entries = count * units;
      const factor = 2 / entries;
      let total = 0;
      for (let at = 0; at < entries; at += 1) {
        const error = outputs[at] - targets[at];
        total += error * error;
        slopes[at] = error * factor;
      }
      return total / entries;
    },
  },

  bce: {
    label: "binary cross-entropy",
    python: "nn.binary_cross_entropy_from_logits",
    measure(outputs, targets, count, units, slopes) {
      const entries = count * units;
      let total = 0;
      for (let at = 0; at < entries; at += 1) {
        const z = outputs[at];
        const e = Math.exp(-Math.abs(z)); // at most 1: nothing overflows
        total += Math.max(z, 0) + Math.log1p(e) - targets[at] * z;
        slopes[at] = ((z >= 0 ? 1 : e) / (1 + e) - targets[at]) / entries;
      }
      return total / entries;
    },
  },

  ce: {
    label: "cross-entropy",
    python: "nn.cross_entropy_from_logits",
    measure(outputs, labels, count, units, slopes) {
      let total = 0;
      for (let example = 0; example < count; example += 1) {
        const from = example * units;
        let largest = outputs[from];
        for (let unit = 1; unit < units; unit += 1)
          largest = Math.max(largest, outputs[from + unit]);
        let sum = 0;
        for (let unit = 0; unit < units; unit += 1) sum += Math.exp(outputs[from + unit] - largest);
        const right = labels[example];
        total += Math.log(sum) - (outputs[from + right] - largest);
        for (let unit = 0; unit < units; unit += 1) {
          const p = Math.exp(outputs[from + unit] - largest) / sum;
          slopes[from + unit] = (p - (unit === right ? 1 : 0)) / count;
        }
      }
      return total / count;
    },
  },
};

// Turns rows of so many outputs, in place, into what they say: probabilities where the loss is a
// cross-entropy, else themselves.
export function answers(loss, rows, units = rows.length) {
  if (loss === "bce") activate("sigmoid", rows, rows, rows.length);
  for (let from = 0; loss === "ce" && from < rows.length; from += units) softmax(rows, from, units);
  return rows;
}

function softmax(rows, from, units) {
  let largest = rows[from];
  for (let unit = 1; unit < units; unit += 1) largest = Math.max(largest, rows[from + unit]);
  let sum = 0;
  for (let unit = 0; unit < units; unit += 1) {
    rows[from + unit] = Math.exp(rows[from + unit] - largest);
    sum += rows[from + unit];
  }
  for (let unit = 0; unit < units; unit += 1) rows[from + unit] /= sum;
}
