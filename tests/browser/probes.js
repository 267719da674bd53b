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
