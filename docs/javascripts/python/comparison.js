// Compares what a run printed with what the page shows: the results in its code, or in a lab what
// stands below the cell.

const ON_PAGE = ".lab-output, .lab-figure, .package-link";

// Returns a sentence; an empty one where the page shows no results, or may well differ.
export function compared(source, printed) {
  const shown = lines(resultsOf(source).join("\n"));
  if (!shown) return "";
  if (shown === lines(printed)) return "Same results as on the page.";
  // Changed code is meant to differ. An example of the reference may leave out what differs, and show
  // what only a prompt would.
  if (source.isEdited || source.block.dataset.run.startsWith("example:")) return "";
  return "This run printed something else than the page shows, from the same code: numbers may round otherwise here.";
}

function resultsOf({ block, original }) {
  const results = original
    .split("\n")
    .filter((line) => line.startsWith("#>"))
    .map((line) => line.slice(2).replace(/^ /, ""));
  for (let next = block.nextElementSibling; next?.matches(ON_PAGE); next = next.nextElementSibling) {
    if (next.matches(".lab-output")) results.push(next.textContent);
  }
  return results;
}

// The build leaves out spaces at the ends of lines, and empty lines around.
const lines = (text) => text.replace(/[ \t]+$/gm, "").replace(/^\n+|\n+$/g, "");
