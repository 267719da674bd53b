// What the network does in one place, for the example that is chosen here: the chosen neuron with its
// sum, its bend and its map, or the chosen edge with its weight. They come when one is first chosen.
import { element } from "./elements.js";
import { exampleChooser } from "./inspector-example.js";
import { faultOf } from "./fault.js";
import { passFor, selectionOf } from "./pass.js";
import { onColorsChange } from "./tones.js";

const EVERY = 100; // ms between two pictures while it trains: nobody reads faster
const HINT =
  "Choose a neuron in the network, or an edge between two of them: here stand its numbers, and you can change them.";

export function mountInspector(root, app) {
  const chooser = exampleChooser(app);
  const body = element("div", { class: "inspector-body" });
  root.classList.add("inspector");
  root.append(chooser.root, body);
  let views = null;
  let coming = null;
  let view = null;
  let shownFor = null;
  let shownAt = 0;

  const come = () => (coming ??= load());
  async function load() {
    views = await import("./inspector-views.js").catch(() => null);
    if (!views) return body.replaceChildren(faultOf(again));
    show();
    return root.scrollIntoView({ block: "nearest" });
  }

  function again() {
    coming = null;
    come();
  }

  function show({ isFrame = false } = {}) {
    const now = performance.now();
    if (isFrame && now - shownAt < EVERY) return;
    shownAt = now;
    chooser.show();
    const key = keyOf(app);
    if (key && !views) return come();
    if (key !== shownFor) {
      shownFor = key;
      view = key ? views.viewOf(app) : null;
      const hadFocus = body.contains(document.activeElement);
      body.replaceChildren(...(view ? view.nodes : [element("p", { class: "inspector-hint" }, HINT)]));
      // what had the focus is gone: a reader at the keyboard goes on in the new view
      if (hadFocus) body.querySelector("input, button")?.focus();
    }
    return view?.show(passFor(app), isFrame);
  }

  onColorsChange(() => {
    view?.recolor?.();
    show();
  });
  return { show };
}

// What is chosen, of which network: another one needs another view.
function keyOf(app) {
  const { session } = app;
  const selected = selectionOf(app);
  if (!selected) return "";
  const { network, choices } = session;
  const activations = network.layers.map(({ activation }) => activation);
  return JSON.stringify([
    selected,
    network.sizes,
    activations,
    choices.features,
    choices.dataset,
    choices.loss,
  ]);
}
