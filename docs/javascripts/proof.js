// The proofs of a block: a card beside its mark lists what is proven in it. The mark opens it, and so
// does a number, at its own entry. What the card says stands on the page of the ledger that the mark
// links to, and is fetched from there once; where that fails, the mark is the link that it was.

const MARK = "a.proof";
const NUMBER = ".proven";
const OPENS_AFTER = 120; // ms
const CLOSES_AFTER = 250; // ms, time enough to move the pointer into the card
const GAP = 6; // px between mark and card
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const root = document.documentElement;
const marks = [...document.querySelectorAll(MARK)];
const markOf = new Map(marks.flatMap((mark) => mark.dataset.of.split(" ").map((id) => [id, mark])));

const card = document.createElement("div");
card.className = "proof-card";
card.id = "proof-card";
card.popover = "manual";
card.role = "group";
card.ariaLabel = "Proofs";
card.innerHTML = "<ul></ul><p><a>In the ledger</a><span>Arrow keys: other proofs</span></p>";

let shown = null; // the mark whose proofs the card lists
let wanted = null; // the mark or number that asked for it last
let stays = false; // it was clicked: the pointer may leave
let timer = 0;
let ledger = null; // the page of the ledger, once somebody asked

function later(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

// The rows of the ledger's page by the anchors of their pieces.
function rows(address) {
  ledger ??= fetch(address)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
    .then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      return new Map([...page.querySelectorAll(".ledger > li")].map((row) => [row.id, row]));
    });
  return ledger;
}

async function show(asked, byKeyboard = false) {
  clearTimeout(timer);
  const mark = asked.matches(MARK) ? asked : markOf.get(asked.id);
  if (!mark || asked === wanted || getComputedStyle(mark).visibility === "hidden") return;
  wanted = asked;
  const address = mark.href.split("#")[0];
  const found = await rows(address).catch((reason) => {
    wanted = null;
    throw reason;
  });
  if (wanted !== asked) return; // the reader went on meanwhile
  if (shown !== mark) fill(mark, found, address);
  card.classList.toggle("by-keyboard", byKeyboard);
  for (const entry of card.firstChild.children) {
    entry.toggleAttribute("data-asked", entry.dataset.of === asked.id && asked !== mark);
  }
  place(asked);
  card.scrollTop = card.querySelector("[data-asked]")?.offsetTop ?? 0;
}

function fill(mark, found, address) {
  close();
  shown = mark;
  const list = card.firstChild;
  list.replaceChildren();
  for (const id of mark.dataset.of.split(" ")) {
    const entry = document.importNode(found.get(id), true);
    for (const link of entry.querySelectorAll("a")) {
      link.href = new URL(link.getAttribute("href"), address);
    }
    entry.querySelector("a").href = `${address}#${id}`;
    entry.removeAttribute("id"); // the piece itself has it
    entry.dataset.of = id;
    const [how, before] = [entry, list.lastChild].map((each) => each?.querySelector("p > span"));
    if (how.textContent === before?.textContent) how.hidden = true; // said once for its neighbors
    list.append(entry);
  }
  card.lastChild.querySelector("a").href = mark.href;
  mark.after(card); // so that Tab leads from the mark into its card
  mark.ariaExpanded = "true";
  card.showPopover();
}

function place(asked) {
  const at = asked.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = root.clientWidth - width - GAP;
  const below = at.bottom + GAP + height <= window.innerHeight;
  card.style.left = `${Math.max(GAP, Math.min(at.left, room)) + window.scrollX}px`;
  card.style.top = `${(below ? at.bottom + GAP : at.top - GAP - height) + window.scrollY}px`;
}

function close() {
  if (shown) shown.ariaExpanded = "false";
  shown = null;
  card.remove(); // which also closes it
}

function hideProof() {
  clearTimeout(timer);
  wanted = null;
  stays = false;
  close();
}

const part = (target) =>
  target instanceof Element ? target.closest(`${MARK}, ${NUMBER}, .proof-card`) : null;
const follow = (mark) => () => (location.href = mark.href);

function open(asked, mark, byKeyboard) {
  show(asked, byKeyboard)
    .then(() => (stays = shown !== null))
    .catch(follow(mark));
}

function toggle(mark, byKeyboard) {
  if (shown === mark && stays) hideProof();
  else open(mark, mark, byKeyboard);
}

function click(event) {
  const found = part(event.target);
  if (!found) hideProof();
  else if (found.matches(NUMBER)) open(found, markOf.get(found.id));
  else if (found !== card && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    toggle(found, event.detail === 0);
  }
}

function press(event) {
  if (event.key === "Escape" && shown) {
    if (card.contains(document.activeElement)) shown.focus();
    hideProof();
  }
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const seen = marks.filter((mark) => mark.checkVisibility()); // not those of folded answers
  const here = seen.indexOf(event.target);
  const next = seen[here + STEPS[event.key]];
  if (here >= 0 && event.key === " ") {
    event.preventDefault();
    toggle(event.target, true);
  } else if (here >= 0 && next) {
    event.preventDefault();
    const wasOpen = shown === event.target;
    next.focus();
    if (wasOpen) toggle(next, true);
  }
}

function point(event) {
  if (event.pointerType === "touch" || stays) return;
  const found = part(event.target);
  if (found === card) clearTimeout(timer);
  else if (found) later(() => show(found).catch(() => {}), OPENS_AFTER);
  else later(hideProof, CLOSES_AFTER);
}

function focusMoved(event) {
  const found = part(event.target);
  if (shown && found !== shown && found !== card) hideProof();
}

export function mountProofs() {
  if (!("popover" in HTMLElement.prototype)) return;
  for (const mark of marks) {
    mark.role = "button";
    mark.ariaExpanded = "false";
  }
  document.addEventListener("pointerover", point);
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
  document.addEventListener("focusin", focusMoved);
}
