// What a reader has read, solved and toured: shown in the side list and on the home page, kept in
// this browser alone, erased by a button at the end of each chapter. A chapter counts as read once
// its end has been on the screen, a tour of the playground once its answer has, an exercise in the
// page once all of its checks pass.

// { chapter: { read, solved: [exercise, …], of: exercises }, tours: [name, …], exercises: [name, …] }
const KEY = "nnbyhand.progress";
const CHAPTER = /\/learn\/([\w-]+)\/(?:index\.html)?$/;

const chapterAt = ({ pathname }) => CHAPTER.exec(pathname)?.[1];
const here = chapterAt(location);
const SIDE_LIST = '.md-nav--primary a.md-nav__link:not([href*="#"])';
const begin = document.querySelector(".home-start")?.cloneNode(true);
let unkept; // what a browser that keeps nothing shows on this page alone

export function mountProgress() {
  const panel = document.querySelector(".progress");
  if (panel) mountEnd(panel);
  if (here) answers().forEach(mountSolved);
  // Other tabs write, too; and a page that the browser brings back shows what it showed before.
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  show();
}

export const keptTours = () => keptNames("tours");
export const keepTour = (name) => keepName("tours", name);
export const keptExercises = () => keptNames("exercises");
export const keepExercise = (name) => keepName("exercises", name);

function keptNames(list) {
  const { [list]: names } = kept();
  return Array.isArray(names) ? names : [];
}

function keepName(list, name) {
  const names = keptNames(list);
  if (!names.includes(name)) keep({ ...kept(), [list]: [...names, name] });
}

const answers = () => [...document.querySelectorAll("article details.success")];

function mountEnd(panel) {
  const box = panel.querySelector("input");
  box.addEventListener("change", () => {
    end.disconnect();
    change({ read: box.checked });
  });
  panel.querySelector("button").addEventListener("click", () => {
    if (confirm("Forget which chapters you have read, and which exercises and tours you have done?")) keep({});
  });
  const end = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    end.disconnect();
    change({ read: true });
  });
  end.observe(panel);
}

// The box lies over the line that unfolds the answer, and takes no room of its own.
function mountSolved(answer, at) {
  const label = document.createElement("label");
  label.className = "solved";
  label.innerHTML = '<input type="checkbox"> Solved';
  label.firstChild.addEventListener("change", ({ target }) => {
    const others = of(kept(), here).solved.filter((other) => other !== at);
    change({ solved: target.checked ? [...others, at] : others });
  });
  answer.before(label);
}

function change(news) {
  const all = kept();
  keep({ ...all, [here]: { ...of(all, here), of: answers().length, ...news } });
}

function kept() {
  if (unkept) return unkept;
  try {
    return Object(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return {};
  }
}

function keep(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
    unkept = undefined;
  } catch {
    unkept = all; // storage is blocked or full
  }
  show();
}

// What is kept of a chapter; anything could stand there.
function of(all, chapter) {
  const { read, solved, of } = Object(all[chapter]);
  const list = Array.isArray(solved) ? solved.filter(Number.isInteger) : [];
  return { read: read === true, solved: list, of: Number(of) || 0 };
}

function show() {
  const all = kept();
  const { read, solved } = of(all, here);
  for (const box of document.querySelectorAll(".progress input")) box.checked = read;
  document.querySelectorAll(".solved input").forEach((box, at) => (box.checked = solved.includes(at)));
  for (const link of document.querySelectorAll(`${SIDE_LIST}, .chapter-map a`)) {
    link.querySelector(".way-mark")?.remove();
    const mark = markOf(of(all, chapterAt(link)));
    if (mark) link.append(mark);
  }
  if (begin) showBeginning(all);
}

// The home page's first link goes on behind the last chapter that was read.
function showBeginning(all) {
  const chapters = [...document.querySelectorAll(".chapter-map a")];
  const next = chapters[chapters.findLastIndex((link) => of(all, chapterAt(link)).read) + 1];
  const link = begin.cloneNode(true);
  if (next && next !== chapters[0]) {
    link.href = next.href;
    link.textContent = `Continue: ${next.firstChild.textContent}`;
  }
  document.querySelector(".home-start").replaceWith(link);
}

function markOf({ read, solved: { length }, of }) {
  const said = [read && "read", length && `${length} of ${of} exercises solved`].filter(Boolean);
  if (!said.length) return null;
  const mark = document.createElement("span");
  mark.className = "way-mark";
  mark.toggleAttribute("data-read", read);
  mark.innerHTML = '<span aria-hidden="true"></span><span class="way-said"></span>';
  mark.firstChild.textContent = length ? `${length}/${of}` : "";
  mark.lastChild.textContent = `, ${said.join(", ")}`;
  return mark;
}
