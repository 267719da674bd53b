// Brings figures of a chapter to life: what redraws a figure is fetched when it comes near the
// screen. Until a reader touches it, it is what the build drew.
const AHEAD = "900px"; // about a screen

export function mountLiving(figures) {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
        near.unobserve(target);
        enliven(target);
      }
    },
    { rootMargin: `${AHEAD} 0px` },
  );
  figures.forEach((root) => near.observe(root));
}

async function enliven(root) {
  const [{ mount }, figure] = await Promise.all([
    import("./mount.js"),
    import(`./${root.dataset.living}.js`),
  ]);
  mount(root, figure);
}
