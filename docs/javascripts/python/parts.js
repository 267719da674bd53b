// The parts of Python that runtime.json lists: which of them some code needs, what they weigh, and where
// their files are. Both sides ask: the page before it fetches anything, the worker when it does.

const IMPORT = /(?:^|[;:])[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([^#;\n]+))/gm;

// What the lines of some code seem to import: good enough to fetch it early, and to tell readers of it.
export function importedBy(code) {
  const names = [...code.matchAll(IMPORT)].flatMap(([, from, list]) => (from ? [from] : list.split(",")));
  return [...new Set(names.map((name) => name.trim().split(/[.\s]/)[0]).filter(Boolean))];
}

// Those parts that give the names, each after the parts that it needs itself.
export function partsFor(parts, names) {
  const wanted = parts.filter(({ imports = [] }) => imports.some((name) => names.includes(name)));
  const needed = (part) => [...parts.filter(({ name }) => part.needs?.includes(name)).flatMap(needed), part];
  return [...new Set(wanted.flatMap(needed))];
}

export const bytesOf = ({ bytes, files }) => bytes ?? files.reduce((sum, file) => sum + file.bytes, 0);

// A file of the site is asked for by its content, too: no cache on the way can give an older one.
export function addressOf({ name, sha256 }, root) {
  const address = new URL(name, root);
  if (address.origin === location.origin) address.search = sha256.slice(0, 16);
  return address.href;
}

// One cache holds all that a site keeps; another site may share its origin. offline.js names it, too.
export const cacheFor = (site) => `nnbyhand ${site.pathname}`;
