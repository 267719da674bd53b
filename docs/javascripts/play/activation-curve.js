// An activation as a small curve, with the point where a neuron is and the slope it has there.
import { ACTIVATIONS } from "../net/activations.js";
import { drawn, mark, say } from "./elements.js";
import { numberText } from "./naming.js";
import { slopeAt } from "./pass.js";

const WIDTH = 168; // px, as on the page
const HEIGHT = 124;
const ROOM = { left: 8, right: 8, top: 16, bottom: 20 }; // for the names of the axes
const POINTS = 80;
const NEAR = 4; // z to either side of 0 at least
const TANGENT = 30; // px to either side of the point

export function activationCurve(activation) {
  const { value } = ACTIVATIONS[activation];
  const [axes, line] = [drawn("path", { class: "curve-axes" }), drawn("path", { class: "curve-line" })];
  const [tangent, point] = [
    drawn("line", { class: "curve-tangent" }),
    drawn("circle", { class: "curve-point", r: 5 }),
  ];
  const [least, most] = [
    drawn("text", { y: HEIGHT - 5, x: ROOM.left }),
    drawn("text", { y: HEIGHT - 5, x: WIDTH - ROOM.right, "text-anchor": "end" }),
  ];
  const root = drawn(
    "svg",
    {
      class: "inspector-curve",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: "img",
      "aria-label": `Curve of ${ACTIVATIONS[activation].label}`,
    },
    ...[axes, line, tangent, point, least, most],
  );
  let reach = 0;
  let place = null;

  // The window widens by steps, so that the curve does not breathe while a network trains.
  function fit(z) {
    const wanted = Number.isFinite(z) && Math.abs(z) > NEAR ? 2 ** Math.ceil(Math.log2(Math.abs(z))) : NEAR;
    if (wanted === reach) return;
    reach = wanted;
    const zs = Array.from({ length: POINTS + 1 }, (_, at) => reach * ((2 * at) / POINTS - 1));
    const values = zs.map(value);
    place = placing(reach, Math.min(...values, -0.2), Math.max(...values, 0.2));
    mark(line, "d", `M${zs.map((at, index) => place(at, values[index]).join(" ")).join("L")}`);
    mark(
      axes,
      "d",
      `M${place(-reach, 0)}L${place(reach, 0)}M${place(0, Math.min(...values))}L${place(0, Math.max(...values))}`,
    );
    say(least, numberText(-reach));
    say(most, `z = ${numberText(reach)}`);
  }

  function show(z) {
    fit(z);
    const isThere = Number.isFinite(z);
    for (const part of [tangent, point]) mark(part, "visibility", isThere ? "visible" : "hidden");
    if (!isThere) return;
    const [x, y] = place(z, value(z));
    mark(point, "cx", x);
    mark(point, "cy", y);
    for (const [name, at] of Object.entries(tangentAt(place, z, value(z), slopeAt(activation, z))))
      mark(tangent, name, at);
  }
  return { root, show };
}

function placing(reach, low, high) {
  const across = (WIDTH - ROOM.left - ROOM.right) / (2 * reach);
  const up = (HEIGHT - ROOM.top - ROOM.bottom) / (high - low);
  return (z, a) => [(ROOM.left + (z + reach) * across).toFixed(1), (ROOM.top + (high - a) * up).toFixed(1)];
}

// A piece of the tangent, of the same length on the page whatever the slope is.
function tangentAt(place, z, a, slope) {
  const [x, y] = place(z, a).map(Number);
  const [x1, y1] = place(z + 1, a + slope).map(Number);
  const long = Math.hypot(x1 - x, y1 - y) || 1;
  const [across, down] = [(TANGENT * (x1 - x)) / long, (TANGENT * (y1 - y)) / long];
  return {
    x1: (x - across).toFixed(1),
    y1: (y - down).toFixed(1),
    x2: (x + across).toFixed(1),
    y2: (y + down).toFixed(1),
  };
}
