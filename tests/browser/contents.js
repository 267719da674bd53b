// Whether the table of contents marks what is read: one expression, a function that is told which
// entries to try, by their numbers, and returns an object of functions. Each returns what is wrong,
// in words.
((tried) => {
  const LANDS_ABOVE = 90; // px below the top of the window: the header, and some air
  const links = [...document.querySelectorAll('.md-sidebar--secondary a[href*="#"]')].filter(
    (link) => link.offsetHeight,
  );
  const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
  const rest = () =>
    new Promise((done) =>
      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  const marked = () =>
    links
      .map((link, at) => [link, at])
      .filter(([link]) => link.matches(".md-nav__link--active[aria-current=location]"))
      .map(([, at]) => at);
  const atEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const fault = (way, at) =>
    marked().join() === (at < 0 ? "" : String(at))
      ? []
      : [`${way}: ${links[at]?.hash} is read, marked: ${marked().map((i) => links[i].hash)}`];
  // The last heading before what stands at a point near the top of the window; null in the space
  // between two sections.
  const under = () => {
    const { left, width } = document.querySelector("article").getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, LANDS_ABOVE);
    const follows = (heading) =>
      heading === there || heading.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING;
    return there.querySelector("h1, h2, h3") ? null : headings.findLastIndex(follows);
  };

  return {
    entries: () => links.map(({ hash }) => hash),

    click: async () => {
      const faults = [];
      for (const at of tried) {
        const link = links[at];
        link.click();
        await rest();
        const { top } = headings[at].getBoundingClientRect();
        if ((top < 53 || top > LANDS_ABOVE) && !atEnd()) faults.push(`${link.hash} landed at ${top}`);
        faults.push(...fault("click", at));
      }
      return faults;
    },

    scroll: async () => {
      const faults = [];
      const tops = () => headings.map((heading) => heading.getBoundingClientRect().top + scrollY);
      scrollTo(0, 0);
      await rest();
      const before = tops()[0] > LANDS_ABOVE ? undefined : 0;
      // A page that is no longer than the window stays where the reader was sent.
      if (marked()[0] !== before && !atEnd()) faults.push(`top: marked: ${links[marked()[0]]?.hash}`);
      for (const at of tried) {
        const next = tops()[at + 1] ?? document.documentElement.scrollHeight;
        scrollTo(0, (tops()[at] + next) / 2 - LANDS_ABOVE);
        await rest();
        const read = under();
        if (read !== null && !atEnd()) faults.push(...fault("scroll", read));
      }
      scrollTo(0, document.documentElement.scrollHeight);
      await rest();
      return [...faults, ...fault("end", links.length - 1)];
    },

    addressed: () => fault("address", links.findIndex(({ hash }) => hash === location.hash)),
  };
})
