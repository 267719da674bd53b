// Blocks of a page: code can be copied, and what scrolls sideways can be reached by keyboard.

const COPIED_FOR = 1500; // ms
const WIDE = ".equation, .table, .lab-output, .highlight pre > code";

export function mountCopyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".md-typeset .highlight:not(.source, .api-signature)")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      const parts = [...block.querySelectorAll("pre > code")].map(({ textContent }) => textContent);
      await navigator.clipboard.writeText(parts.join(""));
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), COPIED_FOR);
    });
    block.append(button);
  }
}

const told = new WeakSet();
const boxes = new ResizeObserver((entries) => tell(entries.map(({ target }) => target)));
// A font that arrives late makes a formula wider, and its box not.
document.fonts.addEventListener("loadingdone", () => mountScrollBoxes());

// The browser tells nothing of a box that it has left out so far. Until it does, the box can be
// reached, in case it scrolls.
export function mountScrollBoxes() {
  boxes.disconnect();
  for (const box of document.querySelectorAll(WIDE)) {
    if (!told.has(box)) box.tabIndex = 0;
    boxes.observe(box);
  }
}

// Asks all before it marks any: a question after a mark makes the browser lay out the page again.
function tell(targets) {
  const asked = targets.map((box) => [box, box.scrollWidth > box.clientWidth]);
  for (const [box, scrolls] of asked) {
    told.add(box);
    box.toggleAttribute("data-scrolls", scrolls);
    if (scrolls) box.tabIndex = 0;
    else if (box !== document.activeElement) box.removeAttribute("tabindex");
  }
}
