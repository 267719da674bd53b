// What every neuron gives for every point of the plane around the data, on a grid: one evaluation,
// which the map, the graph and the inspector share.
import { Recent } from "./recent.js";

const SIDE = 50; // points of the grid, across and down
const MARGIN = 0.12; // of the plane around the data, as a share of its width
const BOARD = 1.5; // what a board to draw on shows to each side of 0 at least
const SHARE = 1 / 8; // of the time, while the network trains

const fields = new Recent(3); // by session, of which a race has two; then by side
const extents = new WeakMap(); // by task

// The field of a session as it is now. In a frame it may be the one of a few frames ago, where the
// evaluation takes long. Its `version` tells whether it is another one than before.
export function fieldOf(session, { isFrame = false, side = SIDE } = {}) {
  const bySide = fields.of(session, () => new Map());
  if (!bySide.has(side)) bySide.set(side, new Field(session, side));
  return bySide.get(side).current({ isFrame });
}

// The square that holds all points of the task; for a curve, the rectangle.
export function extentOf(session) {
  const { task } = session;
  if (!extents.has(task)) extents.set(task, around(session));
  return extents.get(task);
}

export class Field {
  constructor(session, side, clock = () => performance.now()) {
    const { network } = session;
    Object.assign(this, { session, clock });
    this.extent = extentOf(session);
    this.columns = side;
    this.rows = isCurve(session) ? 1 : side;
    this.count = this.columns * this.rows;
    this.inputs = session.inputsFor(gridOf(this), this.count);
    this.room = network.room(this.count);
    this.layers = this.room.a; // per layer point by point, unit by unit; the first row is at the top
    this.parameters = new Float64Array(network.parameterCount);
    this.version = 0;
    this.evaluatedAt = 0;
    this.cost = 0; // ms of the last evaluation
  }

  current({ isFrame }) {
    const { parameters } = this.session.training;
    if (this.version > 0 && !differs(parameters, this.parameters)) return this;
    const now = this.clock();
    if (isFrame && now - this.evaluatedAt < this.cost / SHARE) return this;
    this.session.network.forward(parameters, this.inputs, this.count, this.room);
    this.parameters.set(parameters);
    this.version += 1;
    this.evaluatedAt = now;
    this.cost = this.clock() - now;
    return this;
  }

  // What a neuron gives, or an input, of layer -1: every `stride`-th of the values, from `unit` on.
  given({ layer }) {
    const values = layer < 0 ? this.inputs : this.layers[layer];
    const activation = layer < 0 ? "linear" : this.session.network.layers[layer].activation;
    return { values, stride: values.length / this.count, activation };
  }
}

const isCurve = ({ choices }) => choices.dataset === "sine";

function differs(one, other) {
  for (let at = 0; at < one.length; at += 1) if (!Object.is(one[at], other[at])) return true;
  return false;
}

// The middles of the grid's cells, as points.
function gridOf({ extent, columns, rows, count }) {
  const { left, right, bottom, top } = extent;
  const across = (column) => left + ((right - left) * (column + 0.5)) / columns;
  const up = (row) => top - ((top - bottom) * (row + 0.5)) / rows;
  if (rows === 1) return Float64Array.from({ length: count }, (_, column) => across(column));
  const points = new Float64Array(2 * count);
  for (let at = 0; at < count; at += 1) {
    points[2 * at] = across(at % columns);
    points[2 * at + 1] = up(Math.floor(at / columns));
  }
  return points;
}

function around({ task, choices }) {
  const parts = [task.train, task.validation].filter(Boolean);
  const points = parts.flatMap((part) => [...part.points]);
  if (isCurve({ choices })) {
    const [left, right] = wider(points);
    const [bottom, top] = wider(parts.flatMap(({ labels }) => [...labels]));
    return { left, right, bottom, top };
  }
  // A board keeps its place while points are drawn on it.
  const isBoard = choices.dataset === "points" && !choices.standardize;
  const least = isBoard || points.length === 0 ? [-BOARD, BOARD] : [];
  const sides = [0, 1].map((side) => points.filter((_, at) => at % 2 === side));
  return square(...sides.map((values) => (fits(values, least) ? least : wider([...values, ...least]))));
}

const fits = (values, [low, high]) => low < high && values.every((value) => low <= value && value <= high);

function wider(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const more = MARGIN * (most - least) || 1;
  return [least - more, most + more];
}

function square([left, right], [bottom, top]) {
  const half = Math.max(right - left, top - bottom) / 2;
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return { left: x - half, right: x + half, bottom: y - half, top: y + half };
}
