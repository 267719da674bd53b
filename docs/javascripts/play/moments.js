// The moments of a batch, in order: for each example forward through each layer, the loss, backward
// through each layer; after the last example the update.

// `at` counts from 1; before the first moment it is 0, and nothing has been computed.
export function momentAt({ layers, size }, at) {
  const perExample = 2 * layers + 1;
  if (at <= 0) return { phase: "ready", example: 0 };
  if (at > size * perExample) return { phase: "update", example: size - 1 };
  const example = Math.floor((at - 1) / perExample);
  const within = (at - 1) % perExample;
  if (within < layers) return { phase: "forward", example, layer: within };
  if (within === layers) return { phase: "loss", example };
  return { phase: "backward", example, layer: 2 * layers - within };
}

export const momentsOf = ({ layers, size }) => size * (2 * layers + 1) + 1;

// The last moment of the example that the moment belongs to.
export const endOfExample = ({ layers }, example) => (example + 1) * (2 * layers + 1);
