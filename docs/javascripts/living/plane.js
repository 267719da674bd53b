// The plane of two inputs, cut by the line of a neuron: shaded where it says yes.
const FAR = 20; // beyond the edges of any plane
const MIDDLE = [0.6, 0.6]; // of what planes show

// The point of the line nearest to the middle, and the directions across the line and along it.
export function cut({ weights: [w1, w2], bias }) {
  const length = Math.hypot(w1, w2);
  const across = [w1 / length, w2 / length];
  const distance = (w1 * MIDDLE[0] + w2 * MIDDLE[1] + bias) / length;
  return { nearest: moved(MIDDLE, across, -distance), across, along: [-across[1], across[0]] };
}

// Draws the parts "yes" and "line". With weights of 0 there is no line, and one answer everywhere.
export function drawCut(drawing, panel, neuron) {
  const hasLine = neuron.weights.some(Boolean);
  drawing.show("line", hasLine);
  drawing.show("yes", hasLine || neuron.bias >= 0);
  const { nearest, across, along } = hasLine
    ? cut(neuron)
    : { nearest: [0, -FAR], across: [0, 1], along: [1, 0] };
  const ends = [moved(nearest, along, FAR), moved(nearest, along, -FAR)];
  const [near, far] = ends.map((end) => moved(end, across, 2 * FAR));
  drawing.line("yes", panel, [...ends, far, near, ends[0]]);
  drawing.line("line", panel, ends);
}

export const moved = ([x, y], [dx, dy], by) => [x + dx * by, y + dy * by];
