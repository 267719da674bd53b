// The neurons of the graph: buttons, each with the mark of its bias and a caption below. What they
// give over the plane shines through from the canvas beneath.
import { drawn, mark, say } from "./elements.js";
import { placeOf } from "./layout.js";
import { activationLabel, neuronName, numberText, signedText, SLOPE } from "./naming.js";
import { parameterAt } from "./pass.js";

const LOOKS_EVERY = 500; // ms, for silent units, while the network trains

export class Neurons {
  constructor(session, layout) {
    this.layout = layout;
    this.all = layout.columns.flatMap((column, at) =>
      column.map((place, unit) => this.#neuron(session, { layer: at - 1, unit })),
    );
    // Captions are no part of the buttons, whose names tell more.
    const captions = drawn(
      "g",
      { class: "graph-captions", "aria-hidden": "true" },
      ...this.all.map(({ caption }) => caption),
    );
    this.nodes = [captions, ...this.all.map(({ node }) => node)];
    this.reachable = this.all[0]; // by the Tab key
    mark(this.reachable.node, "tabindex", "0");
  }

  #neuron(session, at) {
    const { x, y } = placeOf(this.layout, at);
    const { side } = this.layout;
    const half = side / 2;
    const square = { x: -half, y: -half, width: side, height: side, rx: 3 };
    const bias = at.layer < 0 ? null : drawn("circle", { class: "graph-bias", cx: -half, cy: half });
    const caption = drawn("text", { x, y: y + half + 17 });
    const state = drawn("text", { class: "graph-state", y: 4 });
    const node = drawn(
      "g",
      { class: "graph-neuron", role: "button", tabindex: -1, transform: `translate(${x} ${y})` },
      ...[drawn("rect", { class: "graph-body", ...square }), state, bias].filter(Boolean),
    );
    node.dataset.neuron = `${at.layer},${at.unit}`;
    return { ...at, node, bias, caption, state, index: bias && parameterAt(session, at) };
  }

  find({ layer, unit }) {
    return this.all.find((neuron) => neuron.layer === layer && neuron.unit === unit);
  }

  // Moves the one stop of the Tab key to a neuron.
  reach(at) {
    mark(this.reachable.node, "tabindex", "-1");
    this.reachable = this.find(at);
    mark(this.reachable.node, "tabindex", "0");
    return this.reachable.node;
  }

  // `captionOf` gives the words below a neuron.
  update(parameters, captionOf) {
    for (const neuron of this.all) {
      say(neuron.caption, captionOf(neuron));
      if (neuron.bias) drawBias(neuron, parameters[neuron.index]);
    }
  }

  // Marks hidden units that have fallen silent, each with the word for it.
  lookForSilent(units, isFrame) {
    const now = performance.now();
    if (isFrame && now - this.lookedAt < LOOKS_EVERY) return;
    this.lookedAt = now;
    for (const { state, layer, unit } of this.all) say(state, units[layer]?.[unit] ?? "");
  }

  // Says what each neuron is; in frames nobody could listen as fast.
  describe(session, pass) {
    for (const { node, caption, state, layer, unit } of this.all) {
      const [, slope] = caption.textContent.split(SLOPE);
      const more = [state.textContent, slope && `slope of the loss by its sum ${slope}`].filter(Boolean);
      mark(node, "aria-label", [nameOf(session, pass, { layer, unit }), ...more].join(", "));
    }
  }

  mark(selected, active) {
    for (const { node, layer, unit } of this.all) {
      const isChosen = selected?.layer === layer && selected.unit === unit && selected.input === undefined;
      mark(node, "aria-pressed", String(isChosen));
      node.classList.toggle("is-active", layer === active);
    }
  }
}

function drawBias(neuron, value) {
  const size = value === value ? Math.min(Math.abs(value), 3) : 0;
  mark(neuron.bias, "r", (2.5 + 1.2 * size).toFixed(1));
  mark(neuron.bias, "class", `graph-bias ${value < 0 ? "negative" : "positive"}`);
}

// "Hidden layer 1, unit 2: tanh, bias +0.31, output 0.62 for the chosen example"
function nameOf(session, pass, { layer, unit }) {
  const name = neuronName(session, layer, unit);
  const forExample = (value) => (pass ? `${numberText(value())} for the chosen example` : "no example yet");
  if (layer < 0) return `${name}: ${forExample(() => pass.x[unit])}`;
  const { activation } = session.network.layers[layer];
  const bias = signedText(session.training.parameters[parameterAt(session, { layer, unit })]);
  return `${name}: ${activationLabel(activation)}, bias ${bias}, output ${forExample(() => pass.a[layer][unit])}`;
}
