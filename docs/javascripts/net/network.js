// A network of dense layers. All its numbers stand in one vector, in the order of `nnbyhand`: layer
// by layer the weights, row by row (one row per input), then the biases. A batch is a flat array
// too, one row per example.
import { activate, bend } from "./activations.js";

export class Network {
  // `sizes` counts what each layer has, from the inputs on; `activations` names one for each layer
  // after them. The last is "linear" where the loss takes logits.
  constructor(sizes, activations) {
    let place = 0;
    this.sizes = sizes;
    this.outputs = sizes.at(-1);
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
    const [z, a, slopes] = [this.#rows(examples), this.#rows(examples), this.#rows(examples)];
    // z before the activation, a after it, `given` to the next layer, `slopes` of the loss by z
    return { examples, z, a, given: a, slopes, masks: null, dropped: null };
  }

  #rows(examples) {
    return this.layers.map(({ units }) => new Float64Array(examples * units));
  }

  // Computes z and a of every layer, and returns the outputs. Dropout, in training alone, is
  // { rate, generator }: it leaves out some of what a hidden layer gives to the next.
  forward(parameters, x, count, room, dropout = null) {
    if (dropout && !room.masks) {
      Object.assign(room, { masks: this.#rows(room.examples), dropped: this.#rows(room.examples) });
      room.dropped[this.layers.length - 1] = room.a.at(-1);
    }
    room.given = dropout ? room.dropped : room.a;
    let inputs = x;
    for (let at = 0; at < this.layers.length; at += 1) {
      const layer = this.layers[at];
      const entries = count * layer.units;
      weigh(layer, parameters, inputs, count, room.z[at]);
      activate(layer.activation, room.z[at], room.a[at], entries);
      inputs = room.given[at];
      if (inputs !== room.a[at]) drop(dropout, room.a[at], room.masks[at], inputs, entries);
    }
    return inputs;
  }

  // Carries the slopes at the outputs, which stand in `room.slopes` of the last layer, back to all
  // parameters. `forward` has filled the rest of the room.
  backward(parameters, x, count, room, gradient) {
    for (let at = this.layers.length - 1; at >= 0; at -= 1) {
      const layer = this.layers[at];
      const slopes = room.slopes[at];
      const entries = count * layer.units;
      if (room.given[at] !== room.a[at]) multiply(slopes, room.masks[at], entries);
      bend(layer.activation, room.z[at], room.a[at], slopes, entries);
      collect(layer, at > 0 ? room.given[at - 1] : x, slopes, count, gradient);
      if (at > 0) carryBack(layer, parameters, slopes, count, room.slopes[at - 1]);
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

// The gradient of weights and biases: x^T slopes, and the sums of the slopes.
function collect({ inputs, units, weights, biases }, x, slopes, count, gradient) {
  const end = count * units;
  for (let unit = 0; unit < units; unit += 1) {
    let total = 0;
    for (let at = unit; at < end; at += units) total += slopes[at];
    gradient[biases + unit] = total;
    for (let input = 0; input < inputs; input += 1) {
      let sum = 0;
      let from = input;
      for (let at = unit; at < end; at += units) {
        sum += x[from] * slopes[at];
        from += inputs;
      }
      gradient[weights + input * units + unit] = sum;
    }
  }
}

// The slopes by the inputs of a layer: slopes W^T.
export function carryBack({ inputs, units, weights }, parameters, slopes, count, before) {
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

function drop({ rate, generator }, a, mask, given, entries) {
  for (let at = 0; at < entries; at += 1) {
    mask[at] = generator.random() >= rate ? 1 / (1 - rate) : 0;
    given[at] = a[at] * mask[at];
  }
}

function multiply(values, factors, entries) {
  for (let at = 0; at < entries; at += 1) values[at] *= factors[at];
}
