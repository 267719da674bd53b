// The tours beside the network, one at a time: which one is shown, and the way from one to the next.
import { keptTours } from "../progress.js";
import { element } from "./elements.js";

const ADDRESS = /^#tour=([\w-]+)$/;

// `root` holds a link to the page of the tours; it stays, for those who would rather read.
export function mountTours(root, app) {
  const page = root.querySelector("a").href;
  const begin = element("button", { type: "button", click: () => open() }, "Take a tour");
  const place = element("div");
  let tours = null; // read when the first one is asked for, as is how to show one
  let view = null;

  // Without a name, the first tour that the reader has not taken.
  async function open(name) {
    try {
      view ??= await import("./tour-view.js");
      tours ??= await view.toursFrom(page);
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
    view.setUp(tours[at].steps, app);
    const panel = view.tourView(tours, at, { app, show, close });
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
