// A network of dense layers. All its numbers stand in one vector, in the order of `nnbyhand`: layer
// by layer the weights, row by row (one row per input), then the biases. A batch is a flat array
// too, one row per example.
import { ACTIVATIONS } from "./activations.js";

export class Network {
  // `sizes` counts what each layer has, from the inputs on; `activations` names one for each layer
  // after them. The last is "linear" where the loss takes logits.
  constructor(sizes, activations) {
    let place = 0;
    this.sizes = sizes;
    this.layers = activations.map((activation, at) => {
      const [inputs, units] = [sizes[at], sizes[at + 1]];
      const weights = place;
      const biases = place + inputs * units;
      place = biases + units;
      return { inputs, units, weights, biases, activation };
    });
    this.parameterCount = place;
  }

  // Room for what a forward and a backward pass compute, for up to so many examples at once.
  room(examples) {
    const rows = () => this.layers.map(({ units }) => new Float64Array(examples * units));
    // z before the activation, a after it, `kept` the masks of dropout, `slopes` by z
    return { examples, z: rows(), a: rows(), kept: rows(), slopes: rows(), isDropped: false };
  }

  // Computes z and a of every layer, and returns the outputs. Dropout, in training alone, is
  // { rate, generator }.
  forward(parameters, x, count, room, dropout = null) {
    let inputs = x;
    room.isDropped = dropout !== null && dropout.rate > 0;
    this.layers.forEach((layer, at) => {
      const a = room.a[at];
      weigh(layer, parameters, inputs, count, room.z[at]);
      activate(layer, room.z[at], a, count);
      if (room.isDropped && at < this.layers.length - 1) {
        drop(dropout, a, room.kept[at], count * layer.units);
      }
      inputs = a;
    });
    return inputs;
  }

  // Carries the slopes at the outputs, which stand in `room.slopes` of the last layer, back to all
  // parameters. `forward` has filled the rest of the room.
  backward(parameters, x, count, room, gradient) {
    gradient.fill(0);
    for (let at = this.layers.length - 1; at >= 0; at -= 1) {
      const layer = this.layers[at];
      if (room.isDropped && at < this.layers.length - 1) {
        multiply(room.slopes[at], room.kept[at], count * layer.units);
      }
      bend(layer, room.z[at], room.a[at], room.slopes[at], count, room.isDropped);
      const inputs = at > 0 ? room.a[at - 1] : x;
      collect(layer, inputs, room.slopes[at], count, gradient);
      if (at > 0) carryBack(layer, parameters, room.slopes[at], count, room.slopes[at - 1]);
    }
  }
}

// z = x W + b
function weigh({ inputs, units, weights, biases }, parameters, x, count, z) {
  for (let example = 0; example < count; example += 1) {
    const row = example * inputs;
    const to = example * units;
    for (let unit = 0; unit < units; unit += 1) {
      let sum = parameters[biases + unit];
      for (let input = 0; input < inputs; input += 1) {
        sum += x[row + input] * parameters[weights + input * units + unit];
      }
      z[to + unit] = sum;
    }
  }
}

function activate({ units, activation }, z, a, count) {
  const { value } = ACTIVATIONS[activation];
  for (let at = 0; at < count * units; at += 1) a[at] = value(z[at]);
}

// Turns slopes by a into slopes by z.
function bend({ units, activation }, z, a, slopes, count, isDropped) {
  if (activation === "linear") return;
  const { value, slope } = ACTIVATIONS[activation];
  for (let at = 0; at < count * units; at += 1) {
    slopes[at] *= slope(z[at], isDropped ? value(z[at]) : a[at]);
  }
}

// The gradient of weights and biases: x^T slopes, and the sums of the slopes.
function collect({ inputs, units, weights, biases }, x, slopes, count, gradient) {
  for (let example = 0; example < count; example += 1) {
    const row = example * inputs;
    const from = example * units;
    for (let unit = 0; unit < units; unit += 1) {
      const slope = slopes[from + unit];
      gradient[biases + unit] += slope;
      for (let input = 0; input < inputs; input += 1) {
        gradient[weights + input * units + unit] += x[row + input] * slope;
      }
    }
  }
}

// The slopes by the inputs of a layer: slopes W^T.
function carryBack({ inputs, units, weights }, parameters, slopes, count, before) {
  for (let example = 0; example < count; example += 1) {
    for (let input = 0; input < inputs; input += 1) {
      let sum = 0;
      for (let unit = 0; unit < units; unit += 1) {
        sum += slopes[example * units + unit] * parameters[weights + input * units + unit];
      }
      before[example * inputs + input] = sum;
    }
  }
}

function drop({ rate, generator }, a, kept, entries) {
  for (let at = 0; at < entries; at += 1) {
    kept[at] = generator.random() >= rate ? 1 / (1 - rate) : 0;
    a[at] *= kept[at];
  }
}

function multiply(values, factors, entries) {
  for (let at = 0; at < entries; at += 1) values[at] *= factors[at];
}
