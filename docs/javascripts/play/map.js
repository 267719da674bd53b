// The map: what the network answers everywhere on the plane, and the points of the task on it. A
// point can be chosen, by pointer or keyboard; what the network says under the pointer is told. While
// a reader looks at a neuron, the map shows what that one gives.
import { answerText, paintAnswers } from "./answers.js";
import { drawn, element, mark, say } from "./elements.js";
import { faultOf } from "./fault.js";
import { extentOf, fieldOf } from "./field.js";
import { mountLegend } from "./legend.js";
import { exampleName, inputLabel, neuronName, numberText } from "./naming.js";
import { selectionOf } from "./pass.js";
import { Plane } from "./plane.js";
import { Points } from "./points.js";
import { onColorsChange, paintValues } from "./tones.js";

const FINE = 100; // cells across, where there is time

// One session's answers and points; a race has two of them.
export class AnswerMap {
  constructor() {
    this.plane = new Plane({ role: "img", "aria-label": "Map of the answers" });
    this.curve = drawn("path", { class: "play-curve" });
    this.points = new Points(this.plane);
    this.plane.drawing.append(this.curve); // above the points, to be seen where it fits
    this.root = this.plane.root;
  }

  // With a `neuron`, the map is that of what it gives.
  show(session, { isFrame = false, example = -1, neuron = null } = {}) {
    const isLine = session.task.train.inputs === 1;
    const names = isLine ? ["x", "y"] : ["x₁", "x₂"];
    const isMoved = this.plane.setExtent(extentOf(session), names);
    this.field = fieldOf(session, { isFrame, side: isFrame ? undefined : FINE });
    Object.assign(this, { session, neuron });
    if (isLine) this.#drawCurve();
    else this.#paint();
    this.plane.canvas.hidden = isLine;
    mark(this.curve, "visibility", isLine ? "visible" : "hidden");
    this.points.show(session.task, isMoved);
    this.points.choose(example);
  }

  // The outputs for a point of the plane.
  outputsAt([x, y]) {
    const { columns, rows, extent } = this.field;
    const { units } = this.session.network.layers.at(-1);
    const cell = (value, low, high, count) => Math.min(Math.max(Math.floor(((value - low) / (high - low)) * count), 0), count - 1);
    const column = cell(x, extent.left, extent.right, columns);
    const row = rows === 1 ? 0 : cell(-y, -extent.top, -extent.bottom, rows);
    const from = (row * columns + column) * units;
    return this.field.layers.at(-1).subarray(from, from + units);
  }

  // Forgets what is painted, where colors are others.
  forget() {
    this.painted = "";
  }

  #paint() {
    const { field, session, neuron, plane } = this;
    const painted = `${field.version} ${neuron?.layer} ${neuron?.unit}`;
    if (this.painted === painted && this.paintedOf === field) return;
    Object.assign(this, { painted, paintedOf: field });
    if (!neuron) return paintAnswers(plane.canvas, field, session);
    const { values, stride, activation } = field.given(neuron);
    return paintValues(plane.canvas, field, values, neuron.unit, stride, activation);
  }

  #drawCurve() {
    const { columns, extent } = this.field;
    const { layer, unit } = this.neuron ?? { layer: this.session.network.layers.length - 1, unit: 0 };
    const { values, stride } = this.field.given({ layer });
    const width = (extent.right - extent.left) / columns;
    const places = Array.from({ length: columns }, (_, at) =>
      this.plane.placeOf(extent.left + width * (at + 0.5), values[at * stride + unit]),
    );
    const inside = places.map(([x, y]) => `${x.toFixed(2)} ${Math.min(Math.max(y || 0, -50), 150).toFixed(2)}`);
    mark(this.curve, "d", `M${inside.join("L")}`);
  }
}

export function mountMap(root, app) {
  const map = new AnswerMap();
  const { board } = map.plane;
  const readout = element("p", { class: "play-readout" });
  const legend = mountLegend();
  const toggle = element("button", { type: "button", class: "play-button", click: () => app.draw(!app.isDrawing) });
  let pen = null; // comes when it is first asked for
  mark(board, "tabindex", "0");
  mark(board, "role", "application");
  const title = element("h2", { class: "play-title" });
  const head = element("div", { class: "play-head" }, title, toggle);
  root.append(head, map.root, legend.root, readout);

  let under = null; // the pointer
  board.addEventListener("pointermove", (event) => {
    under = map.plane.pointAt(event);
    tell();
  });
  board.addEventListener("pointerleave", () => {
    under = null;
    tell();
  });
  board.addEventListener("click", (event) => {
    const point = map.plane.pointAt(event);
    if (app.isDrawing) return pen.put(point);
    const row = map.points.nearest(point);
    return row >= 0 && choose(row);
  });
  board.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTaken = app.isDrawing ? pen.press(event.key) : step(event.key);
    if (isTaken) event.preventDefault();
  });

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  function step(key) {
    const { count } = app.session.task.train;
    if (!(key in STEPS) || count === 0) return false;
    choose((app.example + STEPS[key] + count) % count);
    return true;
  }

  function choose(row) {
    app.chooseExample(row);
    app.say(readout.textContent);
  }

  function tell() {
    const { session } = app;
    const { train } = session.task;
    if (map.neuron) {
      say(readout, `${neuronName(session, map.neuron.layer, map.neuron.unit)}: blue above 0, orange below.`);
    } else if (under && train.inputs === 2) {
      const [x, y] = under.map(numberText);
      say(readout, `At (${x}, ${y}): ${answerText(session, map.outputsAt(under), numberText)}`);
    } else if (train.count > 0) {
      const row = Math.min(app.example, train.count - 1);
      const place = [...train.points.subarray(row * train.inputs, (row + 1) * train.inputs)];
      say(readout, `${exampleName(session, row)}; ${answerText(session, map.outputsAt(place), numberText)}`);
    } else {
      say(readout, app.isDrawing ? "" : "No points yet.");
    }
  }

  function sayFault(fault) {
    map.root.after(fault);
    pen.show = () => (fault.hidden = !app.isDrawing);
    pen.show();
  }

  async function takePen() {
    pen = { show() {}, put() {}, press: () => false };
    const found = await import("./pen.js").catch(() => null);
    if (!found) return sayFault(faultOf(takePen));
    pen = found.mountPen(map, app);
    map.root.after(pen.root);
    return pen.show();
  }

  onColorsChange(() => {
    map.forget();
    app.show();
  });
  return {
    show({ isFrame } = {}) {
      const neuron = selectionOf({ session: app.session, selected: app.preview });
      map.show(app.session, { isFrame, example: app.example, neuron });
      say(title, neuron ? "What it gives" : "What it answers");
      mark(board, "aria-label", labelOf(app));
      tell();
      if (!isFrame) legend.show(app.session);
      legend.root.hidden = app.isDrawing;
      say(toggle, app.isDrawing ? "Stop drawing" : "Draw points");
      map.root.classList.toggle("is-drawing", app.isDrawing);
      if (app.isDrawing && !pen) takePen();
      pen?.show();
    },
  };
}

function labelOf({ session, isDrawing }) {
  if (isDrawing) {
    return "Board for points. Arrow keys move the cursor, Enter puts a point, 1 to 4 choose its class, Backspace removes the nearest.";
  }
  const what = session.task.classes > 0 ? "Map of the answers" : "Curve or map of the answers";
  return `${what}, over ${inputLabel(session, 0)} and the rest. Arrow keys choose the next and the previous example.`;
}
