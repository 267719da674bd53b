// The provenance card: what stands behind a number or block, beside it. One card serves all marks.
// It shows on hover, on keyboard focus and on the first tap; without it, a mark is a link to the
// ledger.

const MARK = "a.proof[data-proof]";
const OPENS_AFTER = 120; // ms
const CLOSES_AFTER = 250; // ms, time enough to move the pointer into the card
const GAP = 6; // px between mark and card

const card = document.createElement("div");
card.className = "proof-card";
card.id = "proof-card";
card.popover = "manual";
card.innerHTML = `<p></p><span><a>Source</a> <a>In the ledger</a></span>`;
const [sentence, source, ledger] = card.querySelectorAll("p, a");

let mark = null;
let timer = 0;
let byTouch = false;

function later(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

function show(wanted) {
  clearTimeout(timer);
  if (wanted === mark || !wanted.isConnected) return;
  hideProof();
  mark = wanted;
  sentence.textContent = mark.dataset.proof;
  source.hidden = !mark.dataset.source; // what is not proven yet has none
  source.href = mark.dataset.source ?? "";
  ledger.href = mark.href;
  mark.after(card); // so that Tab leads from the mark into its card
  mark.setAttribute("aria-describedby", card.id);
  card.showPopover();
  place();
}

function place() {
  const at = mark.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = document.documentElement.clientWidth - width - GAP;
  const below = at.bottom + GAP + height <= window.innerHeight;
  card.style.left = `${Math.max(GAP, Math.min(at.left, room)) + window.scrollX}px`;
  card.style.top = `${(below ? at.bottom + GAP : at.top - GAP - height) + window.scrollY}px`;
}

function hideProof() {
  clearTimeout(timer);
  mark?.removeAttribute("aria-describedby");
  mark = null;
  card.remove(); // which also closes it
}

function markOrCard(target) {
  return target instanceof Element ? target.closest(`${MARK}, .proof-card`) : null;
}

function enter(target, delay) {
  const found = markOrCard(target);
  if (found === card) clearTimeout(timer);
  else if (found) later(() => show(found), delay);
}

function leave(target) {
  if (mark && !markOrCard(target)) later(hideProof, CLOSES_AFTER);
}

function tap(event) {
  const found = markOrCard(event.target);
  if (!found) hideProof();
  else if (found !== card && byTouch && found !== mark) {
    event.preventDefault();
    event.stopPropagation();
    show(found);
  }
}

if ("popover" in HTMLElement.prototype) {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    enter(event.target, OPENS_AFTER);
    leave(event.target);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible")) enter(event.target, 0);
    leave(event.target);
  });
  document.addEventListener("pointerdown", (event) => {
    byTouch = event.pointerType === "touch";
  });
  document.addEventListener("click", tap, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideProof();
  });
}
