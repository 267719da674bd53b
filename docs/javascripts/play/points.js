// The points of a task on the plane: a shape and a color for each class; filled where the network
// learns from them, hollow where they are held out.
import { drawn, mark } from "./elements.js";

const SIZE = 1.5; // half of a point's width, of the 100 that the plane has
const STEPS = 3; // of color, above 0 and below
const circle = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const SHAPES = [
  circle,
  (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
  (x, y, r) => `M${x - 1.2 * r} ${y + r}h${2.4 * r}l${-1.2 * r} ${-2.1 * r}z`,
  (x, y, r) => `M${x - 1.4 * r} ${y}l${1.4 * r} ${-1.4 * r}l${1.4 * r} ${1.4 * r}l${-1.4 * r} ${1.4 * r}z`,
];

// A shape as a sign in a legend.
export const sign = (label, isHeld) =>
  drawn(
    "svg",
    { viewBox: "-2.4 -2.4 4.8 4.8", class: "play-sign", "aria-hidden": "true" },
    drawn("path", { d: SHAPES[Math.max(label, 0)](0, 0, SIZE), class: classOf(label, isHeld) }),
  );

const classOf = (label, isHeld) => `play-point ${label < 0 ? "is-number" : `class-${label + 1}`}${isHeld ? " is-held" : ""}`;

export class Points {
  constructor(plane, size = SIZE) {
    Object.assign(this, { plane, size });
    this.group = drawn("g");
    this.ring = drawn("circle", { class: "play-chosen", r: 3.2 });
    plane.drawing.append(this.group, this.ring);
  }

  // Draws all of them, if they are others than before or stand elsewhere.
  show(task, isMoved) {
    if (task === this.task && !isMoved) return;
    this.task = task;
    const parts = [[task.validation, true], [task.train, false]].filter(([part]) => part);
    this.group.replaceChildren(...parts.flatMap(([part, isHeld]) => this.#drawn(part, isHeld, kindsOf(task))));
  }

  choose(row) {
    const isThere = row >= 0 && row < this.task.train.count;
    const [x, y] = isThere ? this.#placeOf(this.task.train, row) : [-9, -9];
    mark(this.ring, "cx", x.toFixed(2));
    mark(this.ring, "cy", y.toFixed(2));
  }

  // The training example nearest to a point, if it is near.
  nearest([x, y], within = 6) {
    const [left, top] = this.plane.placeOf(x, y);
    let best = { row: -1, distance: within };
    for (let row = 0; row < this.task.train.count; row += 1) {
      const [a, b] = this.#placeOf(this.task.train, row);
      const distance = Math.hypot(a - left, b - top);
      if (distance < best.distance) best = { row, distance };
    }
    return best.row;
  }

  #drawn(part, isHeld, kinds) {
    return kinds.map(({ name, shape, isShown }) =>
      drawn("path", { class: `play-point ${name}${isHeld ? " is-held" : ""}`, d: this.#path(part, isShown, shape) }),
    );
  }

  #path(part, isShown, shape) {
    const rows = Array.from({ length: part.count }, (_, row) => row).filter((row) => isShown(part.labels[row]));
    return rows
      .map((row) => this.#placeOf(part, row))
      .map(([x, y]) => shape(Number(x.toFixed(2)), Number(y.toFixed(2)), this.size))
      .join("");
  }

  #placeOf({ points, inputs, labels }, row) {
    const x = points[row * inputs];
    return this.plane.placeOf(x, inputs === 1 ? labels[row] : points[row * inputs + 1]);
  }
}

// Points that look alike: one class; or, of numbers on a plane, those in one of a few steps.
function kindsOf({ classes, train }) {
  if (classes > 0) {
    return SHAPES.slice(0, classes).map((shape, label) => ({ name: `class-${label + 1}`, shape, isShown: (y) => y === label }));
  }
  if (train.inputs === 1) return [{ name: "is-number", shape: circle, isShown: () => true }];
  const largest = Math.max(...train.labels.map(Math.abs)) || 1;
  const stepOf = (y) => Math.min(Math.max(Math.round((STEPS * y) / largest), -STEPS), STEPS);
  return Array.from({ length: 2 * STEPS + 1 }, (_, at) => at - STEPS).map((step) => ({
    name: step < 0 ? `is-below-${-step}` : `is-above-${step}`,
    shape: circle,
    isShown: (y) => stepOf(y) === step,
  }));
}
