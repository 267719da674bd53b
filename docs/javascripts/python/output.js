// What stands right below a block once it is used: questions, progress, what a run printed and drew,
// its error, and in one polite sentence how it stands.
import { element, say } from "../play/elements.js";
import { megabytes } from "./permission.js";

export class Output {
  // `root` is to be put below the block.
  constructor(block, name) {
    const level = levelAt(block);
    this.title = element("p", { class: "run-title", role: "heading", "aria-level": level }, "Your run");
    this.title.append(element("span", { class: "run-spoken" }, ` of ${name}`));
    this.results = element("div", { class: "run-results", hidden: true });
    this.question = element("div", { class: "run-question", role: "group", hidden: true });
    this.bytes = element("progress", {});
    this.amount = element("span", {});
    this.fetching = element("p", { class: "run-fetching", hidden: true });
    this.fetching.append(this.bytes, " ", this.amount);
    this.said = element("p", { class: "run-said", role: "status" });
    this.below = element("div", { class: "run-below" });
    this.root = element("div", { class: "run-output" });
    this.root.append(this.title, this.results, this.question, this.said, this.fetching, this.below);
    this.title.hidden = true;
    this.printed = "";
  }

  get isEmpty() {
    return !this.results.hasChildNodes();
  }

  // With a button beside it, where there is something to do.
  say(text, offer) {
    this.fetching.hidden = true;
    say(this.said, text);
    if (offer) this.said.append(" ", element("button", { type: "button", click: offer[1] }, offer[0]));
  }

  clear() {
    this.unask();
    this.printed = "";
    this.results.replaceChildren();
    this.results.hidden = this.title.hidden = true;
    this.say("");
  }

  progress({ loaded, total, what }) {
    const name = what ? `Fetching ${what}` : "Fetching";
    say(this.said, name);
    this.fetching.hidden = false;
    this.bytes.ariaLabel = name;
    this.bytes.max = total || 1;
    this.bytes.value = loaded;
    say(this.amount, `${megabytes(loaded)} of ${megabytes(total)}`);
  }

  write({ stream, text }) {
    if (stream === "out") this.printed += text;
    const box = this.#last(".run-printed") ?? this.#add(element("pre", { class: "run-printed" }, element("samp")));
    const { firstChild: texts } = box;
    if (texts.lastChild?.dataset.stream === stream) texts.lastChild.append(text);
    else texts.append(element("span", { "data-stream": stream }, text));
  }

  // As a picture: nothing in it can run, and it keeps its light ground.
  image({ svg, alt }) {
    const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    this.#add(element("img", { class: "run-image", src, alt: alt ?? "" }));
  }

  // What went wrong: a plain sentence first, then what Python says of it, and a button to go there.
  fault({ sentence, traceback }, goTo) {
    if (sentence) this.#add(element("p", { class: "run-sentence" }, sentence));
    if (traceback) this.#add(element("pre", { class: "run-traceback" }, element("samp", {}, traceback)));
    if (goTo) this.#add(element("p", { class: "run-go" }, element("button", { type: "button", click: goTo[1] }, goTo[0])));
  }

  // Lets boxes that scroll be reached by keyboard.
  end() {
    for (const box of this.results.querySelectorAll("pre")) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
    }
  }

  // Asks, and resolves with the number of the answer; with null where the question is taken back.
  ask(text, answers) {
    this.unask();
    return new Promise((resolve) => {
      this.answer = resolve;
      const from = document.activeElement;
      const choose = (at) => () => {
        if (from?.isConnected) from.focus();
        this.unask(at);
      };
      const buttons = answers.map((label, at) => element("button", { type: "button", click: choose(at) }, label));
      this.question.replaceChildren(element("p", {}, text), ...buttons);
      this.question.ariaLabel = text;
      this.question.hidden = false;
      this.say("");
      buttons[0].focus({ preventScroll: true });
    });
  }

  unask(answer = null) {
    this.question.hidden = true;
    this.answer?.(answer);
    this.answer = null;
  }

  #last(selector) {
    const { lastElementChild: last } = this.results;
    return last?.matches(selector) ? last : null;
  }

  #add(part) {
    this.results.hidden = this.title.hidden = false;
    this.results.append(part);
    return part;
  }
}

// One below the heading that the block stands under.
function levelAt(block) {
  const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5)")];
  const last = headings.findLast((heading) => heading.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING);
  return last ? Number(last.tagName[1]) + 1 : 2;
}
