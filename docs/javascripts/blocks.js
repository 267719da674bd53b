// Blocks of a page: code can be copied, and what scrolls sideways can be reached by keyboard.

const COPIED_FOR = 1500; // ms
const WAITING = ".md-content__inner :is(.equation, .table, .nn-drawing)";
const WIDE = ".equation, .table, .lab-figure, .lab-output, .highlight code";

export function mountCopyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".md-typeset .highlight:not(.source, .api-signature)")) {
    if (block.querySelector(".copy")) continue;
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), COPIED_FOR);
    });
    block.append(button);
  }
}

const boxes = new ResizeObserver((entries) => tell(entries.map(({ target }) => target)));

export function mountScrollBoxes() {
  boxes.disconnect();
  for (const box of document.querySelectorAll(WIDE)) {
    boxes.observe(box);
  }
}

// Asks all before it marks any: a question after a mark makes the browser lay out the page again.
function tell(targets) {
  const asked = targets.map((box) => [box, box.scrollWidth > box.clientWidth]);
  for (const [box, scrolls] of asked) {
    box.toggleAttribute("data-scrolls", scrolls);
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

// What the style sheet lets wait for its turn is laid out a little at a time, whenever the browser
// has nothing else to do. The page is whole soon after it is shown, and no step holds up a reader.
const whenIdle = window.requestIdleCallback ?? ((action) => setTimeout(action, 50));

export function layOutTheRest() {
  const waiting = [...document.querySelectorAll(WAITING)];
  const next = () => {
    const some = waiting.splice(0, 2);
    for (const box of some) box.classList.add("laid-out");
    if (some.length) whenIdle(next);
  };
  whenIdle(next);
}
