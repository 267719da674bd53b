// What blocks of code know without a browser: links and back, edits that are kept, results compared.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { compared } from "../../docs/javascripts/python/comparison.js";
import { countEdits, dropAllEdits, keepEdit, keptEdit } from "../../docs/javascripts/python/edits.js";
import { codeFrom, linkTo } from "../../docs/javascripts/python/share.js";

const HERE = "https://example.org/guide/learn/neuron/";
const CODE = "print('¡ñ→ 🙂')\n\tx = a & b | c  # 100 %\n";
let kept = new Map();
let isFull = false;

beforeEach(() => {
  kept = new Map();
  isFull = false;
  globalThis.location = new URL(HERE);
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => kept.delete(key),
    setItem(key, value) {
      if (isFull) throw new DOMException("no room", "QuotaExceededError");
      kept.set(key, value);
    },
  };
});

test("code goes into a link and comes back as it was", () => {
  for (const code of ["", "x", CODE, "\n\n", "é".repeat(2900)]) {
    const { link } = linkTo("neuron/a_b.py:sum", code);
    assert.ok(link.startsWith(`${HERE}#run=neuron`));
    assert.match(new URL(link).hash, /^#run=[\w%.-]+&code=[\w-]*$/);
    assert.deepEqual(codeFrom(new URL(link).hash), { block: "neuron/a_b.py:sum", code });
  }
});

test("what is too long or cut off is refused with a sentence", () => {
  assert.match(linkTo("a.py", "x".repeat(6000)).error, /too long/);
  assert.match(codeFrom(`#run=a.py&code=${"A".repeat(8000)}`).error, /too long/);
  const { hash } = new URL(linkTo("a.py", CODE).link);
  for (const broken of ["#run=a.py", "#run=&code=eA", "#run=%&code=eA", "#run=a&code=e A", `${hash.slice(0, -3)}!`, "#run=a&code=_w", "#run=a&code=A"]) {
    assert.match(codeFrom(broken).error, /cannot be read/, broken);
  }
});

test("an edit is kept for its block, on its page, as long as the original is the same", () => {
  assert.equal(keptEdit("a.py", "x = 1"), null);
  assert.ok(keepEdit("a.py", "x = 1", "x = 2"));
  assert.ok(keepEdit("b.py", "x = 1", "x = 3"));
  assert.equal(keptEdit("a.py", "x = 1"), "x = 2");
  assert.equal(keptEdit("b.py", "x = 1"), "x = 3");
  assert.equal(keptEdit("a.py", "x = 1 "), null);
  assert.equal(keptEdit("a.py", "x = l"), null);
  location.pathname = "/guide/learn/losses/";
  assert.equal(keptEdit("a.py", "x = 1"), null);
  assert.ok(keepEdit("a.py", "y", "z"));
  assert.equal(countEdits(), 3);
  assert.ok(keepEdit("a.py", "y", "y")); // the original again
  assert.equal(countEdits(), 2);
  dropAllEdits();
  assert.equal(kept.size, 0);
});

test("what cannot be kept is said, and what nobody can read is as nothing", () => {
  assert.equal(keepEdit("a.py", "x", "y".repeat(50_001)), false);
  assert.equal(keptEdit("a.py", "x"), null);
  isFull = true;
  assert.equal(keepEdit("a.py", "x", "y"), false);
  isFull = false;
  for (const strange of ["{", "null", "7", '"text"', `{"${location.pathname}": 3}`, `{"${location.pathname}": {"a.py": null}}`]) {
    kept.set("nnbyhand.edits", strange);
    assert.equal(keptEdit("a.py", "x"), null, strange);
    assert.ok(countEdits() >= 0);
    assert.ok(keepEdit("a.py", "x", "y"), strange);
    assert.equal(keptEdit("a.py", "x"), "y", strange);
  }
  globalThis.localStorage = undefined;
  assert.equal(keptEdit("a.py", "x"), null);
  assert.equal(keepEdit("a.py", "x", "y"), false);
});

const SAME = "Same results as on the page.";
const block = (run = "a.py", ...siblings) => {
  const chain = siblings.reduceRight(
    (next, [name, textContent]) => ({
      textContent,
      nextElementSibling: next,
      matches: (selector) => selector.split(", ").includes(`.${name}`),
    }),
    null,
  );
  return { dataset: { run }, nextElementSibling: chain };
};

test("results in the code are those that a run must print", () => {
  const original = "x = 1\nprint(x)\n#> 1\nprint()\n#>\nprint('a  b')\n#> a  b";
  const source = { block: block(), original, isEdited: false };
  assert.equal(compared(source, "1\n\na  b\n"), SAME);
  assert.equal(compared(source, "1 \n\na  b"), SAME); // the page shows no spaces at the end
  assert.match(compared(source, "1\n\na b\n"), /something else .* from the same code/);
  assert.equal(compared({ ...source, isEdited: true }, "2\n"), "");
  assert.match(compared(source, ""), /something else/);
  assert.equal(compared({ ...source, original: "print(1)  # #> no" }, "1\n"), "");
  assert.equal(compared({ ...source, block: block("example:1") }, "other"), "");
});

test("in a lab they are what stands below the cell, and not below the next", () => {
  const parts = [["package-link", "Install"], ["lab-output", "one\ntwo"], ["lab-figure", "0 1"], ["lab-output", "three"], ["highlight", "code"], ["lab-output", "four"]];
  const source = { block: block("lab:1", ...parts), original: "print()", isEdited: false };
  assert.equal(compared(source, "one\ntwo\nthree\n"), SAME);
  assert.match(compared(source, "one\ntwo\nthree\nfour\n"), /something else/);
});
