// How a reader reaches the parts of the graph: neurons by keyboard and pointer, edges by pointer
// within some distance (by keyboard, the inspector leads to them).
import { edgeNear, neighborOf } from "./layout.js";

const MOVES = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];
const REACH = { mouse: 9, pen: 12, touch: 16 }; // px around an edge

// Calls `select` with the neuron or the edge that is chosen, `focus` with the one to move on to, and
// `look` with the neuron that the pointer or the focus comes to, or with null where it leaves.
export function listen(svg, layout, { select, focus, look }) {
  svg.addEventListener("keydown", (event) => {
    const at = neuronAt(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const chooses = event.key === "Enter" || event.key === " ";
    if (!chooses && !MOVES.includes(event.key)) return;
    event.preventDefault();
    if (chooses) select(at);
    else focus(neighborOf(layout, at, event.key));
  });
  svg.addEventListener("click", (event) => {
    const at = neuronAt(event.target) ?? edgeUnder(svg, layout, event);
    if (at) select(at);
  });
  svg.addEventListener("pointermove", (event) => {
    const at = neuronAt(event.target);
    svg.classList.toggle("is-over", Boolean(at || edgeUnder(svg, layout, event)));
    if (event.pointerType !== "touch") look(at); // a finger chooses
  });
  svg.addEventListener("pointerleave", () => look(null));
  svg.addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && look(neuronAt(target)));
  svg.addEventListener("focusout", () => look(null));
}

function neuronAt(target) {
  const node = target.closest?.("[data-neuron]");
  if (!node) return null;
  const [layer, unit] = node.dataset.neuron.split(",").map(Number);
  return { layer, unit };
}

function edgeUnder(svg, layout, { clientX, clientY, pointerType }) {
  const { left, top } = svg.getBoundingClientRect();
  return edgeNear(layout, { x: clientX - left, y: clientY - top }, REACH[pointerType] ?? REACH.mouse);
}
