// Which parts of Python some code needs, as far as its lines tell. It is asked before Python is there:
// what is fetched early need not be waited for, and readers are told of it.

const IMPORT = /(?:^|[;:])[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([^#;\n]+))/gm;

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
