// A field for one weight or bias: it shows the number of now, and what is typed there becomes the
// weight; what is no number is refused with a word.
import { element } from "./elements.js";
import { fieldText, numberText, raised } from "./naming.js";
import { parameterAt } from "./pass.js";

const LARGEST = 1e6;

// `place` is { layer, unit, input }, without input for a bias; `name` is how it is announced.
export function numberField(app, place, name) {
  const value = () => app.session.training.parameters[parameterAt(app.session, place)];
  const field = element("input", {
    type: "number",
    step: "0.1",
    autocomplete: "off",
    class: "play-number",
    "aria-label": raised(name),
    change: take,
  });

  function take() {
    const typed = field.value.trim() === "" ? NaN : Number(field.value);
    if (!Number.isFinite(typed) || Math.abs(typed) > LARGEST) {
      field.value = fieldText(value());
      app.say(
        `A weight is a number between −${LARGEST} and ${LARGEST}. The ${name} stays ${numberText(value())}.`,
      );
      return;
    }
    if (field.value === fieldText(value())) return;
    app.setParameter(parameterAt(app.session, place), typed);
    app.say(`The ${name} is now ${numberText(typed)}.`);
  }

  // A number that is being typed stays.
  function show() {
    const text = fieldText(value());
    if (document.activeElement !== field && field.value !== text) field.value = text;
  }
  return { field, show };
}
