// One living figure. Its own module says which `controls` it has, what its `model` is for their
// values, how to `draw` that and what to `say` of it; and, if there is something to watch, which
// control `plays`.
import { controlsOf } from "./controls.js";
import { drawingOf } from "./drawing.js";

const RUN = 5000; // ms, from the first value to the last
const QUIET = 500; // ms without a change, before it is said to those who listen
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export function mount(root, figure) {
  const pictures = [...root.querySelectorAll("svg")];
  const drawings = pictures.map(drawingOf);
  const described = pictures[0].getAttribute("aria-label");
  const start = Object.fromEntries(figure.controls.map(({ name, value }) => [name, value]));
  const values = { ...start };
  const panel = controlsOf(figure, { change, reset, play });
  const played = figure.controls.find(({ name }) => name === figure.plays)?.values;
  let playing = false;
  let later = 0;
  let frame = 0;

  function show() {
    const model = figure.model(values);
    drawings.forEach((drawing) => figure.draw(drawing, model));
    panel.show(values, figure.say(model), playing);
  }

  function touched() {
    show();
    const isStart = figure.controls.every(({ name }) => values[name] === start[name]);
    root.toggleAttribute("data-redrawn", !isStart);
    const label = isStart ? described : `${described} Now: ${panel.said()}`;
    pictures.forEach((picture) => picture.setAttribute("aria-label", label));
    clearTimeout(later);
    if (!playing) later = setTimeout(panel.speak, QUIET);
  }

  function stop() {
    playing = false;
    cancelAnimationFrame(frame);
  }

  function change(name, value) {
    stop();
    values[name] = value;
    touched();
  }

  function reset() {
    stop();
    Object.assign(values, start);
    touched();
  }

  function play() {
    if (playing) stop();
    else if (calm.matches) end();
    else begin();
    touched();
  }

  function begin() {
    playing = true;
    if (values[figure.plays] === played.at(-1)) values[figure.plays] = played[0];
    run(performance.now(), played.indexOf(values[figure.plays]));
  }

  function end() {
    stop();
    values[figure.plays] = played.at(-1);
  }

  function run(since, from) {
    frame = requestAnimationFrame((now) => {
      const at = from + Math.floor(((Math.max(now, since) - since) / RUN) * (played.length - 1));
      if (at < played.length - 1) values[figure.plays] = played[at];
      else end();
      touched();
      if (playing) run(since, from);
    });
  }

  root.querySelector(".nn-drawing").after(panel.element);
  show();
}
