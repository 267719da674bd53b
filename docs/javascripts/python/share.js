// A link that carries code in its end: #run=neuron/weights.py:sum&code=…, and back. Whoever follows it
// sees the code in the editor of its block; nothing runs by itself.

const LONGEST = 8000; // letters; longer addresses get cut off on their way

// Returns { link }, or { error } where the code is too long for one.
export function linkTo(block, code) {
  const end = `#run=${encodeURIComponent(block)}&code=${packed(code)}`;
  if (end.length <= LONGEST) return { link: new URL(end, location.href).href };
  return { error: "This code is too long for a link: one holds about 5,900 letters." };
}

// Returns { block, code }, or { error }.
export function codeFrom(end) {
  if (end.length > LONGEST) return { error: "The code in this address is too long to be read." };
  try {
    const [, block, letters] = /^#run=([^&]+)&code=([\w-]*)$/.exec(end);
    return { block: decodeURIComponent(block), code: unpacked(letters).replaceAll("\r\n", "\n") };
  } catch {
    return { error: "The code in this address cannot be read: a part of it may be missing." };
  }
}

// Letters that no program changes in an address: base64 with - and _.
function packed(text) {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function unpacked(letters) {
  const bytes = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  const numbers = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(numbers);
}
