// What a neuron gives over the plane, as a picture, with the place of the example on it.
import { element } from "./elements.js";
import { extentOf, fieldOf } from "./field.js";
import { lowered, neuronName } from "./naming.js";
import { paintValues } from "./tones.js";

// For an input, the layer is -1.
export function neuronMap(app, { layer, unit }) {
  const { session } = app;
  const label = `What ${lowered(neuronName(session, layer, unit))} gives over the plane`;
  const canvas = element("canvas", { class: "inspector-map", role: "img", "aria-label": label });
  const spot = element("i", { class: "inspector-spot", hidden: true });
  const caption = "Its output over the plane: blue above 0, orange below.";
  const root = element(
    "figure",
    {},
    element("div", { class: "inspector-board" }, canvas, spot),
    element("figcaption", {}, caption),
  );
  let painted = { field: null, version: 0 };

  function show(pass, isFrame) {
    const field = fieldOf(app.session, { isFrame });
    if (field !== painted.field || field.version !== painted.version) {
      const { values, stride, activation } = field.given({ layer });
      paintValues(canvas, field, values, unit, stride, activation);
      painted = { field, version: field.version };
    }
    move(spot, app.session, pass);
  }

  const recolor = () => (painted = { field: null, version: 0 });
  return { root, show, recolor };
}

function move(spot, session, pass) {
  spot.hidden = pass === null;
  if (!pass) return;
  const { left, right, bottom, top } = extentOf(session);
  const { points, count } = session.task.train;
  const width = points.length / count;
  const [x, y] = points.subarray(pass.row * width, (pass.row + 1) * width);
  spot.style.left = `${(100 * (x - left)) / (right - left)}%`;
  spot.style.top = width === 1 ? "50%" : `${(100 * (top - y)) / (top - bottom)}%`;
}
