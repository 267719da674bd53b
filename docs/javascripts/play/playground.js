// The playground: mounts the panels around the network at work, and keeps what is chosen in the
// address of the page, so that a link leads to the same network.
import { fromAddress, toAddress } from "./address.js";
import { App } from "./app.js";
import { mountBar } from "./bar.js";
import { mountControls } from "./controls.js";
import { mountCurves } from "./curves.js";
import { element, say } from "./elements.js";
import { mountGraph } from "./graph.js";
import { mountInspector } from "./inspector.js";
import { mountMap } from "./map.js";

const AT_ONCE = { bar: mountBar, map: mountMap, graph: mountGraph, curves: mountCurves, controls: mountControls, inspector: mountInspector };
// What is folded, or below: it comes when it is opened, or near the screen.
const LATER = {
  stepper: async () => (await import("./stepper.js")).mountStepper,
  lessons: async () => (await import("./lessons.js")).mountLessons,
  measures: async () => (await import("./measures-panel.js")).mountMeasures,
  race: async () => (await import("./race.js")).mountRace,
  share: async () => (await import("./share.js")).mountShare,
};
const KEPT_AFTER = 300; // ms after the last change, the address tells of it
const TOUR = /^#tour=/; // of the lessons, which read it themselves

export function mount(root) {
  const place = (name) => root.querySelector(`[data-panel="${name}"]`);
  const spoken = element("p", { class: "network-spoken", role: "status" });
  const notes = element("p", { class: "play-notes", role: "alert" });
  root.prepend(spoken, notes);

  const app = new App(choicesAt(location, notes), (text) => say(spoken, text));
  for (const [name, mountPanel] of Object.entries(AT_ONCE)) app.panels.push(mountPanel(place(name), app));
  for (const [name, load] of Object.entries(LATER)) whenNear(place(name), () => add(name, load));
  app.panels.push(keeper(app));
  app.show();
  root.dataset.ready = ""; // tests wait for it

  async function add(name, load) {
    const panel = (await load())(place(name), app);
    app.panels.push(panel);
    panel.show({ isFrame: false });
  }

  addEventListener("hashchange", () => {
    if (isState(location.hash)) app.load(choicesAt(location, notes));
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

// Keeps the address up to date, once nothing has changed for a while.
function keeper(app) {
  let waiting = 0;
  let kept = app.session.choices;
  const keep = () => {
    if (!TOUR.test(location.hash)) history.replaceState(history.state, "", toAddress(kept));
  };
  return {
    show() {
      if (app.session.choices === kept) return;
      kept = app.session.choices;
      clearTimeout(waiting);
      waiting = setTimeout(keep, KEPT_AFTER);
    },
  };
}

function whenNear(panel, act) {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    act();
  });
  watch.observe(panel);
}
