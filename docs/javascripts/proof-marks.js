// The button that hides the marks of proofs, and shows them again. What a reader chose is kept in the
// browser; a script in the head of docs/overrides/main.html sets it before anything is drawn.

const KEY = "nnbyhand.proof-marks";

export function mountProofMarks() {
  const button = document.querySelector("button.proof-marks");
  if (!button) return; // a page without proofs
  const { dataset } = document.documentElement;

  function tell() {
    const hidden = dataset.proofMarks === "hidden";
    button.title = hidden ? "Show proof marks" : "Hide proof marks";
    button.ariaLabel = button.title;
  }

  button.addEventListener("click", () => {
    dataset.proofMarks = dataset.proofMarks === "hidden" ? "shown" : "hidden";
    tell();
    try {
      localStorage.setItem(KEY, dataset.proofMarks);
    } catch {
      // A browser that keeps nothing follows the choice on this page alone.
    }
  });
  tell();
}
