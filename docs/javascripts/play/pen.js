// Drawing points by hand: with a pointer, or with a cursor that arrow keys move. Each point becomes
// an example at once; a network that plays goes on with it.
import { drawn, element, mark } from "./elements.js";
import { MOST_CLASSES, MOST_POINTS } from "./choices.js";
import { numberText } from "./naming.js";
import { sign } from "./points.js";

const STEP = 0.04; // of the board, for one press of an arrow
const NEAR = 6; // of the 100 that the board is wide
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export function mountPen(map, app) {
  const cursor = drawn("path", { class: "play-cursor", d: "M-4 0H4M0-4V4" });
  map.plane.drawing.append(cursor);
  let isSeen = false; // the cursor, once a key has moved it
  const names = Array.from({ length: MOST_CLASSES }, (_, label) => `class ${label}`);
  const tools = [...names, "eraser"].map((name, at) => toolOf(name, at));
  const button = (label, click) => element("button", { type: "button", class: "play-button", click }, label);
  const empty = button("Empty the board", () => change([]));
  const choice = element("div", { role: "radiogroup", "aria-label": "What a press puts" }, ...tools.map(({ root }) => root));
  const root = element("div", { class: "play-pen" }, choice, empty);
  let place = [0, 0];

  const tool = () => tools.findIndex(({ input }) => input.checked);
  const points = () => app.session.choices.points ?? [];
  const change = (next, said) => {
    app.change({ dataset: "points", points: next }, { fresh: next.length === 0 });
    if (said) app.say(said);
  };

  function put([x, y]) {
    if (tool() === MOST_CLASSES) return remove([x, y]);
    if (points().length >= MOST_POINTS) return app.say(`There is room for ${MOST_POINTS} points.`);
    const point = [rounded(x), rounded(y), tool()];
    return change([...points(), point], `${names[tool()]} at (${numberText(point[0])}, ${numberText(point[1])})`);
  }

  function remove([x, y]) {
    const [left, top] = map.plane.placeOf(x, y);
    const distances = points().map(([a, b]) => {
      const [across, down] = map.plane.placeOf(a, b);
      return Math.hypot(across - left, down - top);
    });
    const nearest = distances.indexOf(Math.min(...distances));
    if (!(distances[nearest] < NEAR)) return app.say("No point is near.");
    return change(points().filter((_, at) => at !== nearest), "Removed.");
  }

  // Takes a key of the board; false where it means nothing there.
  function press(key) {
    if (key in MOVES) move(MOVES[key]);
    else if (key === "Enter" || key === " ") put(place);
    else if (key === "Backspace" || key === "Delete") remove(place);
    else if (key >= "1" && key <= String(MOST_CLASSES)) choose(Number(key) - 1);
    else if (key === "Escape") app.draw(false);
    else return false;
    return true;
  }

  function move([right, up]) {
    const { extent } = map.plane;
    const across = STEP * (extent.right - extent.left);
    const along = STEP * (extent.top - extent.bottom);
    place = [within(place[0] + right * across, extent.left, extent.right), within(place[1] + up * along, extent.bottom, extent.top)];
    isSeen = true;
    showCursor();
    app.say(`(${place.map(numberText).join(", ")})`);
  }

  function choose(at) {
    tools[at].input.checked = true;
    app.say(names[at]);
  }

  function showCursor() {
    const [left, top] = map.plane.placeOf(...place);
    mark(cursor, "visibility", "visible");
    mark(cursor, "transform", `translate(${left.toFixed(2)} ${top.toFixed(2)})`);
  }

  function show() {
    root.hidden = !app.isDrawing;
    mark(cursor, "visibility", app.isDrawing && isSeen ? "visible" : "hidden");
    if (app.isDrawing && isSeen) showCursor();
  }
  return { root, put, press, show };
}

function toolOf(name, at) {
  const input = element("input", { type: "radio", name: "play-pen", checked: at === 0, autocomplete: "off" });
  const signs = at < MOST_CLASSES ? [sign(at, false)] : [];
  return { input, root: element("label", {}, input, ...signs, ` ${name}`) };
}

const rounded = (value) => Number(value.toFixed(3));
const within = (value, least, most) => Math.min(Math.max(value, least), most);
