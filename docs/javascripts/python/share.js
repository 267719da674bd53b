// A link that carries code in its end: #run=neuron/weights.py:sum&code=…, and back. Whoever follows it
// sees the code in the editor of its block; nothing runs by itself.

const LONGEST = 8000; // letters; longer addresses get cut off on their way

// Returns { link }, or { error } where the code is too long for one.
export function linkTo(block, code) {
  const letters = btoa(String.fromCharCode(...new TextEncoder().encode(code.slice(0, LONGEST))));
  const packed = letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const end = `#run=${encodeURIComponent(block)}&code=${packed}`;
  if (code.length > LONGEST || end.length > LONGEST) {
    return { error: `This code is too long for a link, which holds ${LONGEST.toLocaleString("en")} letters.` };
  }
  return { link: new URL(end, location.href).href };
}

// Returns { block, code }, or { error }.
export function codeFrom(end) {
  if (end.length > LONGEST) return { error: "The code in this address is too long to be read." };
  try {
    const [, block, packed] = /^#run=([^&]+)&code=([\w-]*)$/.exec(end);
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const code = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { block: decodeURIComponent(block), code: code.replaceAll("\r\n", "\n") };
  } catch {
    return { error: "The code in this address cannot be read: a part of it may be missing." };
  }
}
