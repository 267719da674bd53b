// A part of a plane on the page: a canvas for what is painted, a drawing for what stands on it,
// numbers along its edges. Places on it are from 0 to 100, from the left and from the top.
import { drawn, element } from "./elements.js";
import { numberText } from "./naming.js";

const NUMBERS = 4; // along an edge, about

export class Plane {
  // `attributes` say what it is to those who do not see it.
  constructor(attributes) {
    this.canvas = element("canvas", { width: 1, height: 1, "aria-hidden": "true" });
    this.drawing = drawn("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" });
    this.board = element("div", { class: "play-board", ...attributes }, this.canvas, this.drawing);
    this.across = element("div", { class: "play-axis is-across", "aria-hidden": "true" });
    this.up = element("div", { class: "play-axis is-up", "aria-hidden": "true" });
    this.root = element("div", { class: "play-plane" }, this.up, this.board, this.across);
  }

  // Shows another part of the plane; false where it is the one that is shown.
  setExtent(extent, [acrossName, upName], upText = tickText) {
    const key = JSON.stringify([extent, acrossName, upName]);
    if (key === this.key) return false;
    Object.assign(this, { key, extent });
    const { left, right, bottom, top } = extent;
    this.across.replaceChildren(...numbersOf(left, right, "left", tickText), named(acrossName));
    this.up.replaceChildren(...numbersOf(bottom, top, "bottom", upText), named(upName));
    return true;
  }

  placeOf(x, y) {
    return placeIn(this.extent, x, y);
  }

  // The point of the plane under a pointer.
  pointAt({ clientX, clientY }) {
    const box = this.board.getBoundingClientRect();
    const { left, right, bottom, top } = this.extent;
    return [
      left + ((right - left) * (clientX - box.left)) / box.width,
      top - ((top - bottom) * (clientY - box.top)) / box.height,
    ];
  }
}

// Where a point of a part of the plane stands, of the 100 that it is wide and high.
export const placeIn = ({ left, right, bottom, top }, x, y) => [
  (100 * (x - left)) / (right - left),
  (100 * (top - y)) / (top - bottom),
];

const named = (name) => element("b", {}, name);

function numbersOf(low, high, edge, text) {
  return ticks(low, high, NUMBERS).map((value) => {
    const number = element("span", {}, text(value));
    number.style[edge] = `${(100 * (value - low)) / (high - low)}%`;
    return number;
  });
}

// As few digits as it needs.
export const tickText = (value) => (value !== 0 && Math.abs(value) < 1e-4 ? numberText(value) : String(value).replace("-", "−"));

// Round numbers between two bounds, about so many.
function ticks(low, high, count) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => Number(((first + at) * step).toFixed(decimals)));
}
