// What is shown of a place in the network: an input, a neuron, or an edge.
import { edgeView } from "./inspector-edge.js";
import { inputView } from "./inspector-input.js";
import { neuronView } from "./inspector-neuron.js";
import { selectionOf } from "./pass.js";

export function viewOf(app) {
  const selected = selectionOf(app);
  if (selected.layer < 0) return inputView(app, selected);
  return selected.input === undefined ? neuronView(app, selected) : edgeView(app, selected);
}
