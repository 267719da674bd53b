// What the page says of how a run ended.
import { compared } from "./comparison.js";

export function said({ source, output }, { kind, line, stateKept }, exercise) {
  if (kind === "error") return line ? `An error in line ${line}, which is marked.` : "It ended with an error.";
  if (kind === "stopped") {
    const at = line ? `Stopped at line ${line}.` : "Stopped.";
    return `${at} ${stateKept === false ? lost() : "The variables are kept."}`;
  }
  if (exercise) return "Checked.";
  if (output.isEmpty) return "Done. It printed nothing.";
  return `Done. ${compared(source, output.printed)}`.trim();
}

// Why Python itself had to end.
const lost = () =>
  "Suspending" in WebAssembly
    ? "A single long step, such as an endless sum or a huge power, cannot be interrupted: Python itself had to end, " +
      "and the variables of this page are gone."
    : "This browser stops code only by ending Python itself: the variables of this page are gone.";
