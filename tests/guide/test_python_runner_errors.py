"""Errors in the page read as CPython tells them, name a line, and say it in plain words."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import runner
from runner import mistakes, syntax_mistakes

NAME = "neuron, block 1"


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    runner.forget("page")


def outcome(code: str, name: str = NAME) -> dict[str, Any]:
    return runner.run(code, name, "page", lambda *_: None, lambda *_: None)


# What a file of its own prints when CPython runs it, a frame of a library and all.
FAILING = {
    "zero": "def f(x):\n    return 1 / x\n\n\nprint(f(1) + f(0))",
    "last": "x = [1, 2]\nx[2] + (\n    1\n)",
    "chained": "try:\n    {}['a']\nexcept KeyError as error:\n    raise ValueError('x') from error",
    "context": "try:\n    1 / 0\nexcept ZeroDivisionError:\n    undefined_name",
    "suppressed": "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('x') from None",
    "group": (
        "errors = []\nfor text in ('a', 'b'):\n    try:\n        int(text)\n"
        "    except ValueError as error:\n        errors.append(error)\n"
        "raise ExceptionGroup('two', errors)"
    ),
    "note": "error = ValueError('x')\nerror.add_note('see page 3')\nraise error",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)",
    "custom": "class Odd(Exception):\n    def __str__(self):\n        return 'odd'\nraise Odd",
    "lambda": "f = lambda x: x.missing\n[f(x) for x in (1, 2)]",
    "class": "class A:\n    x = 1\n    y = x + 'a'",
    "assert": "assert 1 == 2, 'not equal'",
    "generator": "def g():\n    yield 1\n    raise RuntimeError('end')\nfor x in g():\n    pass",
    "bracket": "x = (1,\ny = 2",
    "colon": "for n in range(3)\n    print(n)",
    "indent": "def f():\nreturn 1",
    "unexpected indent": "x = 1\n  y = 2",
    "tab": "if True:\n\tx = 1\n        y = 2",
    "quote": "print('a)",
    "return": "x = 1\nreturn x",
    "break": "if True:\n    break",
    "assign": "f(x) = 1",
    "print": "print 'a'",
    "keyword": "lambda = 0.1",
    "umlaut": "größe = 1\nprint(größe, größe.größen)",
    "exec": "exec('x = (')",
}


@pytest.mark.parametrize("kind", FAILING)
def test_the_text_is_that_of_cpython(kind: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(FAILING[kind] + "\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, str(script)],
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    expected = done.stderr.replace(str(script), NAME)
    assert as_compared(outcome(FAILING[kind])["traceback"]) == as_compared(expected)


def as_compared(text: str) -> str:
    """Return a traceback without what hangs on the frames below, or on the version."""
    text = re.sub(r"repeated \d+ more", "repeated so many more", text)
    text = re.sub(r" \(most recent call last\)", "", text)
    if sys.version_info < (3, 12):  # there only the interpreter's own printer suggests names
        text = re.sub(r"\. Did you mean: '\w+'\?", "", text)
    if sys.version_info < (3, 13):  # there it marks the first letter alone
        text = re.sub(r"\^+(?=\nIndentationError)", "^", text)
    return text.strip()


def test_frames_of_libraries_are_left_out() -> None:
    code = "import json\n\ndef load(text):\n    return json.loads(text)\n\nload('{')"
    found = outcome(code)
    assert found["traceback"].count("File ") == 2
    assert "json/decoder" not in found["traceback"].replace(os.sep, "/")
    assert found["traceback"].splitlines()[-1].startswith("json.decoder.JSONDecodeError: Expecting")
    assert found["line"] == 4


def test_what_a_library_met_on_its_way_is_left_out() -> None:
    found = outcome("import collections\ncollections.ChainMap().pop('a')")
    assert found["traceback"].count("KeyError") == 1
    assert "During handling" not in found["traceback"]


def test_readers_code_that_a_library_calls_stays() -> None:
    code = "import functools\nfunctools.reduce(lambda a, b: a / b, [1, 0])"
    assert outcome(code)["traceback"].count(NAME) == 2


def test_two_functions_that_call_each_other_are_shortened() -> None:
    code = "def even(n):\n    return odd(n + 1)\ndef odd(n):\n    return even(n + 1)\neven(0)"
    found = outcome(code)
    assert found["traceback"].count("File ") == 30
    assert re.search(r"^  \[\d{3,} more frames\]$", found["traceback"], re.MULTILINE)
    assert "calls itself without end" in found["sentence"]


def test_a_huge_message_is_cut() -> None:
    text = outcome("raise ValueError('x' * 10_000_000)")["traceback"]
    assert len(text) < 21_000
    assert "more characters]" in text


def test_an_error_in_an_earlier_block_marks_the_line_of_this_one() -> None:
    outcome("def f():\n\n    return 1 / 0")
    assert outcome("x = 1\nf()", "neuron, block 2")["line"] == 2


@pytest.mark.parametrize(
    ("code", "line"),
    [("x = 1\ny = (", 2), ("\n\nfor", 3), ("x = 1\n\n\nz", 4), ("def f():\n    1 / 0\n\nf()", 2)],
)
def test_the_line_to_mark(code: str, line: int) -> None:
    assert outcome(code)["line"] == line


# Each of the commonest mistakes, and words that the sentence on it has.
SAID = {
    "x = np.zeros(2)": "write import numpy as np first",
    "math.exp(1)": "write import math first",
    "gradient = 1\nprint(gradiemt)": "do you mean gradient,",
    "Print(1)": "do you mean print,",
    "print(hello)": "quotation marks",
    "if True\n    x = 1": "Line 1 opens a block, so it must end in a colon",
    "for n in range(3):\nprint(n)": "four spaces further in",
    "x = 1\n    y = 2": "Line 2 begins further in",
    "if True:\n        x = 1\n    y = 2": "Line 3 begins in a column",
    "if True:\n\tx = 1\n        y = 2": "use spaces alone",
    "x = 1\nif x = 1:\n    pass": "write ==",
    "f(x) = 2": "To the left of = stands a name",
    "print((1 + 2)\nx = 1": "The ( on line 1 is opened and never closed",
    "print(1))": "The ) on line 1 closes nothing",
    "x = [1, 2)": "A ) stands on line 1 where a [ is still open",
    "print('hello)": "no quotation mark at its end",
    "print 'hello'": "print is a function",
    "x = [1 2]": "a comma, or a sign such as *",
    "print(“a”)": "only looks like one of Python",
    "x = 1\u00a0+ 2": "cannot be seen",
    "y = 2x": "write 2 * x, not 2x",
    "return 1": "return stands in a function",
    "break": "break stands in a loop",
    "lambda = 0.1": "lambda is a word of Python itself",
    "i = 0\ni++": "Python has no ++",
    "if 1 && 2:\n    pass": "Python writes and for &&",
    "if 1:\n    pass\nelse if 2:\n    pass": "elif",
    ">>> x = 1": "is a prompt",
    "f(x=1, 2)": "Values without a name stand before",
    "x = = 1": "Python cannot read line 1",
    "try:\n    x = 1\ny = 2": "A try needs an except",
    "'loss ' + 1": "make the number text with str(x)",
    "1 + 'a'": "make the number text with str(x)",
    "[1, 2][2]": "Counting begins at 0",
    "import numpy as np\nnp.zeros(3)[3]": "with 3 entries along axis 0, there is none of index 3",
    "import numpy as np\nnp.zeros(3)[0, 0]": "2 indices for an array with 1 axes",
    "import numpy as np\nnp.zeros(3)[1.0]": "by 3, not by 3.0",
    "{'a': 1}['b']": "no such key",
    "1 / 0": "divided by 0",
    "import torch": "PyTorch is not in this page",
    "import sklearn.neural_network": "scikit-learn is not in this page",
    "from keras import layers": "Keras is not in this page",
    "import nunpy": "do you mean numpy?",
    "import nowhere_at_all": "no module nowhere_at_all in this page",
    "print = 3\nprint(2)": "print is the name of a value now",
    "await x": "begins with async def",
    "x = 3\nx(2)": "is no function but of type int",
    "print[1]": "A function is called with parentheses",
    "x = 3.0\nx[0]": "a single number, without entries",
    "for n in 3:\n    pass": "write range(n)",
    "def f(a, b): return a\nf(1)": "The call of f() leaves out 'b'",
    "def f(a): return a\nf(1, 2)": "f() takes 1, and the call gives it 2",
    "def f(a): return a\nf(b=1)": "knows no argument of the name b",
    "x = [1].append(2)\nx[0]": "methods that change a list",
    "x = [1].append(2)\nx.shape": "What stands before .shape is None",
    "def f(x): x + 1\nf(1) * 2": "a function without return gives None",
    "[1, 2].shape": "A list has no shape, but an array has",
    "[1, 2] * 0.5": "A list cannot be calculated with",
    "[1, 2] - [1]": "A list cannot be calculated with",
    "[[1, 2]][0, 1]": "an array also takes a row and a column",
    "import numpy as np\nnp.zeross(2)": "do you mean zeros?",
    "import nnbyhand as nn\nnn.sigmiod(1.0)": "do you mean sigmoid?",
    "x = (1, 2)\nx[0] = 3": "A tuple cannot be changed",
    "'3' < 4": "make the text a number",
    "int('three')": "cannot be read as a number",
    "float('three')": "cannot be read as a number",
    "a, b = 1, 2, 3": "stand 2 names, and the right has more",
    "a, b = [1]": "stand 2 names, and the right has 1",
    "n = 0\ndef f():\n    n = n + 1\nf()": "reads it here before it has one",
    "def f(n): return f(n)\nf(1)": "calls itself without end",
    "open('data.csv')": "sees no files of your computer",
    "assert 1 > 2": "asserts is not so",
    'raise RuntimeError("can\'t start new thread")': "one thread",
    "raise MemoryError": "not enough memory",
    "import numpy as np\nnp.ones((2, 3)) @ np.ones((2, 3))": "here they are 3 and 2",
    "import numpy as np\nnp.dot(np.ones((2, 3)), np.ones((2, 3)))": "(2,3) and (2,3)",
    "import numpy as np\nnp.ones(3) + np.ones(4)": "The shapes (3,) and (4,) do not go together",
    "import numpy as np\na = np.ones(3)\na += np.ones((2, 3))": "does not fit into an array of",
    "import numpy as np\na = np.ones((2, 3))\na[0] = np.ones(4)": "fill a place of shape (3,)",
    "import numpy as np\nnp.ones(6).reshape(4, 2)": "6 entries do not fill the shape (4,2)",
    "import numpy as np\nnp.array([[1, 2], [3]])": "not equally long",
    "import numpy as np\nif np.ones(2) > 0: pass": ".all() or .any()",
    "import numpy as np\nnp.vstack([np.ones((2, 3)), np.ones((2, 2))])": "Arrays that are joined",
    "import numpy as np\nnp.ones(3).sum(axis=1)": "there is no axis 1",
    "import numpy as np\nnp.ones(3)[np.array([True])]": "A mask must have the size",
    "import math, numpy as np\nmath.exp(np.ones(2))": "NumPy has its own",
    "import numpy as np\na = np.array([1, 2])\na += 0.5": "begin it with floats",
    "import numpy as np\nnp.ones(2) @ 3": "a single number is multiplied with *",
}


@pytest.mark.parametrize("code", SAID)
def test_a_common_mistake_has_a_sentence(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("torch", "keras", "sklearn"):
        monkeypatch.setitem(sys.modules, name, None)  # as in a page, where they are not
    found = outcome(code)
    assert found["kind"] == "error"
    assert SAID[code] in found.get("sentence", ""), found
    assert found["sentence"].endswith((".", "?"))
    assert "{" not in found["sentence"].replace("{x}", "")


def test_every_pattern_says_something_whole() -> None:
    """Each pattern fills its sentence, and none that stands above it hides it for good."""
    for pattern, sentence in (
        *mistakes.MESSAGES,
        *syntax_mistakes.MESSAGES,
        *syntax_mistakes.LINES,
    ):
        filled = dict.fromkeys(re.compile(pattern).groupindex, "this")
        assert sentence.format(**filled, line=3).endswith((".", "?"))


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("class E(Exception):\n    def __str__(self): 1 / 0\nraise E", "str() failed>"),
        ("class E(KeyError):\n    def __str__(self): return 3\nraise E", "str() failed>"),
        ("raise SyntaxError(3)", "SyntaxError: 3"),
        ("raise SyntaxError('x', ('f', 'a', 'b', 'c'))", "SyntaxError"),
        ("error = NameError('x')\nerror.name = 3\nraise error", "NameError: x"),
        ("class E(AttributeError):\n    name = obj = property(lambda s: 1 / 0)\nraise E", "E"),
    ],
)
def test_an_odd_error_is_told_as_well_as_it_can_be(code: str, end: str) -> None:
    found = outcome(code)
    assert found["kind"] == "error"
    assert end in found["traceback"].splitlines()[-1]


@pytest.mark.parametrize(
    "code",
    [
        "import nnbyhand as nn\nnn.LeakyReLU(slope=1.5)",  # says itself what to do
        "raise ValueError('own words')",
        "class Odd(Exception): pass\nraise Odd",
    ],
)
def test_what_speaks_for_itself_has_none(code: str) -> None:
    assert "sentence" not in outcome(code)
