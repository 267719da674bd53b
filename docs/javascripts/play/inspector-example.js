// Chooses the example that all numbers in the network are shown for: the one before, the next one,
// or by its number.
import { element, mark, say } from "./elements.js";
import { exampleName, pointText, targetText } from "./naming.js";

export function exampleChooser(app) {
  const number = element("input", {
    type: "number",
    min: 1,
    step: 1,
    class: "play-number",
    autocomplete: "off",
    "aria-label": "Number of the example",
    change: () => choose(Number(number.value) - 1),
  });
  const count = () => app.session.task.train.count;
  const rest = element("span", { class: "inspector-point" });
  const turn = (text, name, by) =>
    element(
      "button",
      {
        type: "button",
        class: "play-button",
        "aria-label": name,
        title: name,
        click: () => choose(app.example + by),
      },
      text,
    );
  const root = element(
    "div",
    { class: "inspector-example", role: "group", "aria-label": "Example" },
    turn("‹", "Previous example", -1),
    "Example ",
    number,
    rest,
    turn("›", "Next example", 1),
  );

  function choose(row) {
    if (count() === 0) return app.say("There is no example yet. Draw some points first.");
    const within = Number.isInteger(row) ? ((row % count()) + count()) % count() : app.example;
    app.chooseExample(within);
    show();
    return app.say(exampleName(app.session, within));
  }

  function show() {
    const { task } = app.session;
    mark(number, "max", String(count()));
    number.value = count() > 0 ? app.example + 1 : "";
    say(
      rest,
      count() > 0
        ? `of ${count()}: ${pointText(task.train, app.example)}, ${targetText(task, app.example)}`
        : "none yet",
    );
  }

  return { root, show };
}
