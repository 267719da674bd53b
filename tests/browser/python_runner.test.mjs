// The runner in Pyodide itself, without a browser around it: what only Python in WebAssembly does.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { before, test } from "node:test";

import { loadPyodide } from "../../node_modules/pyodide/pyodide.mjs";

const PYTHON = fileURLToPath(new URL("../../docs/javascripts/python", import.meta.url));

// The worker asks the page whether to stop; here the third question is answered with yes.
const RUN = `
import runner

def run(code, stops_at=0):
    printed, questions = [], iter(range(1, 10**9))
    runner.watch(lambda: 0 < stops_at <= next(questions))
    outcome = runner.run(code, "block 1", "page", lambda _, text: printed.append(text), print)
    return outcome | {"printed": "".join(printed)}

run
`;

let run;

before(async () => {
  const pyodide = await loadPyodide();
  pyodide.mountNodeFS("/guide", PYTHON);
  pyodide.runPython('import sys; sys.path.append("/guide")');
  const python = pyodide.runPython(RUN);
  run = (...given) => {
    const proxy = python(...given);
    const outcome = proxy.toJs({ dict_converter: Object.fromEntries });
    proxy.destroy();
    return outcome;
  };
});

test("a block prints, shows its last value, and leaves its names to the next", () => {
  assert.deepEqual(run("x = 2\nprint('é')\nx"), { kind: "done", printed: "é\n2\n" });
  assert.equal(run("x + 1").printed, "3\n");
});

test("an error is told by CPython itself, with the reader's frames alone", () => {
  const { kind, traceback, line } = run("def f(x):\n    return 1 / x\n\nf(0)");
  assert.equal(kind, "error");
  assert.equal(line, 2);
  assert.equal(
    traceback,
    `Traceback (most recent call last):
  File "block 1 (edit 2)", line 4, in <module>
    f(0)
    ~^^^
  File "block 1 (edit 2)", line 2, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
`,
  );
});

const ENDLESS = {
  while: "while True: pass",
  exec: "exec('while True: pass')",
  "a key of sorted": "def key(x):\n    while True: pass\nsorted([2, 1], key=key)",
  "a generator": "sum(1 for _ in iter(int, 1))",
  "a comprehension": "[0 for _ in iter(int, 1) if False]",
  "a nested function": "def f():\n    def g():\n        while True: pass\n    g()\nf()",
  "except Exception":
    "while True:\n    try:\n        1 / 0\n    except Exception:\n        pass",
  "a bare except": "while True:\n    try:\n        x = 1\n    except:\n        pass",
  "two calls of itself": "def f(n):\n    return f(n - 1) + f(n - 2) if n > 1 else n\nf(90)",
};

for (const [shape, code] of Object.entries(ENDLESS)) {
  test(`an endless loop stops and keeps what was made: ${shape}`, () => {
    const { kind, line } = run(`made = 1\n${code}`, 3);
    assert.equal(kind, "stopped");
    assert.ok(line > 1);
    assert.equal(run("made").printed, "1\n");
  });
}

test("a function that calls itself without end is an error, and Python lives on", () => {
  for (const code of [
    "def f(n): return f(n + 1)\nf(0)",
    "def f(n): return g(n)\ndef g(n): return f(n)\nf(0)",
    "f = lambda x: sorted([x, x], key=f)\nf(0)",
    "class A:\n    def __repr__(self): return repr(self)\nA()",
    "class A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x",
  ]) {
    const { kind, sentence, traceback } = run(code);
    assert.equal(kind, "error", traceback);
    assert.match(sentence, /calls itself without end/);
    assert.ok(traceback.length < 20_500);
  }
  assert.equal(run("1 + 1").printed, "2\n");
});

const CANNOT = {
  "input()": /in the place of input\(\)/,
  "import threading\nthreading.Thread(target=print).start()": /has one thread/,
  "import subprocess\nsubprocess.run(['ls'])": /cannot start other programs/,
  "import multiprocessing\nmultiprocessing.Pool()": /cannot start other programs/,
  "import urllib.request\nurllib.request.urlopen('https://example.org')": /cannot reach the network/,
  "import tkinter": /no module _?tkinter/,
  "import torch": /PyTorch is not in this page/,
  "import sklearn": /scikit-learn is not in this page/,
  "open('mine.csv')": /sees no files of your computer/,
  "[0] * 10**9": /not enough memory/,
  "import js\njs.document": /no document here: Python runs beside the page/,
  "from js import window": /no window here: Python runs beside the page/,
};

for (const [code, words] of Object.entries(CANNOT)) {
  test(`what a page cannot do says so: ${code.split("\n").pop()}`, () => {
    const { kind, sentence, traceback } = run(code);
    assert.equal(kind, "error");
    assert.match(sentence ?? traceback, words);
  });
}

test("what a worker has can be reached", () => {
  assert.equal(run("import js\njs.Math.hypot(3, 4)").printed, "5\n");
  assert.equal(run("from pyodide_js import version\nprint(version.count('.'))").printed, "2\n");
});

test("a flood of text is cut, and so is a long value", () => {
  const flood = run("for n in range(10**5):\n    print(n)\n'x' * 10**7");
  assert.equal(flood.kind, "done");
  assert.ok(flood.printed.length < 10_000);
  const value = run("'x' * 10**7").printed;
  assert.ok(value.length < 10_500);
  assert.match(value, /of length 10,000,000/);
});
