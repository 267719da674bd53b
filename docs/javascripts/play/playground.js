// The playground: mounts the panels around the network at work, and keeps its state in the address of
// the page, so that a link leads to the same network.
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

  const { choices, view } = stateAt(location, notes);
  const app = new App(choices, (text) => say(spoken, text), view);
  for (const [name, mountPanel] of Object.entries(AT_ONCE)) app.panels.push(mountPanel(place(name), app));
  app.panels.push(addressOf(app), ...latecomers(place, app));
  app.open(panelIn(location));
  root.dataset.ready = ""; // tests wait for it

  addEventListener("hashchange", () => {
    if (!isState(location.hash)) return app.open(panelIn(location));
    const found = stateAt(location, notes);
    return app.load(found.choices, found.view);
  });
}

// The state that the address names, or the one in which everyone begins.
function stateAt({ hash }, notes) {
  const found = fromAddress(isState(hash) ? hash : "");
  say(notes, found.notes.join(" "));
  return found;
}

// Headings of the page have addresses, too, and so have tours.
const isState = (hash) => hash.includes("=") && !TOUR.test(hash);

// The panel that an address leads to.
const panelIn = ({ hash }) => (TOUR.test(hash) ? "tours" : hash.slice(1));

// Keeps the address up to date, once nothing has changed for a while. What training changes is no
// part of it.
function addressOf(app) {
  let waiting = 0;
  const now = () => toAddress(app.session.choices, app.view);
  let told = now();
  const tell = () => history.replaceState(history.state, "", told);
  return {
    show({ isFrame }) {
      if (isFrame || now() === told) return;
      told = now();
      clearTimeout(waiting);
      if (!TOUR.test(location.hash)) waiting = setTimeout(tell, KEPT_AFTER);
    },
  };
}
