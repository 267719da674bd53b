// The button for colors: those of the reader's system, light, or dark. What a reader chose is kept in
// the browser; a script in the head of docs/overrides/main.html sets it before anything is drawn.

const KEY = "nnbyhand.colors";
const CHOICES = ["system", "light", "dark"];
const NAMES = { system: "as on your system", light: "light", dark: "dark" };

const root = document.documentElement;

export function mountColors() {
  const button = document.querySelector("button.colors");
  if (!button) return;
  const told = [...document.querySelectorAll('meta[name="theme-color"]')].map((meta) => [
    meta,
    meta.media,
  ]);

  function show() {
    const chosen = chosenColors();
    button.title = `Colors: ${NAMES[chosen]}. Change to ${NAMES[after(chosen)]}`;
    button.ariaLabel = button.title;
    for (const [meta, media] of told) {
      meta.media = chosen === "system" ? media : media.includes(chosen) ? "all" : "not all";
    }
  }

  button.addEventListener("click", () => {
    root.dataset.colors = after(chosenColors());
    show();
    try {
      localStorage.setItem(KEY, root.dataset.colors);
    } catch {
      // A browser that keeps nothing shows the choice on this page alone.
    }
  });
  show();
}

const chosenColors = () => (CHOICES.includes(root.dataset.colors) ? root.dataset.colors : "system");
const after = (choice) => CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
