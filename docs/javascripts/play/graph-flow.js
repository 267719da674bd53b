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

  get isRunning() {
    return this.frame !== 0;
  }

  start(layout, network, parameters, pass) {
    this.stop();
    const layers = network.layers.length;
    if (calm.matches) {
      this.reveal(layers - 1);
      this.end();
      return;
    }
    this.reveal(-1);
    const begin = performance.now();
    let shown = -1;
    const tick = (now) => {
      const passed = Math.max(now - begin, 0);
      const layer = Math.floor(passed / (PER_LAYER + REST));
      const share = Math.min((passed % (PER_LAYER + REST)) / PER_LAYER, 1);
      const arrived = share < 1 ? layer - 1 : layer;
      if (arrived > shown) this.reveal((shown = Math.min(arrived, layers - 1)));
      if (shown >= layers - 1) {
        this.stop();
        this.end();
        return;
      }
      this.#draw(layout, termsOf(network, parameters, pass, layer), share < 1 ? eased(share) : null);
      this.frame = requestAnimationFrame(tick);
    };
    this.frame = requestAnimationFrame(tick);
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.dots.replaceChildren();
  }

  #draw(layout, terms, share) {
    const edges = share === null ? [] : [...edgesOf(layout)].filter(({ layer }) => layer === terms.layer);
    const { children } = this.dots;
    while (children.length > edges.length) this.dots.lastChild.remove();
    while (children.length < edges.length) this.dots.append(drawn("circle"));
    edges.forEach((edge, at) => {
      const term = terms.of(edge);
      const { x, y } = pointOn(endsOf(layout, edge), share);
      const dot = children[at];
      dot.setAttribute("cx", x.toFixed(1));
      dot.setAttribute("cy", y.toFixed(1));
      dot.setAttribute("r", (2 + 2.5 * Math.min(Math.abs(term) || 0, 1.5)).toFixed(1));
      dot.setAttribute("class", term < 0 ? "negative" : "positive");
    });
  }
}

// What each edge of a layer adds to the sum that it leads to.
function termsOf({ layers }, parameters, pass, layer) {
  const { weights, units } = layers[layer];
  const inputs = inputsInto(pass, layer);
  return { layer, of: ({ unit, input }) => inputs[input] * parameters[weights + input * units + unit] };
}

const eased = (share) => share * share * (3 - 2 * share);
