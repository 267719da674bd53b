// The editor of a block: a field for text that lies exactly over the colored code, which shows
// through. The box of the code scrolls both, so that they never part.
import { element } from "../play/elements.js";
import { mountKeys, move } from "./keys.js";

const HOW = "Tab indents; Escape, then Tab leaves. Ctrl+Enter runs.";

// `changed` is called with what was written, `run` when the reader asks for it by keys.
export function openEditor(source, { name, changed, run }) {
  const hint = element("p", { class: "run-hint", id: `run-hint-${name.replace(/\W+/g, "-")}` });
  const field = element("textarea", {
    class: "run-field",
    rows: "1",
    cols: "1",
    wrap: "off",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    autocorrect: "off",
    "data-gramm": "false", // some browsers have guests who correct what is written
    "aria-label": `Code of ${name}`,
    "aria-describedby": hint.id,
    input: () => show(field.value),
  });
  mountKeys(field, run);
  const step = (label, out) =>
    element("button", { type: "button", class: "run-step", click: () => { field.focus(); move(field, out); } }, label);
  // The one for keys, the other for fingers.
  hint.append(element("span", {}, HOW), step("Indent", false), " ", step("Outdent", true));

  function show(code) {
    source.show(code);
    changed(code);
  }

  source.show(source.code);
  field.value = source.code;
  source.layer.setAttribute("aria-hidden", "true"); // the field says the same
  source.box.append(field);
  source.block.querySelector(":scope > .run-bar").after(hint);

  return {
    field,
    set(code) {
      field.value = code;
      source.show(code);
    },
    // Selects a line, or puts the caret at the start. By itself, a browser would scroll to the middle.
    focus(line) {
      const lines = field.value.split("\n");
      const from = lines.slice(0, line ? line - 1 : 0).join("\n").length + (line > 1);
      field.focus({ preventScroll: true });
      field.setSelectionRange(from, line ? from + (lines[line - 1] ?? "").length : 0);
      source.box.scrollLeft = 0;
      source.own.scrollIntoView({ block: "nearest" });
    },
    close() {
      field.remove();
      hint.remove();
      source.layer.removeAttribute("aria-hidden");
      source.rest();
    },
  };
}
