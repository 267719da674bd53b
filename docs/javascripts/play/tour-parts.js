// One tour, from its question to its answer: the reader predicts, takes the steps, and then reads
// what happened. Each part comes when the one before it is done.
import { keepTour } from "../progress.js";
import { element } from "./elements.js";
import { takeStep } from "./tour-steps.js";

export function tourParts(tour, app) {
  const answer = element("div", { hidden: true });
  const steps = stepsOf(tour, app, () => {
    answer.hidden = false;
    keepTour(tour.name);
    app.say("This was the last step. The answer now stands below the steps.");
  });
  const predictions = predictionsOf(tour, (chosen) => {
    if (steps.hidden) app.say("Now try it. The steps stand below.");
    steps.hidden = false;
    answer.replaceChildren(element("h3", {}, "The answer"), verdict(tour, chosen), ...copies(tour.answer));
  });
  return [...copies(tour.question), predictions, steps, answer];
}

function predictionsOf({ name, predictions }, onChoice) {
  const choices = predictions.map((prediction) => {
    const input = element("input", { type: "radio", name: `tour-${name}`, change: () => onChoice(prediction) });
    return element("label", {}, input, prediction.text);
  });
  const legend = element("legend", {}, "What do you expect?");
  return element("fieldset", { class: "tour-predictions" }, legend, ...choices);
}

function verdict({ predictions }, chosen) {
  const right = predictions.find(({ isRight }) => isRight);
  const said = chosen === right ? "It went as you expected: " : `You expected “${chosen.text}” It went like this: `;
  return element("p", { class: "tour-verdict" }, said, element("strong", {}, right.text));
}

// `onLast` is called once every step has been taken.
function stepsOf({ steps }, app, onLast) {
  const left = new Set(steps);
  const items = steps.map((step, at) => {
    const item = element("li");
    const take = () => {
      takeStep(steps, at, app);
      item.dataset.taken = "";
      if (left.delete(step) && left.size === 0) onLast();
    };
    item.append(element("button", { type: "button", click: take }, step.label), ...copies(step.parts));
    item.querySelectorAll(".tour-panel").forEach((link) => leadTo(link, app));
    return item;
  });
  return element("ol", { class: "tour-steps", hidden: true }, ...items);
}

// A link to a panel of the playground unfolds it; the tour keeps its place in the address.
function leadTo(link, app) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    app.open(link.hash.slice(1));
  });
}

const copies = (nodes) => nodes.map((node) => node.cloneNode(true));
