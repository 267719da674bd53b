// The playground's state as the end of an address, such as #v=1&dataset=moons&hidden=4tanh,2relu, and
// back: its choices, of which it names only what differs from the usual start, and what is seen.
import { START } from "./choices.js";
import { choiceFrom, written } from "./forms.js";
import { settled } from "./settled.js";
import { START_VIEW, VIEW_PARTS, viewFrom, viewParts } from "./view.js";

const VERSION = "1";
const LONGEST = 50_000; // letters: 500 points and the largest network need a quarter of it
const KNOWN = ["v", ...Object.keys(START), ...VIEW_PARTS];

export function toAddress(choices, view = START_VIEW) {
  const parts = Object.keys(START)
    .filter((name) => written(name, choices[name]) !== written(name, START[name]))
    .map((name) => `${name}=${written(name, choices[name])}`);
  return `#${[`v=${VERSION}`, ...parts, ...viewParts(view)].join("&")}`;
}

// Returns { choices, view, notes }: for an address that says nothing of choices, or nothing that can
// be read, the usual start.
export function fromAddress(hash) {
  const text = typeof hash === "string" ? hash.replace(/^#/, "") : "";
  if (!text.includes("=")) return usual([]); // none, or the name of a heading
  if (text.length > LONGEST) return refused("is too long to be read");
  const parts = new URLSearchParams(text);
  if (parts.get("v") !== VERSION) return refused("is of no version that this page knows");
  const { choices, notes } = settled(choicesFrom(parts));
  const view = viewFrom(parts, choices, notes);
  if ([...parts.keys()].some((name) => !KNOWN.includes(name))) {
    notes.push("Some of this address means nothing here and is left out.");
  }
  return { choices, view, notes };
}

function choicesFrom(parts) {
  const names = Object.keys(START).filter((name) => parts.has(name));
  return Object.fromEntries(names.map((name) => [name, choiceFrom(name, parts.get(name))]));
}

const usual = (notes) => ({ choices: settled({}).choices, view: START_VIEW, notes });
const refused = (why) => usual([`This address ${why}: here is the usual start.`]);
