// Chooses the example that all numbers in the network are shown for: the one before, the next one,
// or by its number.
import { element, mark, say } from "./elements.js";
import { exampleName, pointText, targetText } from "./naming.js";
import { chosenRow } from "./pass.js";

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
        click: () => choose(chosenRow(app) + by),
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
    const within = Number.isInteger(row) ? ((row % count()) + count()) % count() : chosenRow(app);
    app.chooseExample(within);
    number.value = within + 1;
    return app.say(exampleName(app.session, within));
  }

  function show() {
    const { task } = app.session;
    const row = chosenRow(app);
    mark(number, "max", String(count()));
    if (document.activeElement !== number) number.value = row < 0 ? "" : row + 1;
    const about = () => `of ${count()}: ${pointText(task.train, row)}, ${targetText(task, row)}`;
    say(rest, row < 0 ? "none yet" : about());
  }

  return { root, show };
}
