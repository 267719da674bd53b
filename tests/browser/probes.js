// What a visit asks of a page: one expression, an object of functions.
({
  // Waits until fonts are in and two frames have been drawn.
  settled: () =>
    document.fonts.ready.then(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    ),

  // Lays out what is left out while it is off the screen. The page's policy lets no style element
  // in, but a sheet made by a script.
  layOutEverything: () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
  },

  // How many elements the browser did not leave out, as it may while they are off the screen.
  laidOut: () =>
    [...document.querySelectorAll("body *")].filter((element) =>
      element.checkVisibility({ contentVisibilityAuto: true }),
    ).length,

  // Scripts that the first words wait for.
  blockingScripts: () =>
    [...document.querySelectorAll('script[src]:not([defer], [async], [type="module"])')].map(
      ({ src }) => src,
    ),

  // The color of the ground, as `rgb(…)`.
  ground: () => getComputedStyle(document.body).backgroundColor,

  policy: () => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? "",

  // What a reader gets to see; it must not depend on scripts.
  content: () => {
    const article = document.querySelector("article") ?? document.body;
    const count = (selector) => article.querySelectorAll(selector).length;
    return {
      text: article.innerText.trim().length > 0,
      equations: count(".katex"),
      drawings: count("figure svg"),
      code: count("pre code"),
      tables: count("table"),
    };
  },

  // What is wider than the page. Only boxes that scroll and drawings may hold such a thing.
  tooWide: () => {
    const page = document.documentElement;
    const scrolls = (box) => ["auto", "scroll"].includes(getComputedStyle(box).overflowX);
    const mayHoldWide = (box) => scrolls(box) || box.matches("svg, .katex-mathml");
    const excused = (box) => box !== page && (mayHoldWide(box) || excused(box.parentElement));
    const tooWide = [...document.querySelectorAll("article *")].filter(
      (box) => box.getBoundingClientRect().right > page.clientWidth + 1 && !excused(box),
    );
    const findings = tooWide.slice(0, 5).map((box) => box.outerHTML.slice(0, 120));
    const sideways = page.scrollWidth > page.clientWidth;
    return sideways ? [`the page is ${page.scrollWidth} px wide`, ...findings] : findings;
  },

  // Tables of which a column is out of sight. On a narrow screen the others may scroll under the
  // first one.
  cutTables: () => {
    const stays = (box) => getComputedStyle(box.querySelector("td")).position === "sticky";
    const narrow = innerWidth < 1280;
    return [...document.querySelectorAll("article .table")]
      .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth)
      .filter((box) => !(narrow && stays(box)))
      .map((box) => `${box.scrollWidth} px in ${box.clientWidth}: ${box.innerText.slice(0, 80)}`);
  },

  // Tables that reach under a list of contents.
  coveredTables: () => {
    const lists = [...document.querySelectorAll(".md-sidebar")]
      .map((list) => list.getBoundingClientRect())
      .filter(({ left, right }) => right > 0 && left < right);
    return [...document.querySelectorAll("article .table")]
      .map((box) => [box, box.getBoundingClientRect()])
      .filter(([, box]) => lists.some((list) => box.right > list.left && box.left < list.right))
      .map(([box]) => box.innerText.slice(0, 80));
  },

  // Text below 12 px, but for exponents and indices of formulas.
  tooSmall: () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const boxes = new Set();
    while (texts.nextNode()) {
      if (texts.currentNode.data.trim()) boxes.add(texts.currentNode.parentElement);
    }
    const excused = "script, style, noscript, .katex-mathml *, .vlist-s, .mtight, .mtight *";
    const scale = (box) => {
      if (!box.ownerSVGElement) return 1;
      const { a, b } = box.getScreenCTM();
      return Math.hypot(a, b);
    };
    return [...boxes]
      .filter((box) => !box.matches(excused) && box.checkVisibility({ visibilityProperty: true }))
      .filter((box) => box.getBoundingClientRect().width > 1) // else it is for screen readers
      .map((box) => [parseFloat(getComputedStyle(box).fontSize) * scale(box), box])
      .filter(([size]) => size < 11.99)
      .map(([size, box]) => `${size.toFixed(1)} px: ${box.outerHTML.slice(0, 120)}`);
  },

  // What axe-core, loaded before, finds.
  violations: async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`),
    );
  },

  // How far content moved by itself while the page loaded, as Web Vitals count it.
  layoutShift: () =>
    new Promise((done) => {
      new PerformanceObserver((list) => {
        const moved = list.getEntries().filter((entry) => !entry.hadRecentInput);
        done(moved.reduce((sum, entry) => sum + entry.value, 0));
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(0), 200); // a page where nothing moved reports nothing
    }),
})
