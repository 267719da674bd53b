// The controls below a living figure: a slider or a list for each of its values, what the figure
// says, Reset, and Play where there is something to watch.

let count = 0; // of controls on the page, for the ids that labels need

export function controlsOf({ controls, plays }, { change, reset, play }) {
  const widgets = controls.map((control) => widgetOf(control, (value) => change(control.name, value)));
  const said = make("p", { className: "living-said", ariaHidden: "true" });
  const spoken = make("p", { className: "living-spoken", role: "status" });
  const watch = button("Play", play);
  const buttons = [...(plays ? [watch] : []), button("Reset", reset)];
  const foot = make("div", { className: "living-foot" }, said, ...buttons);
  const legend = make("legend", { className: "living-spoken", textContent: "Change this figure" });
  const parts = widgets.map(({ element }) => element);
  return {
    element: make("fieldset", { className: "living-controls" }, legend, ...parts, foot, spoken),
    show(values, text, playing) {
      widgets.forEach((widget, at) => widget.show(values[controls[at].name]));
      said.textContent = text;
      watch.textContent = playing ? "Pause" : "Play";
    },
    said: () => said.textContent,
    speak: () => (spoken.textContent = said.textContent),
  };
}

function widgetOf(control, change) {
  const label = make("label", { textContent: control.label, htmlFor: `living-${(count += 1)}` });
  return control.options ? list(control, label, change) : slider(control, label, change);
}

// What moves is the place in the row of values, so that every value is reached exactly.
function slider({ label: name, values, format = String }, label, change) {
  const last = values.length - 1;
  const value = make("span", { className: "living-value", ariaHidden: "true" });
  const input = make("input", { id: label.htmlFor, type: "range", min: 0, max: last, autocomplete: "off" });
  const move = (steps) => change(values[Math.min(Math.max(0, Number(input.value) + steps), last)]);
  input.addEventListener("input", () => move(0));
  // Keys do on the slider what these do, so that Tab need not stop at them.
  const step = (sign, verb, steps) =>
    Object.assign(button(sign, () => move(steps)), { ariaLabel: `${verb} ${name}`, tabIndex: -1 });
  const row = [step("−", "Lower", -1), input, step("+", "Raise", 1)];
  return {
    element: make("div", { className: "living-control" }, label, value, ...row),
    show(now) {
      input.value = values.indexOf(now);
      value.textContent = format(now);
      input.setAttribute("aria-valuetext", format(now));
    },
  };
}

function list({ options }, label, change) {
  const entries = Object.entries(options).map(([value, text]) => new Option(text, value));
  const input = make("select", { id: label.htmlFor, autocomplete: "off" }, ...entries);
  input.addEventListener("change", () => change(input.value));
  return {
    element: make("div", { className: "living-control" }, label, input),
    show: (now) => (input.value = now),
  };
}

function button(text, act) {
  const element = make("button", { type: "button", textContent: text });
  element.addEventListener("click", act);
  return element;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
