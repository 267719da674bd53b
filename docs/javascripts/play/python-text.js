// How numbers are written in Python, and lists of them in lines of at most 79 letters.

const WIDTH = 79;

// As JavaScript writes them, but for whole ones so large that Python would not make floats of them.
export function number(value) {
  return Number.isInteger(value) && Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
}

export function listed(name, items) {
  const lines = [];
  for (const item of items) {
    const longer = `${lines.at(-1)} ${item},`;
    if (lines.length > 0 && longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(`    ${item},`);
  }
  return [`${name} = [`, ...lines, "]"];
}
