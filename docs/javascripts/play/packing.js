// Many numbers in few letters that an address may hold: bytes in base64, with - and _ for + and /.

const POINT = 9; // bytes: two coordinates in single precision, and a label

// What single precision keeps of a coordinate for sure, and what a reader wants to see in Python: six
// digits.
export function keptDigits(value) {
  return Math.abs(value) < 1e-30 ? 0 : Number(Math.fround(value).toPrecision(6));
}

export function packedNumbers(numbers) {
  const view = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((number, at) => view.setFloat64(8 * at, number, true));
  return packed(view);
}

export function packedPoints(points) {
  const view = new DataView(new ArrayBuffer(POINT * points.length));
  points.forEach(([a, b, label], at) => {
    view.setFloat32(POINT * at, a, true);
    view.setFloat32(POINT * at + 4, b, true);
    view.setUint8(POINT * at + 8, label);
  });
  return packed(view);
}

// The numbers, or null where the letters hold none.
export function unpackedNumbers(letters) {
  return unpacked(letters, 8, (view, from) => view.getFloat64(from, true));
}

export function unpackedPoints(letters) {
  return unpacked(letters, POINT, (view, from) => [
    view.getFloat32(from, true),
    view.getFloat32(from + 4, true),
    view.getUint8(from + 8),
  ]);
}

function packed(view) {
  const bytes = new Uint8Array(view.buffer);
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unpacked(letters, size, read) {
  if (!/^[\w-]*$/.test(letters) || letters.length % 4 === 1) return null;
  const text = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  if (text.length % size !== 0) return null;
  const view = new DataView(Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
  return Array.from({ length: text.length / size }, (_, at) => read(view, size * at));
}
