// Mounts what is alive on a page. As a module, it runs when the page is there.
import { mountCopyButtons, mountScrollBoxes } from "./blocks.js";
import { mountColors } from "./colors.js";
import { mountProofs } from "./proof.js";
import { mountProofMarks } from "./proof-marks.js";

mountColors();
mountProofMarks();
mountProofs();
mountCopyButtons();
mountScrollBoxes();
document.documentElement.dataset.mounted = ""; // tests wait for it
const live = document.querySelector("[data-network]");
if (live) (await import("./home-network.js")).mount(live);
const ledger = document.querySelector("[data-ledger]");
if (ledger) (await import("./ledger.js")).mountLedger(ledger);
