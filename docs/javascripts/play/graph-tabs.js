// Two tabs right under the network: what is inside the chosen neuron or edge, and training step by
// step. What a reader does in the network opens the one that tells of it.
import { element, mark } from "./elements.js";

const TABS = { inspector: "Look inside", stepper: "Step by step" };
const PEEK = 200; // px
const MOVES = { ArrowLeft: -1, ArrowRight: 1 };

export class Tabs {
  // The panels are beside the graph's own one; where there are none, neither are there tabs.
  constructor(graph) {
    const panels = [...(graph.parentElement?.children ?? [])];
    this.pairs = Object.entries(TABS)
      .map(([name, label]) =>
        this.#pair(
          name,
          label,
          panels.find(({ dataset }) => dataset.panel === name),
        ),
      )
      .filter(({ panel }) => panel);
    if (this.pairs.length === 0) return;
    const tabs = this.pairs.map(({ tab }) => tab);
    graph.append(
      element("div", { class: "graph-tabs", role: "tablist", "aria-label": "Inside the network" }, ...tabs),
    );
    this.open("inspector");
  }

  #pair(name, label, panel) {
    const id = `graph-tab-${name}`;
    const tab = element("button", { type: "button", role: "tab", id, click: () => this.#visit(name) }, label);
    tab.addEventListener("keydown", ({ key }) => this.#move(name, MOVES[key]));
    if (panel) {
      mark(panel, "role", "tabpanel");
      mark(panel, "aria-labelledby", id);
    }
    return { name, tab, panel };
  }

  // What loads only when it is seen must be seen: a little of the panel at least.
  #visit(name) {
    this.open(name);
    const { panel } = this.pairs.find((pair) => pair.name === name);
    const below = panel.getBoundingClientRect().top + PEEK - window.innerHeight;
    if (below > 0) window.scrollBy({ top: below });
  }

  #move(name, by) {
    if (!by) return;
    const at = this.pairs.findIndex((pair) => pair.name === name);
    const next = this.pairs[(at + by + this.pairs.length) % this.pairs.length];
    next.tab.focus();
    this.#visit(next.name);
  }

  open(name) {
    for (const { name: own, tab, panel } of this.pairs) {
      mark(tab, "aria-selected", String(own === name));
      mark(tab, "tabindex", own === name ? "0" : "-1");
      panel.hidden = own !== name;
    }
  }

  // Opens what tells of a choice or a step that is new.
  follow(selected, stepping) {
    if (stepping && stepping !== this.stepping) this.open("stepper");
    else if (selected && selected !== this.selected && !stepping) this.open("inspector");
    Object.assign(this, { selected, stepping });
  }
}
