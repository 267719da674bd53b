// Text from a file or a spreadsheet, cut into rows of cells. What cannot be read is told with its
// line.
const DELIMITERS = ["\t", ";", ","];
const LONGEST = 1_000_000; // letters

export class Unreadable extends Error {}

// Says in which line what came, and what to do.
export function refuse(line, came, hint) {
  throw new Unreadable(`Line ${line}: ${came}. ${hint}`);
}

// Returns { delimiter, rows }, of each row its line, from 1, and its cells; blank lines are none.
export function tableOf(text) {
  if (typeof text !== "string" || text.length > LONGEST) {
    throw new Unreadable("This is too much to be read. Leave out all but the first 500 rows.");
  }
  if (text.includes("\0")) throw new Unreadable("This is no text. Save it as CSV in UTF-8.");
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [first = ""] = clean.split("\n").filter((line) => line.trim() !== "");
  const outside = first.replace(/"[^"]*"/g, "");
  const delimiter = DELIMITERS.find((each) => outside.includes(each)) ?? ",";
  return { delimiter, rows: rowsOf(clean, delimiter) };
}

function rowsOf(text, delimiter) {
  const rows = [];
  let row = { line: 1, cells: [] };
  for (let at = 0, line = 1; at <= text.length;) {
    const { cell, next } = cellFrom(text, at, delimiter, line);
    row.cells.push(cell);
    line += text.slice(at, next).split("\n").length - 1;
    if (text[next] !== delimiter) {
      if (row.cells.some((each) => each !== "")) rows.push(row);
      line += 1;
      row = { line, cells: [] };
    }
    at = next + 1;
  }
  return rows;
}

// The cell that begins at a place, without the spaces around it, and the place of what ends it.
function cellFrom(text, from, delimiter, line) {
  const isEnd = (at) => at >= text.length || text[at] === delimiter || text[at] === "\n";
  let at = from;
  while (text[at] === " ") at += 1;
  if (text[at] === '"') return quotedFrom(text, at + 1, isEnd, line);
  while (!isEnd(at)) at += 1;
  return { cell: text.slice(from, at).trim(), next: at };
}

// The same for one in quotes, from behind the first of them; two quotes in it stand for one.
function quotedFrom(text, from, isEnd, line) {
  let cell = "";
  let at = from;
  for (; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
    if (at >= text.length) {
      refuse(line, "a quote is opened and never closed", "Close it, or take it away.");
    }
    if (text[at] === '"') at += 1;
    cell += text[at];
  }
  at += 1;
  while (text[at] === " ") at += 1;
  if (!isEnd(at)) {
    const [rest] = text.slice(at, at + 20).split("\n");
    refuse(line, `“${rest}” follows a closing quote`, "Put the whole cell in quotes.");
  }
  return { cell: cell.trim(), next: at };
}
