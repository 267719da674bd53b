// Mounts what is alive on a page. `document$` is the theme's: it speaks once for every page shown,
// also for those that instant navigation puts into the same document.
import { mountCopyButtons, mountScrollBoxes } from "./blocks.js";
import { hideProof } from "./proof.js";

document$.subscribe(async () => {
  hideProof();
  mountCopyButtons();
  mountScrollBoxes();
  document.documentElement.dataset.mounted = ""; // tests wait for it
  const live = document.querySelector("[data-network]");
  if (live) (await import("./home-network.js")).mount(live);
});
