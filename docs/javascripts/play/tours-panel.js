// The tours beside the network, one at a time: which one is shown, and the way from one to the next.
import { keptTours } from "../progress.js";
import { element } from "./elements.js";
import { tourParts } from "./tour-parts.js";
import { setUp } from "./tour-steps.js";
import { toursFrom } from "./tours.js";

const ADDRESS = /^#tour=([\w-]+)$/;

// `root` holds a link to the page of the tours; it stays, for those who would rather read.
export function mountTours(root, app) {
  const page = root.querySelector("a").href;
  const begin = element("button", { type: "button", click: () => open() }, "Take a tour");
  const place = element("div");
  let tours = null; // read when the first one is asked for

  // Without a name, the first tour that the reader has not taken.
  async function open(name) {
    try {
      tours ??= await toursFrom(page);
    } catch {
      app.say("The tours could not be loaded. The link beside this button leads to the page that tells them.");
      return;
    }
    const named = tours.findIndex((tour) => tour.name === name);
    if (name && named < 0) app.say("There is no tour of this name, so here is another one.");
    const taken = keptTours();
    const next = tours.findIndex((tour) => !taken.includes(tour.name));
    show(Math.max(named < 0 ? next : named, 0));
  }

  function show(at) {
    // First the address: the state would else be told in it.
    history.replaceState(history.state, "", `#tour=${tours[at].name}`);
    setUp(tours[at].steps, app);
    const panel = tourPanel(tours, at, { app, show, close });
    place.replaceChildren(panel);
    begin.hidden = true;
    root.dataset.tour = tours[at].name;
    panel.querySelector("h2").focus();
  }

  function close() {
    place.replaceChildren();
    begin.hidden = false;
    delete root.dataset.tour;
    history.replaceState(history.state, "", location.pathname + location.search);
    begin.focus();
  }

  function openNamed() {
    const [, name] = ADDRESS.exec(location.hash) ?? [];
    if (name) open(name);
  }

  root.prepend(begin);
  root.append(place);
  addEventListener("hashchange", openNamed);
  openNamed();
  return { show() {} };
}

function tourPanel(tours, at, { app, show, close }) {
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
