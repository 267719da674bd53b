// The order of a page: which blocks stand above one, and which of them have run as they are now.
import { runnable } from "./blocks.js";

const ran = new Map(); // panel: its code when it last ran to its end

export const noteRun = (panel, code) => ran.set(panel, code);
export const hasRun = (panel) => ran.get(panel) === panel.code();

// Forgets what has run: in one space, or in all, as when Python itself has ended.
export function forgetRuns(space) {
  for (const panel of [...ran.keys()]) {
    if (space === undefined || panel.space === space) ran.delete(panel);
  }
}

// The blocks above, from the top. What stands in a folded answer is for that answer alone.
export function blocksAbove(block) {
  const foldOf = (each) => each.closest("details");
  const blocks = runnable();
  return blocks
    .slice(0, blocks.indexOf(block))
    .filter((each) => foldOf(each) === null || foldOf(each) === foldOf(block));
}
