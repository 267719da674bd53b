// The playground: mounts the panels around the network at work, and keeps what is chosen in the
// address of the page, so that a link leads to the same network.
import { fromAddress, toAddress } from "./address.js";
import { App } from "./app.js";
import { mountBar } from "./bar.js";
import { mountControls } from "./controls.js";
import { mountCurves } from "./curves.js";
import { element, say } from "./elements.js";
import { mountGraph } from "./graph.js";
import { latecomers } from "./latecomers.js";
import { mountMap } from "./map.js";

const AT_ONCE = { bar: mountBar, map: mountMap, graph: mountGraph, curves: mountCurves, controls: mountControls };
const KEPT_AFTER = 300; // ms after the last change, the address tells of it
const TOUR = /^#tour=/; // which one, its panel reads

export function mount(root) {
  const place = (name) => root.querySelector(`[data-panel="${name}"]`);
  const spoken = element("p", { class: "network-spoken", role: "status" });
  const notes = element("p", { class: "play-notes", role: "alert" });
  root.prepend(spoken, notes);

  const app = new App(choicesAt(location, notes), (text) => say(spoken, text));
  for (const [name, mountPanel] of Object.entries(AT_ONCE)) app.panels.push(mountPanel(place(name), app));
  app.panels.push(addressOf(app), ...latecomers(place, app));
  app.open(panelIn(location));
  root.dataset.ready = ""; // tests wait for it

  addEventListener("hashchange", () => {
    if (isState(location.hash)) app.load(choicesAt(location, notes));
    else app.open(panelIn(location));
  });
}

// The choices that the address names, or those that everyone begins with.
function choicesAt({ hash }, notes) {
  const found = fromAddress(isState(hash) ? hash : "");
  say(notes, found.notes.join(" "));
  return found.choices;
}

// Headings of the page have addresses, too, and so have tours.
const isState = (hash) => hash.includes("=") && !TOUR.test(hash);

// The panel that an address leads to.
const panelIn = ({ hash }) => (TOUR.test(hash) ? "tours" : hash.slice(1));

// Keeps the address up to date, once nothing has changed for a while.
function addressOf(app) {
  let waiting = 0;
  let told = app.session.choices;
  const tell = () => history.replaceState(history.state, "", toAddress(told));
  return {
    show() {
      if (app.session.choices === told) return;
      told = app.session.choices;
      clearTimeout(waiting);
      if (!TOUR.test(location.hash)) waiting = setTimeout(tell, KEPT_AFTER);
    },
  };
}
