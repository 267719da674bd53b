// The playground: mounts the panels around the network at work, and keeps what is chosen in the
// address of the page, so that a link leads to the same network.
import { fromAddress, toAddress } from "./address.js";
import { App } from "./app.js";
import { mountBar } from "./bar.js";
import { mountControls } from "./controls.js";
import { mountCurves } from "./curves.js";
import { element, say } from "./elements.js";
import { mountGraph } from "./graph.js";
import { mountMap } from "./map.js";

const AT_ONCE = { bar: mountBar, map: mountMap, graph: mountGraph, curves: mountCurves, controls: mountControls };
const LATER = {
  inspector: async () => (await import("./inspector.js")).mountInspector,
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
  app.panels.push(addressOf(app), ...latecomers(place, app));
  app.show();
  root.dataset.ready = ""; // tests wait for it

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

// What stands where a panel could not be loaded.
const faultOf = (again) =>
  element(
    "p",
    { class: "play-error", role: "alert" },
    "This part could not be loaded. If another try does not help, load the page anew. ",
    element("button", { type: "button", class: "play-button", click: again }, "Try again"),
  );

// Stand in for the panels that come once their place is on the screen; the inspector, already when
// something is chosen that it can show.
function latecomers(place, app) {
  return Object.entries(LATER).map(([name, load]) => {
    let panel = null;
    let seen = app.selected;
    let isComing = false;
    let fault = null; // said where it could not come
    const come = async () => {
      if (isComing) return;
      isComing = true;
      watch.disconnect();
      fault?.remove();
      const mountPanel = await load().catch(() => null);
      if (!mountPanel) {
        isComing = false;
        fault = faultOf(come);
        return place(name).append(fault);
      }
      panel = mountPanel(place(name), app);
      return panel.show({ isFrame: false });
    };
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) come();
    });
    watch.observe(place(name));
    const look = async () => {
      seen = app.selected;
      await come();
      if (seen) place(name).scrollIntoView({ block: "nearest" });
    };
    const openTour = () => TOUR.test(location.hash) && come();
    if (name === "lessons") {
      addEventListener("hashchange", openTour);
      openTour();
    }
    return {
      show(how) {
        if (name === "inspector" && app.selected !== seen) look();
        panel?.show(how);
      },
    };
  });
}
