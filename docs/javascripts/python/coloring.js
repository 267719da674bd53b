// Colors Python as the build does: the same classes, from one look at the text. Comments, texts,
// numbers and keywords are enough for an editor; what is not told apart stays as it is.
import { element } from "../play/elements.js";

const LONGEST = 30_000; // letters; a longer text stays in one color, so that typing never waits

const KEYWORDS = new Set(
  (
    "as assert async await break class continue def del elif else except finally for from global if " +
    "import lambda match case nonlocal pass raise return try while with yield"
  ).split(" "),
);
const OPERATORS = new Set(["and", "in", "is", "not", "or"]);
const CONSTANTS = new Set(["False", "None", "True"]);

// A text in three quotes may go over lines, and one that is not closed goes to the end.
const TEXT = /[rbfuRBFU]{0,2}(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)/;
const NUMBER = /(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?j?)/;
const PARTS = new RegExp(
  [
    "(?<result>^#>.*)",
    "(?<comment>#.*)",
    `(?<text>${TEXT.source})`,
    "(?<decorator>^\\s*@[\\w.]+)",
    "(?<=\\b(?:def|class)\\s+)(?<name>\\w+)",
    "(?<word>[A-Za-z_]\\w*)",
    `(?<number>${NUMBER.source})`,
  ].join("|"),
  "gm",
);
const CLASSES = { comment: "c1", text: "s2", decorator: "nd", name: "nf", number: "mi" };

export function colored(code) {
  const parts = new DocumentFragment();
  if (code.length > LONGEST) parts.append(code);
  else parts.append(...pieces(code));
  return parts;
}

function* pieces(code) {
  let done = 0;
  for (const { 0: text, index, groups } of code.matchAll(PARTS)) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    const name = kind === "word" ? classOf(text) : CLASSES[kind];
    if (kind === "result") {
      yield code.slice(done, index);
      yield element("span", { class: "go" }, element("span", { class: "gp" }, text.slice(0, 2)), text.slice(2));
    } else if (name) {
      yield code.slice(done, index);
      yield element("span", { class: name }, text);
    } else continue;
    done = index + text.length;
  }
  yield code.slice(done);
}

function classOf(word) {
  if (KEYWORDS.has(word)) return "k";
  if (OPERATORS.has(word)) return "ow";
  return CONSTANTS.has(word) ? "kc" : undefined;
}
