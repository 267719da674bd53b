// The colors of values on a canvas: orange below 0, blue above, the ground at 0, as the page's
// variables have them in light and in dark.

const SHADES = 255; // on either side of 0
const DEEPEST = 0.88; // how much of the sign's color stands on the ground at most
const BOUNDED = ["sigmoid", "tanh"]; // by 1

let tones = null;
const waiting = new Set();

// The table from the deepest orange, over the ground in its middle, to the deepest blue.
function signTones() {
  tones ??= tableOf(colorOf("--nn-negative"), colorOf("--nn-ground"), colorOf("--nn-positive"));
  return tones;
}

// Calls back when the reader changes from light to dark, or back.
export function onColorsChange(callback) {
  if (waiting.size === 0) {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", forget);
    new MutationObserver(forget).observe(document.documentElement, { attributeFilter: ["data-colors"] });
  }
  waiting.add(callback);
}

function forget() {
  tones = null;
  for (const callback of waiting) callback();
}

// A color variable as red, green and blue from 0 to 255.
export function colorOf(variable) {
  const probe = document.createElement("span");
  probe.style.color = `var(${variable})`;
  document.body.append(probe);
  const parts = getComputedStyle(probe)
    .color.match(/[\d.]+/g)
    .map(Number);
  probe.remove();
  return parts.slice(0, 3);
}

export function tableOf(negative, ground, positive) {
  const table = new Uint32Array(2 * SHADES + 1);
  const bytes = new Uint8ClampedArray(table.buffer);
  for (let at = 0; at < table.length; at += 1) {
    const share = (DEEPEST * Math.abs(at - SHADES)) / SHADES;
    const full = at < SHADES ? negative : positive;
    full.forEach(
      (part, channel) => (bytes[4 * at + channel] = ground[channel] + share * (part - ground[channel])),
    );
    bytes[4 * at + 3] = 255;
  }
  return table;
}

// Which value has the deepest color: 1 where the activation has that bound, else the largest.
export function scaleOf(values, offset, stride, activation) {
  if (BOUNDED.includes(activation)) return 1;
  let largest = 0;
  for (let at = offset; at < values.length; at += stride) {
    const size = Math.abs(values[at]);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest || 1;
}

// Colors a run of pixels by every `stride`-th value.
export function paintInto(pixels, from, values, offset, stride, scale, table = signTones()) {
  const perValue = SHADES / scale;
  let pixel = from;
  for (let at = offset; at < values.length; at += stride) {
    const shade = values[at] * perValue;
    // what is no number stays ground
    pixels[pixel] =
      table[
        shade >= SHADES
          ? 2 * SHADES
          : shade <= -SHADES
            ? 0
            : shade === shade
              ? (shade + SHADES + 0.5) | 0
              : SHADES
      ];
    pixel += 1;
  }
}

// One neuron's field on a canvas of its own, which style sheets may scale.
export function paintValues(canvas, field, values, offset, stride, activation) {
  const { columns, rows } = field;
  if (canvas.width !== columns || canvas.height !== rows)
    Object.assign(canvas, { width: columns, height: rows });
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, rows);
  paintInto(
    new Uint32Array(image.data.buffer),
    0,
    values,
    offset,
    stride,
    scaleOf(values, offset, stride, activation),
  );
  context.putImageData(image, 0, 0);
}
