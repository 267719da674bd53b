// The order of a page: which blocks stand above one, and which of them have run as they are now.
import { runnable } from "./blocks.js";

const ran = new Map(); // panel: its code when it last ran to its end

export const noteRun = (panel) => ran.set(panel, panel.code());
export const hasRun = (panel) => ran.get(panel) === panel.code();

// Forgets what has run: in one space, or in all, as when Python itself has ended.
export function forgetRuns(space) {
  for (const panel of [...ran.keys()]) {
    if (space === undefined || panel.space === space) ran.delete(panel);
  }
}

// The panels of the blocks above, from the top. A folded answer is for its own answer alone.
export function above(panel, panelOf) {
  const blocks = runnable();
  return blocks
    .slice(0, blocks.indexOf(panel.block))
    .filter((block) => [null, panel.block.closest("details")].includes(block.closest("details")))
    .map(panelOf)
    .filter(({ space }) => space === panel.space);
}
