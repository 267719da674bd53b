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
const FARTHEST = 1e300; // beyond, a curve has no numbers
const TANGENT = 30; // px to either side of the point

export class ActivationCurve {
  #reach = 0; // z to either side of 0
  #place = null;

  constructor(activation) {
    this.activation = activation;
    this.axes = drawn("path", { class: "curve-axes" });
    this.line = drawn("path", { class: "curve-line" });
    this.tangent = drawn("line", { class: "curve-tangent" });
    this.point = drawn("circle", { class: "curve-point", r: 5 });
    this.least = drawn("text", { x: ROOM.left, y: HEIGHT - 5 });
    this.most = drawn("text", { x: WIDTH - ROOM.right, y: HEIGHT - 5, "text-anchor": "end" });
    const parts = [this.axes, this.line, this.tangent, this.point, this.least, this.most];
    const size = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT };
    const label = `Curve of ${ACTIVATIONS[activation].label}`;
    this.root = drawn(
      "svg",
      { class: "inspector-curve", ...size, role: "img", "aria-label": label },
      ...parts,
    );
  }

  // Shows the point at z; none where z is no number, or too far away.
  show(z) {
    this.#fit(z);
    const isThere = Math.abs(z) < FARTHEST;
    for (const part of [this.tangent, this.point]) mark(part, "visibility", isThere ? "visible" : "hidden");
    if (!isThere) return;
    const a = ACTIVATIONS[this.activation].value(z);
    const [x, y] = this.#place(z, a);
    mark(this.point, "cx", x);
    mark(this.point, "cy", y);
    const ends = tangentAt(this.#place, z, a, slopeAt(this.activation, z));
    for (const [name, at] of Object.entries(ends)) mark(this.tangent, name, at);
  }

  // The window widens by doubling, so that the curve does not breathe while a network trains.
  #fit(z) {
    const isFar = Math.abs(z) > NEAR && Math.abs(z) < FARTHEST;
    const reach = isFar ? 2 ** Math.ceil(Math.log2(Math.abs(z))) : NEAR;
    if (reach === this.#reach) return;
    const zs = Array.from({ length: POINTS + 1 }, (_, at) => reach * ((2 * at) / POINTS - 1));
    const values = zs.map(ACTIVATIONS[this.activation].value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const place = placing(reach, Math.min(low, -0.2), Math.max(high, 0.2));
    this.#reach = reach;
    this.#place = place;
    mark(this.line, "d", `M${zs.map((at, index) => place(at, values[index]).join(" ")).join("L")}`);
    mark(this.axes, "d", `M${place(-reach, 0)}L${place(reach, 0)}M${place(0, low)}L${place(0, high)}`);
    say(this.least, numberText(-reach));
    say(this.most, `z = ${numberText(reach)}`);
  }
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
