// One tour beside the network: its parts, and the way to the others.
import { keptTours } from "../progress.js";
import { element } from "./elements.js";
import { tourParts } from "./tour-parts.js";

export { setUp } from "./tour-steps.js";
export { toursFrom } from "./tours.js";

export function tourView(tours, at, { app, show, close }) {
  const tour = tours[at];
  return element(
    "section",
    {
      class: "tour",
      "aria-label": `Tour ${at + 1} of ${tours.length}`,
      keydown: ({ key }) => key === "Escape" && close(),
    },
    element(
      "header",
      {},
      chooser(tours, at, show),
      element("button", { type: "button", click: close }, "End the tour"),
    ),
    element("h2", { tabindex: "-1" }, tour.title),
    ...tourParts(tour, app),
    element("footer", {}, turn(tours, at - 1, "Previous", show), turn(tours, at + 1, "Next", show)),
  );
}

function chooser(tours, at, show) {
  const taken = keptTours();
  const options = tours.map(({ name, title }, index) => {
    const mark = taken.includes(name) ? " (taken)" : "";
    return element("option", { selected: index === at }, `${index + 1}. ${title}${mark}`);
  });
  const select = element("select", { "aria-label": "Tour", autocomplete: "off" }, ...options);
  select.addEventListener("change", () => show(select.selectedIndex));
  return select;
}

function turn(tours, at, word, show) {
  if (!tours[at]) return "";
  return element("button", { type: "button", click: () => show(at) }, `${word}: ${tours[at].title}`);
}
