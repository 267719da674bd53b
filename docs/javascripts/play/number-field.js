// A field for one weight or bias: it shows the number of now, and what is typed there becomes the
// weight; what is no number is refused with a word beside it.
import { element, say } from "./elements.js";
import { fieldText, numberText, raised } from "./naming.js";
import { parameterAt } from "./pass.js";

const LARGEST = 1e6;
const REFUSED = `A number from −${LARGEST} to ${LARGEST}, please.`;

// `place` is { layer, unit, input }, without input for a bias; `name` is how it is announced.
export function numberField(app, place, name) {
  const value = () => app.session.training.parameters[parameterAt(app.session, place)];
  const note = element("small", { class: "play-error" });
  const about = { class: "play-number", "aria-label": raised(name), change: take };
  const field = element("input", { type: "number", step: "0.1", autocomplete: "off", ...about });
  const root = element("span", { class: "inspector-field" }, field, note);

  function take() {
    const typed = field.value.trim() === "" ? NaN : Number(field.value);
    const isRefused = !Number.isFinite(typed) || Math.abs(typed) > LARGEST;
    say(note, isRefused ? REFUSED : "");
    if (isRefused) {
      field.value = fieldText(value());
      app.say(`${REFUSED} The ${name} stays ${numberText(value())}.`);
    } else if (field.value !== fieldText(value())) {
      app.setParameter(parameterAt(app.session, place), typed);
      app.say(`The ${name} is now ${numberText(typed)}.`);
    }
  }

  // A number that is being typed stays.
  function show() {
    const text = fieldText(value());
    if (document.activeElement !== field && field.value !== text) field.value = text;
  }
  return { root, show };
}
