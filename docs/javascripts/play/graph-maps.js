// The maps inside the neurons: what each gives over the plane, all on one canvas that lies beneath
// the drawing.
import { placeOf } from "./layout.js";
import { paintInto, scaleOf } from "./tones.js";

const INSET = 1.5; // px, for the border

export class Maps {
  constructor(layout, neurons) {
    this.layout = layout;
    this.neurons = neurons;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "graph-maps";
    this.canvas.setAttribute("aria-hidden", "true");
    this.atlas = document.createElement("canvas"); // all maps below each other, unscaled
    this.painted = null;
    this.#fit();
  }

  #fit() {
    const { width, height } = this.layout;
    this.ratio = Math.min(window.devicePixelRatio || 1, 2);
    Object.assign(this.canvas, { width: width * this.ratio, height: height * this.ratio });
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
  }

  // Forgets what is painted, as when colors change.
  forget() {
    this.painted = null;
  }

  update(field) {
    if (this.painted === field && this.version === field.version) return;
    this.#color(field);
    this.#place(field);
    this.painted = field;
    this.version = field.version;
  }

  #color(field) {
    const { columns, rows, count } = field;
    const image = this.#image(columns, rows * this.neurons.length);
    this.neurons.forEach(({ layer, unit }, at) => {
      const { values, stride, activation } = field.given({ layer });
      const scale = scaleOf(values, unit, stride, activation);
      paintInto(this.pixels, at * count, values, unit, stride, scale);
    });
    this.atlas.getContext("2d").putImageData(image, 0, 0);
  }

  #image(width, height) {
    if (this.atlas.width !== width || this.atlas.height !== height || !this.image) {
      Object.assign(this.atlas, { width, height });
      this.image = this.atlas.getContext("2d").createImageData(width, height);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    return this.image;
  }

  #place({ columns, rows }) {
    const context = this.canvas.getContext("2d");
    const side = this.layout.side - 2 * INSET;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.imageSmoothingEnabled = rows > 1; // or what stands below each other would run together
    this.neurons.forEach((neuron, at) => {
      const { x, y } = placeOf(this.layout, neuron);
      context.drawImage(this.atlas, 0, at * rows, columns, rows, x - side / 2, y - side / 2, side, side);
    });
  }
}
