// The weights of a session as a JSON file, and back: the choices, and for each layer the weights,
// one row per input, and the biases.
import { sizesOf } from "./choices.js";
import { settled } from "./settled.js";

const FORMAT = "nnbyhand playground";
const VERSION = 1;
const LONGEST = 1_000_000; // letters
const HINT = "Give a file that this page has written.";

export function toWeights({ choices, network, training: { parameters } }) {
  const layers = network.layers.map(({ inputs, units, weights, biases }) => {
    const part = (from, length) => [...parameters.subarray(from, from + length)];
    const rows = Array.from({ length: inputs }, (_, input) => part(weights + input * units, units));
    return { weights: rows, biases: part(biases, units) };
  });
  const file = {
    format: FORMAT,
    version: VERSION,
    choices: { ...choices, parameters: null },
    layers,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

// Returns { choices, notes }, with the weights among the choices, or { error }.
export function fromWeights(text) {
  const file = parsed(text);
  if (file === undefined) return { error: `This is no JSON. ${HINT}` };
  if (file?.format !== FORMAT) return { error: `This JSON holds something else. ${HINT}` };
  if (file.version !== VERSION) return { error: "This file is of another version of this page." };
  const sizes = sizesOf(settled(file.choices).choices);
  if (!hasShapes(file.layers, sizes)) {
    return { error: `The layers in it are not [${sizes.join(", ")}], as its choices say. ${HINT}` };
  }
  const parameters = file.layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  const { choices, notes } = settled({ ...file.choices, parameters });
  if (choices.parameters) return { choices, notes };
  return { error: `The weights in it are not all finite numbers. ${HINT}` };
}

function parsed(text) {
  if (typeof text !== "string" || text.length > LONGEST) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasShapes(layers, sizes) {
  const isRow = (row, length) => Array.isArray(row) && row.length === length;
  return (
    isRow(layers, sizes.length - 1) &&
    layers.every((layer, at) => {
      const isTable =
        isRow(layer?.weights, sizes[at]) && layer.weights.every((row) => isRow(row, sizes[at + 1]));
      return isTable && isRow(layer.biases, sizes[at + 1]);
    })
  );
}
