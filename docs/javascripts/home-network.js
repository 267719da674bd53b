// Brings the picture of the home page to life. The build drew it (src/guide/figures/home.py); here
// its wires, numbers and cells are found by their order and colors, and redrawn as the network
// learns. It opens as the picture shows it: trained.
import { EXAMPLES, forward, loss, rightAnswers, START, step, STEPS, trained } from "./network.js";

const LEAST = -0.3; // of either input on the map
const LARGEST = 1.3;
const STEPS_PER_MS = 0.12;
const SPEAKS_EVERY = 2000; // ms, to those who listen
const NUMBER = /^[+−]?\d\.\d$/;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export function mount(root) {
  const drawings = [...root.querySelectorAll("svg")].map(partsOf);
  const panel = controls(root.querySelector(".network-controls"));
  let network = trained(START, STEPS);
  let taken = STEPS;
  let playing = false;
  let spokeAt = 0;

  function show({ speak }) {
    drawings.forEach((drawing) => redraw(drawing, network));
    const right = `${rightAnswers(network)} of ${EXAMPLES.length} right`;
    panel.status.textContent = `Step ${taken} · loss ${loss(network).toFixed(3)} · ${right}`;
    panel.train.textContent = playing ? "Pause" : taken < STEPS ? "Train" : "Train from scratch";
    if (speak || performance.now() - spokeAt > SPEAKS_EVERY) {
      panel.spoken.textContent = panel.status.textContent;
      spokeAt = performance.now();
    }
  }

  function advance(steps) {
    network = trained(network, steps);
    taken += steps;
  }

  function reset() {
    playing = false;
    network = START;
    taken = 0;
  }

  function play(before) {
    requestAnimationFrame((now) => {
      if (!playing) return;
      const due = Math.max(1, Math.round((now - before) * STEPS_PER_MS));
      advance(Math.min(due, STEPS - taken));
      playing = taken < STEPS;
      show({ speak: !playing });
      play(now);
    });
  }

  panel.train.addEventListener("click", () => {
    if (taken >= STEPS) reset();
    playing = !playing && !calm.matches;
    if (calm.matches) advance(STEPS - taken);
    show({ speak: true });
    play(performance.now());
  });
  panel.step.addEventListener("click", () => {
    playing = false;
    advance(1);
    show({ speak: true });
  });
  panel.reset.addEventListener("click", () => {
    reset();
    show({ speak: true });
  });
  show({ speak: false });
}

function controls(panel) {
  const add = (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    panel.append(element);
    return element;
  };
  const [train, step, reset] = ["Train", "One step", "Reset"].map((text) =>
    Object.assign(add("button", "network-button", text), { type: "button" }),
  );
  const status = add("span", "network-status", "");
  status.setAttribute("aria-hidden", "true"); // it changes with every frame; the next one speaks
  const spoken = add("span", "network-spoken", "");
  spoken.setAttribute("role", "status");
  return { train, step, reset, status, spoken };
}

function partsOf(svg) {
  const inSignColors = (tag, paint) => [
    ...svg.querySelectorAll(`${tag}:is([${paint}*="--nn-positive"], [${paint}*="--nn-negative"])`),
  ];
  const cells = inSignColors("use", "fill");
  const side = Math.sqrt(cells.length);
  const middle = (at) => LEAST + ((LARGEST - LEAST) * (at + 0.5)) / side;
  return {
    wires: inSignColors("path", "stroke"),
    numbers: [...svg.querySelectorAll("text")].filter((text) => NUMBER.test(text.textContent)),
    cells: cells.map((cell, at) => ({
      cell,
      inputs: [middle(at % side), middle(Math.floor(at / side))],
    })),
  };
}

function redraw({ wires, numbers, cells }, network) {
  const weights = [...network.hidden.flat(), ...network.output];
  const biases = [...network.hiddenBias, network.outputBias];
  wires.forEach((wire, at) => drawWire(wire, weights[at]));
  numbers.forEach((text, at) => (text.textContent = signedText([...weights, ...biases][at])));
  for (const { cell, inputs } of cells) {
    const { answer } = forward(network, inputs);
    cell.setAttribute("fill", tone(answer));
    cell.setAttribute("fill-opacity", Math.abs(answer).toFixed(2));
  }
}

function drawWire(wire, weight) {
  const width = 1 + 1.5 * Math.abs(weight);
  wire.setAttribute("stroke", tone(weight));
  wire.setAttribute("stroke-width", width.toFixed(2));
  if (weight < 0) wire.setAttribute("stroke-dasharray", `${2 * width},${width}`);
  else wire.removeAttribute("stroke-dasharray");
}

const tone = (value) => `var(--nn-${value < 0 ? "negative" : "positive"})`;

function signedText(value) {
  const text = Math.abs(value).toFixed(1);
  if (Number(text) === 0) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
