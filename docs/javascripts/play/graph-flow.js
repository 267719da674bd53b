// Lets the forward pass of an example flow through the graph: layer by layer, a dot runs along each
// edge, blue where it adds to the sum and orange where it takes away, and then the values appear.
import { drawn } from "./elements.js";
import { edgesOf, endsOf, pointOn } from "./layout.js";
import { inputsInto } from "./pass.js";

const PER_LAYER = 700; // ms
const REST = 250; // ms, in which the values of a layer can be seen
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Flow {
  // `reveal(layer)` is called when the values of a layer have come, `end` after the last one.
  constructor({ reveal, end }) {
    Object.assign(this, { reveal, end });
    this.dots = drawn("g", { class: "graph-dots", "aria-hidden": "true" });
    this.frame = 0;
  }

  start(layout, network, parameters, pass) {
    this.stop();
    Object.assign(this, { layout, network, parameters, pass, shown: -1, begin: performance.now() });
    if (calm.matches) {
      this.#end();
      return;
    }
    this.reveal(-1);
    this.frame = requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now) {
    const passed = Math.max(now - this.begin, 0);
    const layer = Math.floor(passed / (PER_LAYER + REST));
    const share = (passed % (PER_LAYER + REST)) / PER_LAYER; // beyond 1, the layer rests
    const arrived = share < 1 ? layer - 1 : layer;
    if (arrived >= this.network.layers.length - 1) {
      this.#end();
      return;
    }
    if (arrived > this.shown) this.reveal((this.shown = arrived));
    this.#draw(layer, share);
    this.frame = requestAnimationFrame((next) => this.#tick(next));
  }

  #end() {
    this.stop();
    this.reveal(this.network.layers.length - 1);
    this.end();
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.dots.replaceChildren();
  }

  #draw(layer, share) {
    const edges = share < 1 ? [...edgesOf(this.layout)].filter((edge) => edge.layer === layer) : [];
    const { children } = this.dots;
    while (children.length > edges.length) this.dots.lastChild.remove();
    while (children.length < edges.length) this.dots.append(drawn("circle"));
    edges.forEach((edge, at) => {
      const term = this.#termOf(edge);
      const { x, y } = pointOn(endsOf(this.layout, edge), eased(share));
      const dot = children[at];
      dot.setAttribute("cx", x.toFixed(1));
      dot.setAttribute("cy", y.toFixed(1));
      dot.setAttribute("r", (2 + 2.5 * Math.min(Math.abs(term) || 0, 1.5)).toFixed(1));
      dot.setAttribute("class", term < 0 ? "negative" : "positive");
    });
  }

  // What an edge adds to the sum that it leads to.
  #termOf({ layer, unit, input }) {
    const { weights, units } = this.network.layers[layer];
    return inputsInto(this.pass, layer)[input] * this.parameters[weights + input * units + unit];
  }
}

const eased = (share) => share * share * (3 - 2 * share);
