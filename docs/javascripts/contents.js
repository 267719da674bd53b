// Marks in the table of contents the section that is read: the last whose heading has reached the
// line at which headings land when one goes to them. Where the page ends before the last headings
// get there, it marks the one that the reader was sent to, or else the last.

const SLACK = 2; // px, for what browsers round

export function mountContents() {
  const links = [...document.querySelectorAll('.md-nav--secondary a.md-nav__link[href*="#"]')];
  const headingOf = ({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1)));
  const headings = [...new Set(links.map(headingOf))].filter(Boolean);
  if (!headings.length) return;
  const root = document.documentElement;
  let marked = null;
  let sent = true; // by an address, and not scrolled away since

  function read() {
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop) + SLACK;
    const tops = headings.map((heading) =>
      heading.hidden ? Infinity : heading.getBoundingClientRect().top,
    );
    let at = tops.findLastIndex((top) => top <= line);
    const goal = sent ? headings.indexOf(document.querySelector(":target")) : -1;
    const ends = scrollY + innerHeight >= root.scrollHeight - SLACK;
    if (ends && (scrollY > 0 || goal >= 0)) {
      at = goal >= at && goal >= 0 ? goal : tops.findLastIndex(Number.isFinite);
    } else sent = false;
    if (headings[at] !== marked) mark((marked = headings[at]));
  }

  function mark(heading) {
    for (const link of links) {
      const here = heading !== undefined && headingOf(link) === heading;
      link.classList.toggle("md-nav__link--active", here);
      if (here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
      if (here) keepInSight(link);
    }
  }

  function arrive() {
    sent = true;
    read();
  }

  addEventListener("scroll", () => requestAnimationFrame(read), { passive: true });
  addEventListener("resize", read);
  for (const name of ["hashchange", "load", "pageshow"]) addEventListener(name, arrive);
  // A second click on the same link changes no address.
  document.addEventListener("click", ({ target }) => {
    if (target.closest?.('a[href*="#"]')) setTimeout(arrive);
  });
  requestAnimationFrame(read);
}

// The list scrolls in a box of its own, when it is longer than the window.
function keepInSight(link) {
  const box = link.closest(".md-sidebar--secondary .md-sidebar__scrollwrap");
  if (!box) return;
  const [at, frame] = [link, box].map((element) => element.getBoundingClientRect());
  if (at.top < frame.top || at.bottom > frame.bottom) {
    box.scrollTop += at.top - frame.top - frame.height / 2;
  }
}
