// What keys do in the editor: Tab moves code in, Enter keeps it there, Escape gives Tab back to the
// page. All is done as if it were typed, so that it can be undone.

const STEP = 4; // spaces
const STRAIGHT = { "“": '"', "”": '"', "‘": "'", "’": "'" }; // what a phone makes of quotes

export function mountKeys(field, run) {
  let leaves = false; // Escape was pressed: Tab goes on to the next control
  field.addEventListener("blur", () => (leaves = false));
  field.addEventListener("keydown", (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (key === "Escape") leaves = true;
    else if (key === "Tab" && !leaves && !ctrlKey && !altKey && !metaKey) {
      event.preventDefault();
      move(field, shiftKey);
    } else if (key === "Enter" && (ctrlKey || metaKey || shiftKey)) {
      event.preventDefault();
      run();
    } else if (!["Tab", "Shift"].includes(key)) leaves = false;
  });
  field.addEventListener("beforeinput", (event) => {
    const does = { insertLineBreak: breakLine, deleteContentBackward: eraseStep, insertText: straighten };
    if (does[event.inputType]?.(field, event.data)) event.preventDefault();
  });
}

// Moves the lines of the selection in or out; without one, the rest of the line.
export function move(field, out) {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const from = startOfLine(value, start);
  if (!out && !value.slice(start, end).includes("\n")) {
    write(field, start, end, " ".repeat(STEP - ((start - from) % STEP)));
    return;
  }
  const lines = value.slice(from, end).split("\n");
  const moved = lines.map((line) => (out ? line.replace(/^ {1,4}/, "") : line && " ".repeat(STEP) + line));
  const text = moved.join("\n");
  if (text === lines.join("\n")) return;
  write(field, from, end, text);
  field.setSelectionRange(Math.max(from, start + moved[0].length - lines[0].length), from + text.length);
}

// A new line begins where the last one does: a step further in after a colon, out after a `return`.
function breakLine(field) {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const line = value.slice(startOfLine(value, start), start);
  const further = /:\s*(#.*)?$/.test(line) ? STEP : 0;
  const back = /^\s*(return|raise|break|continue|pass)\b/.test(line) ? STEP : 0;
  const spaces = Math.max(0, /^ */.exec(line)[0].length + further - back);
  write(field, start, end, `\n${" ".repeat(spaces)}`);
  return true;
}

// In front of a line, a whole step is erased.
function eraseStep(field) {
  const { value, selectionStart: start, selectionEnd: end } = field;
  const before = value.slice(startOfLine(value, start), start);
  if (start !== end || !/^ +$/.test(before)) return false;
  write(field, start - (((before.length - 1) % STEP) + 1), start, "");
  return true;
}

function straighten(field, data) {
  if (!(data in STRAIGHT)) return false;
  write(field, field.selectionStart, field.selectionEnd, STRAIGHT[data]);
  return true;
}

const startOfLine = (text, at) => text.lastIndexOf("\n", at - 1) + 1;

function write(field, from, to, text) {
  field.setSelectionRange(from, to);
  const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
  if (done) return;
  field.setRangeText(text, from, to, "end"); // cannot be undone in such a browser
  field.dispatchEvent(new Event("input"));
}
