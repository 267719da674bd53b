// The fields of the playground: each a label, a control, and how a choice gets into the control and
// out of it. `changed` is called with the value.
import { element, say } from "./elements.js";

let fields = 0; // for ids

const labeled = (label, control, ...rest) =>
  element("div", { class: "play-field" }, element("label", { for: control.id }, label), control, ...rest);

function control(name, attributes) {
  fields += 1;
  return element(name, { id: `play-field-${fields}`, autocomplete: "off", ...attributes });
}

// One of some names. `options` are pairs of a value and its label; a value that is none of them is
// shown all the same.
export function choice(label, options, changed) {
  const select = control("select", {});
  select.append(...options.map(([value, text]) => new Option(text, value)));
  select.addEventListener("change", () => changed(select.value));
  return {
    root: labeled(label, select),
    show(value, isPossible = true) {
      const text = String(value);
      if (![...select.options].some((option) => option.value === text)) select.append(new Option(text, text));
      if (select.value !== text) select.value = text;
      select.disabled = !isPossible;
    },
    // Leaves out options that do not go with the other choices.
    offer(values) {
      for (const option of select.options) option.hidden = option.disabled = !values.includes(option.value);
    },
  };
}

// One of some pictures; `options` are triples of a value, its name and its picture.
export function pictured(label, options, changed) {
  fields += 1;
  const name = `play-field-${fields}`;
  const parts = options.map(([value, text, picture]) => {
    const box = element("input", { type: "radio", name, value, autocomplete: "off", change: () => changed(value) });
    return { value, box, root: element("label", {}, box, picture, text) };
  });
  return {
    root: element("fieldset", { class: "play-pictures" }, element("legend", {}, label), ...parts.map(({ root }) => root)),
    show(chosen) {
      for (const { value, box } of parts) box.checked = value === chosen;
    },
    // Leaves an option out, or takes it in.
    offer(name, isOffered) {
      for (const { value, root } of parts) if (value === name) root.hidden = !isOffered;
    },
  };
}

// A number from a range, shown beside it.
export function range(label, { min, max, step, text = String }, changed) {
  const input = control("input", { type: "range", min, max, step });
  const shown = element("output", { for: input.id });
  input.addEventListener("input", () => {
    say(shown, text(Number(input.value)));
    input.setAttribute("aria-valuetext", shown.textContent);
  });
  input.addEventListener("change", () => changed(Number(input.value)));
  return {
    root: labeled(label, input, shown),
    show(value, isPossible = true) {
      if (document.activeElement !== input || Number(input.value) !== value) input.value = value;
      say(shown, text(value));
      input.setAttribute("aria-valuetext", shown.textContent);
      input.disabled = !isPossible;
    },
  };
}

// A number to type. What is none, or out of bounds, is said beside it, and changes nothing.
export function number(label, { least, most, isWhole = false }, changed) {
  const input = control("input", { type: "text", inputmode: isWhole ? "numeric" : "decimal", size: 8 });
  const note = element("p", { class: "play-error", id: `${input.id}-note`, "aria-live": "polite" });
  input.setAttribute("aria-describedby", note.id);
  const wanted = `${isWhole ? "a whole number" : "a number"} from ${least} to ${most.toLocaleString("en-US")}`;
  input.addEventListener("change", () => {
    const text = input.value.trim().replace(",", ".");
    const value = text === "" ? NaN : Number(text);
    const isGood = value >= least && value <= most && (!isWhole || Number.isInteger(value));
    say(note, isGood ? "" : `Type ${wanted}.`);
    input.setAttribute("aria-invalid", String(!isGood));
    if (isGood) changed(value);
  });
  return {
    root: labeled(label, input, note),
    show(value, isPossible = true) {
      if (document.activeElement !== input) {
        input.value = String(value);
        input.setAttribute("aria-invalid", "false");
        say(note, "");
      }
      input.disabled = !isPossible;
    },
  };
}

// Any of some names.
export function several(label, options, changed) {
  const boxes = options.map(([value, text]) => {
    const box = element("input", { type: "checkbox", value, autocomplete: "off" });
    return { box, root: element("label", {}, box, text) };
  });
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  for (const { box } of boxes) box.addEventListener("change", () => changed(chosen()));
  return {
    root: element("fieldset", { class: "play-several" }, element("legend", {}, label), ...boxes.map(({ root }) => root)),
    show(values, isPossible = true) {
      for (const { box } of boxes) {
        box.checked = values.includes(box.value);
        box.disabled = !isPossible || (box.checked && values.length === 1); // one must be left
      }
    },
  };
}

// Yes or no.
export function flag(label, changed) {
  const box = element("input", { type: "checkbox", autocomplete: "off", change: () => changed(box.checked) });
  return {
    root: element("label", {}, box, label),
    show(value) {
      box.checked = value;
    },
  };
}
