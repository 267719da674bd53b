// The code of a block: as the page printed it, or as one text that a reader has changed, colored anew.
// The line at which a run ended in an error is marked in it.
import { mountScrollBoxes } from "../blocks.js";
import { element } from "../play/elements.js";
import { colored } from "./coloring.js";

export class Source {
  constructor(block) {
    this.block = block;
    this.printed = [...block.children].filter((part) => !part.matches(".run-bar, .copy"));
    const parts = [...block.querySelectorAll("code")].map(({ textContent }) => textContent);
    this.original = parts.join("").replace(/\n$/, "");
    this.code = this.original;
    this.layer = element("span", { class: "run-layer" });
    this.box = element("code", {}, this.layer);
    this.own = element("pre", { class: "run-code" }, this.box);
  }

  get isEdited() {
    return this.code !== this.original;
  }

  // Sets the code as one text, also where the page folds a part of it away.
  show(code) {
    this.code = code;
    this.layer.replaceChildren(colored(code), "\n");
    this.block.toggleAttribute("data-edited", this.isEdited);
    if (this.own.isConnected) return;
    this.printed[0].before(this.own);
    for (const part of this.printed) part.remove();
    mountScrollBoxes();
  }

  // Sets it as the page printed it, where nothing is changed and nobody is about to.
  rest() {
    if (this.isEdited || !this.own.isConnected || this.box.querySelector("textarea")) return;
    this.own.replaceWith(...this.printed);
  }

  mark(line) {
    this.show(this.code);
    const mark = element("span", { class: "run-line" });
    mark.style.setProperty("--line", line);
    this.layer.append(mark);
  }

  unmark() {
    this.layer.querySelector(".run-line")?.remove();
    this.rest();
  }
}
