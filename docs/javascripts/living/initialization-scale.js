// Twenty layers with first weights of any scale: the size of the sums forward, of the blame back.
import { activationControl, DEEPEST, drawLayers, gainControl, sent } from "./layers.js";
import { fixed, scientific } from "./numbers.js";

export const controls = [activationControl("relu", "tanh", "sigmoid", "linear"), gainControl(-1, 2, 4)];

export const model = (values) => ({ ...values, ...sent({ ...values, depth: DEEPEST }) });

export function draw(drawing, { activation, sums, blame }) {
  drawLayers(drawing, "sums", 0, sums, activation);
  drawLayers(drawing, "blame", 1, blame, activation);
}

export function say({ gain, sums, blame }) {
  return `With gain ${fixed(2)(gain)}, z in layer ${DEEPEST} has size ${scientific(sums.at(-1)[1])}; of the blame, ${scientific(blame[0][1])} arrives in layer 0.`;
}
