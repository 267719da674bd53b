// The network as a drawing that can be worked with: neurons are buttons, edges can be chosen, layers
// and units come and go, and the forward pass of an example flows through it.
import { drawn, element, say } from "./elements.js";
import { fieldOf } from "./field.js";
import { addLayerButton, layerControls, topologyText } from "./graph-controls.js";
import { Edges } from "./graph-edges.js";
import { Flow } from "./graph-flow.js";
import { listen } from "./graph-input.js";
import { Maps } from "./graph-maps.js";
import { Neurons } from "./graph-neurons.js";
import { captionOf, edgeNumbers, passText } from "./graph-numbers.js";
import { Tabs } from "./graph-tabs.js";
import { columnOf, layoutOf } from "./layout.js";
import { passFor, selectionOf, steppingOf } from "./pass.js";
import { onColorsChange } from "./tones.js";
import { KEPT } from "./topology.js";

const KEYS =
  "Lines are weights: blue if positive, orange and dashed if negative, wider if larger. The dot is the bias. " +
  "Choose a neuron or an edge to see and change its numbers; arrow keys move between neurons, Enter chooses.";

export function mountGraph(root, app) {
  const graph = new Graph(root, app);
  new ResizeObserver(() => graph.measure()).observe(graph.scroll);
  onColorsChange(() => {
    graph.maps?.forget();
    app.show();
  });
  return graph;
}

class Graph {
  constructor(root, app) {
    this.app = app;
    this.root = root;
    this.upTo = Infinity; // the last layer whose values have come, while the pass flows
    this.flow = new Flow({ reveal: (layer) => this.#reveal(layer), end: () => this.#tell() });
    this.topology = element("p", { class: "graph-topology", title: "Units in each layer" });
    this.adding = element("span", { class: "graph-adding" });
    this.values = element("input", { type: "checkbox", change: () => this.#toggle() });
    this.scroll = element("div", { class: "graph-scroll" });
    root.classList.add("graph");
    root.append(
      element(
        "div",
        { class: "graph-bar" },
        element("h2", { class: "play-title" }, "The network"),
        this.topology,
        this.adding,
        this.#flowButton(),
        element("label", {}, this.values, "Values"),
      ),
      this.scroll,
      element(
        "details",
        { class: "graph-note" },
        element("summary", {}, "How to read the network, and change it"),
        element("p", { id: "graph-keys" }, KEYS),
        element("p", {}, KEPT),
      ),
    );
    this.tabs = new Tabs(root);
  }

  // Asks the page for its width here alone: in every frame it would have to be laid out for that.
  measure() {
    this.width = this.scroll.clientWidth;
    this.show();
  }

  // Draws anew where the network has another shape or the page another width; else what has changed.
  show({ isFrame = false } = {}) {
    const { session } = this.app;
    this.width ??= this.scroll.clientWidth;
    const shape = `${session.network.sizes} ${this.width} ${window.devicePixelRatio}`;
    if (shape !== this.shape) this.#draw(shape);
    else if (this.session !== session) this.#control(focusedKey());
    if (this.session !== session) this.#stop();
    this.session = session;
    this.#update(isFrame);
  }

  #draw(shape) {
    const { network } = this.app.session;
    const key = focusedKey();
    const hadNeuron = document.activeElement?.dataset?.neuron !== undefined;
    this.shape = shape;
    this.#stop();
    this.layout = layoutOf(network.sizes, this.width);
    this.edges = new Edges(this.app.session, this.layout);
    this.neurons = new Neurons(this.app.session, this.layout);
    this.maps = new Maps(this.layout, this.neurons.all);
    this.heads = element("div", { class: "graph-heads" });
    const drawing = element("div", { class: "graph-drawing" }, this.maps.canvas, this.#svg());
    const sheet = element("div", { class: "graph-sheet" }, this.heads, drawing);
    sheet.style.width = `${this.layout.width}px`;
    this.scroll.replaceChildren(sheet);
    this.#control(key);
    if (hadNeuron) this.#focus(this.neurons.reachable);
  }

  #svg() {
    const { width, height } = this.layout;
    const named = { role: "group", "aria-label": "The network", "aria-describedby": "graph-keys" };
    const parts = [...this.edges.nodes, this.flow.dots, ...this.neurons.nodes, this.edges.numbers];
    const svg = drawn("svg", { width, height, ...named }, ...parts);
    const { app } = this;
    const look = (at) => isSame(at, app.preview) || app.look(at);
    listen(svg, this.layout, { select: (at) => app.select(at), focus: (at) => this.#focus(at), look });
    return svg;
  }

  // The controls of the layers. The one that had the focus keeps it, or hands it on.
  #control(key) {
    this.heads.style.gridTemplateColumns = `repeat(${this.layout.sizes.length}, ${this.layout.column}px)`;
    this.heads.replaceChildren(...layerControls(this.app));
    this.adding.replaceChildren(addLayerButton(this.app));
    say(this.topology, topologyText(this.app.session));
    if (key) (this.root.querySelector(`[data-key="${key}"]`) ?? this.adding.firstChild).focus();
  }

  #update(isFrame) {
    const { app } = this;
    const { session } = app;
    const selected = selectionOf(app);
    const { parameters } = session.training;
    const stepping = steppingOf(app);
    const pass = passFor(app);
    this.maps.update(fieldOf(session, { isFrame }));
    this.edges.update(parameters);
    this.edges.mark(selected, stepping?.layer ?? null);
    this.neurons.mark(selected, stepping?.layer ?? null);
    const shown = { session, stepping, selected, pass, isShown: (layer) => this.#isShown(layer, pass) };
    this.neurons.update(parameters, (neuron) => captionOf(shown, neuron));
    this.edges.write(edgeNumbers(shown, this.edges));
    this.neurons.lookForSilent(app.measures.units, isFrame);
    this.#follow(stepping?.layer ?? null);
    this.tabs.follow(selected, stepping);
    if (isFrame) return;
    this.neurons.describe(session, pass);
    if (selected) this.neurons.reach(selected);
  }

  // Brings the layer that is at work into sight, where the drawing is wider than the page.
  #follow(layer) {
    if (layer === this.followed) return;
    this.followed = layer;
    if (layer !== null) this.scroll.scrollLeft = columnOf(this.layout, layer) - this.width / 2;
  }

  #isShown(layer, pass) {
    return pass !== null && this.values.checked && layer <= this.upTo;
  }

  #focus(at) {
    this.neurons.describe(this.app.session, passFor(this.app));
    const node = this.neurons.reach(at);
    node.focus();
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #flowButton() {
    const start = () => {
      const pass = passFor(this.app);
      if (!pass) return this.app.say("There is no example yet. Draw some points first.");
      this.values.checked = true;
      const { network, training } = this.app.session;
      return this.flow.start(this.layout, network, training.parameters, pass);
    };
    return element("button", { type: "button", class: "play-button", click: start }, "Show the forward pass");
  }

  #reveal(layer) {
    this.upTo = layer;
    this.#update(true);
    this.#follow(layer);
  }

  #stop() {
    this.flow.stop();
    this.upTo = Infinity;
  }

  #toggle() {
    this.#stop();
    this.app.show();
  }

  #tell() {
    this.upTo = Infinity;
    this.app.say(passText(this.app.session, passFor(this.app)));
    this.app.show();
  }
}

const isSame = (one, other) => one?.layer === other?.layer && one?.unit === other?.unit;
const focusedKey = () => document.activeElement?.dataset?.key;
