// Brings the style sheet of what runs code, where the page did not ask for it itself.

const SHEET = new URL("../../stylesheets/python.css", import.meta.url).href;

export function loadSheet() {
  if ([...document.styleSheets].some(({ href }) => href === SHEET)) return undefined;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = SHEET;
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}
