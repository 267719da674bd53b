// The edges of the graph: a line for each weight, blue for positive, orange and dashed for negative,
// the wider the larger. In a frame only what has changed is set anew.
import { drawn, mark, say } from "./elements.js";
import { edgesOf, endsOf, numberShares, pointOn } from "./layout.js";
import { parameterAt } from "./pass.js";

const THINNEST = 0.75;
const PER_WEIGHT = 1.25;
const LARGEST = 4.5; // weights beyond are drawn no wider
const STEPS = 4; // of width, to each pixel
const TWO_NUMBERS = 108; // px

export class Edges {
  constructor(session, layout) {
    this.layout = layout;
    this.chosen = drawn("line", { class: "graph-chosen" });
    this.groups = session.network.layers.map(() => drawn("g", { class: "graph-edges" }));
    this.numbers = drawn("g", { class: "graph-numbers" });
    this.lines = [...edgesOf(layout)].map((edge) => {
      const line = drawn("line", endsOf(layout, edge));
      this.groups[edge.layer].append(line);
      return { line, edge, index: parameterAt(session, edge), steps: NaN, sign: "" };
    });
    this.nodes = [this.chosen, ...this.groups];
  }

  update(parameters) {
    for (const drawing of this.lines) {
      const value = parameters[drawing.index];
      const sign = value < 0 ? "negative" : value >= 0 ? "positive" : "none";
      const size = value === value ? Math.min(Math.abs(value), LARGEST) : 0;
      const steps = Math.round(STEPS * (THINNEST + PER_WEIGHT * size));
      if (steps !== drawing.steps) drawing.line.setAttribute("stroke-width", steps / STEPS);
      if (sign !== drawing.sign) drawing.line.setAttribute("class", sign);
      Object.assign(drawing, { steps, sign });
    }
  }

  // Shows which weight is chosen, and which layer is at work; the others stand back.
  mark(selected, active) {
    const isEdge = selected?.input !== undefined;
    this.chosen.toggleAttribute("hidden", !isEdge);
    if (isEdge) {
      for (const [name, value] of Object.entries(endsOf(this.layout, selected)))
        mark(this.chosen, name, String(value));
    }
    this.groups.forEach((group, layer) =>
      group.classList.toggle("is-back", active !== null && layer !== active),
    );
  }

  // Sets numbers on the edges into some units of one layer: [{ edge, text, sign }].
  write(entries) {
    const { children } = this.numbers;
    while (children.length > entries.length) this.numbers.lastChild.remove();
    while (children.length < entries.length) this.numbers.append(drawn("text"));
    const units = [...new Set(entries.map(({ edge }) => edge.unit))];
    const shares = numberShares(this.layout, units.length);
    entries.forEach(({ edge, text, sign }, at) => {
      const { x, y } = pointOn(endsOf(this.layout, edge), shares[units.indexOf(edge.unit)]);
      const label = children[at];
      say(label, text);
      mark(label, "x", x.toFixed(1));
      mark(label, "y", (y + 4).toFixed(1));
      mark(label, "class", sign < 0 ? "negative" : "positive");
    });
  }

  // Is there room for two numbers and an arrow?
  get isWide() {
    return this.layout.column - this.layout.side >= TWO_NUMBERS;
  }

  // Of which units of a layer the edges have room for numbers: all of them, else one.
  roomFor(session, layer, one) {
    const { units } = session.network.layers[layer];
    return numberShares(this.layout, units) ? Array.from({ length: units }, (_, unit) => unit) : [one];
  }
}
