// Stand in for the panels that are not needed at once. Each comes when its place is on the screen, or
// when it is asked for; then it is also brought into sight.
import { faultOf } from "./fault.js";

const LATER = {
  inspector: async () => (await import("./inspector.js")).mountInspector,
  stepper: async () => (await import("./stepper.js")).mountStepper,
  tours: async () => (await import("./tours-panel.js")).mountTours,
  measures: async () => (await import("./measures-panel.js")).mountMeasures,
  race: async () => (await import("./race-panel.js")).mountRace,
  share: async () => (await import("./share.js")).mountShare,
};

// `placeOf` finds the place of a panel by its name.
export const latecomers = (placeOf, app) => Object.keys(LATER).map((name) => latecomer(name, placeOf(name), app));

function latecomer(name, place, app) {
  let panel = null;
  let seen = wishFor(name, app);
  const watch = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) come();
  });
  watch.observe(place);

  let coming = null;
  const come = () => (coming ??= load());

  async function load() {
    watch.disconnect();
    place.querySelector(":scope > .play-error")?.remove();
    const mountPanel = await LATER[name]().catch(() => null);
    if (mountPanel) {
      panel = mountPanel(place, app);
      panel.show({ isFrame: false });
    } else {
      coming = null;
      place.append(faultOf(come));
    }
  }

  async function bring() {
    await come();
    const fold = place.querySelector(":scope > details");
    if (fold) fold.open = true;
    panel?.show({ isFrame: false }); // now, or it would grow after it was brought into sight
    fold?.querySelector("summary").focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  return {
    show(how) {
      const wish = wishFor(name, app);
      const isNew = wish !== seen;
      seen = wish;
      if (isNew && wish) bring();
      panel?.show(how);
    },
  };
}

// What a reader has asked for that this panel can show: the inspector, what is chosen; others,
// themselves.
function wishFor(name, { selected, opened }) {
  if (name === "inspector") return selected;
  return opened?.name === name ? opened : null;
}
