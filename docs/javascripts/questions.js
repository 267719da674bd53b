// Chooses among the interview questions: by level, by words, or one at random. All of them stand
// on the page as it comes; this hides those that are not asked for.
import { holds } from "./words.js";

const LEVELS = ["Basic", "Intermediate", "Advanced"];

export function mount(tools) {
  const sections = sectionsOf(tools.parentElement);
  const all = sections.flatMap(({ questions }) => questions);
  const { level, words, unfold, draw, count } = controls(tools);
  const shown = () => all.filter(({ details }) => !details.hidden);

  function label() {
    const open = shown().length > 0 && shown().every(({ details }) => details.open);
    unfold.textContent = open ? "Close all" : "Open all";
  }

  function filter() {
    for (const { details, text } of all) {
      const fits = level.selectedIndex === 0 || text.startsWith(level.value.toLowerCase());
      details.hidden = !fits || !holds(text, words.value);
    }
    for (const { parts, questions } of sections) {
      const empty = questions.every(({ details }) => details.hidden);
      for (const part of parts) part.hidden = empty;
    }
    const left = shown().length;
    count.textContent = counted(left, all.length);
    unfold.disabled = draw.disabled = left === 0;
    label();
  }

  function drawOne() {
    const last = document.querySelector(".question.drawn");
    const others = shown().filter(({ details }) => details !== last);
    const { details } = others[Math.floor(Math.random() * others.length)] ?? shown()[0];
    last?.classList.remove("drawn");
    details.classList.add("drawn");
    details.open = false;
    details.firstElementChild.focus({ preventScroll: true });
    details.scrollIntoView({ block: "center" });
  }

  level.addEventListener("change", filter);
  words.addEventListener("input", filter);
  draw.addEventListener("click", drawOne);
  unfold.addEventListener("click", () => {
    const open = unfold.textContent === "Open all";
    for (const { details } of shown()) details.open = open;
  });
  for (const { details } of all) details.addEventListener("toggle", label);
  // A result of the search may lead to a section that is hidden: show everything before it scrolls.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href*='#']");
    if (!link || !document.getElementById(link.hash.slice(1))?.hidden) return;
    level.selectedIndex = 0;
    words.value = "";
    filter();
  });
  filter();
}

function counted(left, all) {
  if (left === 0) return "No question matches.";
  return left === all ? `${all} questions` : `${left} of ${all} questions`;
}

// The headings and what stands below each, up to the next one, and its entries in the contents.
function sectionsOf(page) {
  const sections = [];
  for (const part of page.children) {
    if (part.tagName === "H2") sections.push({ parts: entriesOf(part), questions: [] });
    const section = sections.at(-1);
    if (part.matches("details.question")) {
      section.questions.push({ details: part, text: part.textContent.trim().toLowerCase() });
    } else {
      section?.parts.push(part);
    }
  }
  return sections;
}

function entriesOf({ id }) {
  const links = document.querySelectorAll(`.md-nav--secondary a[href="#${id}"]`);
  return [...links].map((link) => link.parentElement);
}

function controls(tools) {
  const add = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    tools.append(element);
    return element;
  };
  const level = add("select", { ariaLabel: "Level" });
  level.append(...["All levels", ...LEVELS].map((name) => new Option(name)));
  return {
    level,
    words: add("input", { type: "search", placeholder: "Filter by words", ariaLabel: "Filter by words" }),
    unfold: add("button", { type: "button", textContent: "Open all" }),
    draw: add("button", { type: "button", textContent: "Random question" }),
    count: add("output", {}),
  };
}
