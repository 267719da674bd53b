// Mounts what is alive on a page. As a module, it runs when the page is there.
import { mountCopyButtons, mountScrollBoxes } from "./blocks.js";
import { mountColors } from "./colors.js";
import { mountContents } from "./contents.js";
import { mountProgress } from "./progress.js";
import { mountProofs } from "./proof.js";
import { mountProofMarks } from "./proof-marks.js";

mountColors();
mountProofMarks();
mountProofs();
mountCopyButtons();
mountScrollBoxes();
mountContents();
mountProgress();
document.documentElement.dataset.mounted = ""; // tests wait for it
const playground = document.querySelector("[data-playground]");
if (playground) (await import("./play/playground.js")).mount(playground);
const live = document.querySelector("[data-network]");
if (live) (await import("./home-network.js")).mount(live);
const questions = document.querySelector("[data-questions]");
if (questions) (await import("./questions.js")).mount(questions);
const wheel = document.querySelector('a[download][href$=".whl"]');
if (wheel) (await import("./install.js")).mount(wheel);
const ledger = document.querySelector("[data-ledger]");
if (ledger) (await import("./ledger.js")).mount(ledger);
const figures = document.querySelectorAll("[data-living]");
if (figures.length) (await import("./living/living.js")).mountLiving(figures);
const exercises = document.querySelectorAll("[data-exercise]");
if (exercises.length) (await import("./python/exercises.js")).mount(exercises);
const runnable = document.querySelector("[data-run]");
if (runnable) (await import("./python/blocks.js")).mountRunButtons();
