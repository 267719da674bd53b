// What a reader wrote into blocks, kept in this browser by page and block. A hash of the code that the
// block came with stands beside it: where the page has changed since, an old edit is left alone.

const KEY = "nnbyhand.edits"; // { page: { block: { of: hash, code } } }
const LONGEST = 50_000; // letters of one edit

export function keptEdit(block, original) {
  const edit = all()[location.pathname]?.[block];
  return edit?.of === hash(original) && typeof edit.code === "string" ? edit.code : null;
}

// Returns whether the edit is kept; the original code needs no keeping.
export function keepEdit(block, original, code) {
  const pages = all();
  const { [block]: _, ...others } = pages[location.pathname] ?? {};
  const isKept = code !== original && code.length <= LONGEST;
  const here = isKept ? { ...others, [block]: { of: hash(original), code } } : others;
  const { [location.pathname]: __, ...rest } = pages;
  const written = write(Object.keys(here).length ? { ...rest, [location.pathname]: here } : rest);
  return code === original || (isKept && written);
}

export const countEdits = () =>
  Object.values(all()).reduce((sum, edits) => sum + Object.keys(Object(edits)).length, 0);

export const dropAllEdits = () => write({});

function all() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found?.constructor === Object ? found : {};
  } catch {
    return {};
  }
}

function write(pages) {
  try {
    if (Object.keys(pages).length) localStorage.setItem(KEY, JSON.stringify(pages));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false; // no room, or a browser that keeps nothing
  }
}

// FNV-1a: short, and different for texts that differ in a letter.
function hash(text) {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193);
  return (value >>> 0).toString(36);
}
