"""The runner of the page shows what code prints, its last value and its pictures, up to limits."""

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import pytest
import runner
from runner import watching

from nnbyhand.drawing import draw_curves


class Page(NamedTuple):
    """What a reader sees under a block."""

    outcome: dict[str, Any]
    out: str
    err: str
    pictures: list[tuple[str, str]]


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("MPLBACKEND", "module://runner.figures")
    yield
    for space in ("page", "other", "lab"):
        runner.forget(space)
    runner.watch(None)


def run(code: str, space: str = "page", name: str = "neuron, block 1") -> Page:
    texts: dict[str, list[str]] = {"out": [], "err": []}
    pictures: list[tuple[str, str]] = []
    outcome = runner.run(
        code,
        name,
        space,
        lambda stream, text: texts[stream].append(text),
        lambda svg, alt: pictures.append((svg, alt)),
    )
    return Page(outcome, "".join(texts["out"]), "".join(texts["err"]), pictures)


@pytest.mark.parametrize(
    ("code", "out"),
    [
        ("1 + 1", "2\n"),
        ("x = 1\nx\n", "1\n"),
        ("'text'", "'text'\n"),
        ("1 + 1;", ""),
        ("(1 + 1);  # unseen", ""),
        ("1 + 1  # a comment; with a semicolon", "2\n"),
        ("None", ""),
        ("print(1)", "1\n"),
        ("for n in range(2):\n    n\n", ""),
        ("", ""),
        ("# nothing", ""),
        ("import numpy as np\nnp.arange(3)", "array([0, 1, 2])\n"),
        ("print(1)\r\n2\r\n", "1\n2\n"),
        ("print('ä', end='')\n'é'", "ä'é'\n"),
        ("display(1, 'a')\n2", "1\n'a'\n2\n"),
        ("from __future__ import annotations\ndef f(x: Missing): return x\nf(2)", "2\n"),
    ],
)
def test_what_a_block_shows(code: str, out: str) -> None:
    page = run(code)
    assert page == ({"kind": "done"}, out, "", [])


def test_blocks_share_the_names_of_their_space_and_of_no_other() -> None:
    run("weight = 2")
    assert run("weight + 1").out == "3\n"
    assert run("weight", "other").outcome["kind"] == "error"
    runner.forget("page")
    assert run("weight").outcome["kind"] == "error"


def test_a_failing_block_keeps_what_it_has_made() -> None:
    assert run("first = 1\nsecond = 1 / 0").outcome["kind"] == "error"
    assert run("first").out == "1\n"


def test_streams_arrive_line_by_line_and_in_order() -> None:
    sent: list[tuple[str, str]] = []
    code = (
        "import sys\nprint('a')\nprint('b', end='')\nsys.stderr.write('c')\n"
        "print('d', end='', flush=True)\nprint('e')"
    )
    runner.run(code, "block", "page", lambda *part: sent.append(part), lambda *_: None)
    assert sent == [("out", "a\n"), ("out", "b"), ("err", "c"), ("out", "d"), ("out", "e\n")]


def test_streams_and_input_are_given_back() -> None:
    before = sys.stdout, sys.stderr, sys.stdin
    run("1 / 0")
    run("raise SystemExit")
    assert before == (sys.stdout, sys.stderr, sys.stdin)


def test_a_flood_of_lines_is_cut_and_the_work_goes_on() -> None:
    page = run("for n in range(5000):\n    print(n)\nlast = n")
    assert page.out.splitlines() == [str(n) for n in range(1000)]
    assert page.err == (
        "[The first 1,000 lines are shown. The code goes on, and prints unseen.]\n"
        "[4,000 more lines were left out.]\n"
    )
    assert run("last").out == "4999\n"


def test_exactly_as_many_lines_as_are_shown_are_no_flood() -> None:
    assert run("for n in range(1000):\n    print(n)").err == ""


def test_a_flood_without_lines_is_cut_by_its_bytes() -> None:
    page = run("print('é' * 60_000, end='')")
    assert page.out == "é" * 50_000
    assert page.err.startswith("\n[The first 100 KB are shown.")
    assert page.err.endswith("[10,000 more characters were left out.]\n")


def test_both_streams_share_one_limit() -> None:
    code = "import sys\nfor n in range(900):\n    print(n)\n    print(n, file=sys.stderr)"
    page = run(code)
    assert len(page.out.splitlines()) == 500
    assert "[800 more lines were left out.]" in page.err


def test_a_long_value_is_cut_and_says_so() -> None:
    page = run("'x' * 10_000_000")
    assert len(page.out) < 10_200
    assert page.out.endswith("…\n[The first 10,000 characters of a str of length 10,000,000.]\n")
    assert "of a list of length 1,000,000.]" in run("[0] * 1_000_000").out
    assert run("'x' * 9_000").out == f"{'x' * 9_000!r}\n"


def test_of_a_very_long_list_only_the_beginning_is_written_out() -> None:
    code = (
        "asked = 0\nclass Entry:\n    def __repr__(self):\n        global asked\n"
        "        asked += 1\n        return '.'\n"
    )
    run(f"{code}[Entry()] * 1_000_000")
    assert run("asked").out == "10000\n"


def test_a_value_that_cannot_be_shown_is_an_error_of_its_own_line() -> None:
    code = "class Odd:\n    def __repr__(self):\n        return 1 / 0\nOdd()"
    outcome = run(code).outcome
    assert (outcome["kind"], outcome["line"]) == ("error", 3)


def test_text_that_no_page_can_show_is_refused_as_python_refuses_it() -> None:
    assert "UnicodeEncodeError" in run("print(chr(0xd800))").outcome["traceback"]
    assert (
        run("import sys\nsys.stdout.write(1)")
        .outcome["traceback"]
        .endswith("TypeError: write() argument must be str, not int\n")
    )


def test_a_drawing_is_a_picture_that_says_what_it_shows() -> None:
    code = (
        "from nnbyhand.drawing import draw_curves\n"
        "print('above')\n"
        "draw_curves([0, 1, 2], {'a < b': [0, 1, 4]}, title='A square')"
    )
    page = run(code)
    drawing = draw_curves([0, 1, 2], {"a < b": [0, 1, 4]}, title="A square")
    ((svg, alt),) = page.pictures
    assert (svg, page.out) == (drawing.svg, "above\n")
    assert alt.startswith("A square")
    assert "a < b goes from 0 to 4" in alt


def test_many_pictures_are_cut() -> None:
    page = run(
        "class Dot:\n    def _repr_svg_(self):\n        return '<svg/>'\ndisplay(*[Dot()] * 60)"
    )
    assert [alt for _, alt in page.pictures] == ["A Dot"] * 50
    assert page.err == "[The first 50 pictures are shown.]\n"


def test_figures_come_in_order_with_prints_and_are_closed() -> None:
    events: list[str] = []
    code = (
        "import matplotlib.pyplot as plt\n"
        "plt.switch_backend('module://runner.figures')\n"
        "fig, (left, right) = plt.subplots(1, 2)\n"
        "left.plot([0, 1], label='loss')\n"
        "left.set(title='Left', xlabel='step', ylabel='cost')\n"
        "left.legend()\n"
        "print('before')\nplt.show()\nprint('after')\n"
        "plt.figure()\nplt.title('Alone')\nplt.plot([1, 2])\nNone"
    )
    used = plt.get_backend()
    try:
        runner.run(
            code,
            "block",
            "page",
            lambda _stream, text: events.append(text.strip()),
            lambda svg, alt: events.append(f"{svg[:5]} {alt}"),
        )
        assert plt.get_fignums() == []
    finally:
        plt.switch_backend(used)
    assert events == [
        "before",
        "<?xml A plot with 2 panels. Left. cost over step. Legend: loss.",
        "after",
        "<?xml A plot. Alone.",
    ]


def test_warnings_are_shown_with_the_readers_line() -> None:
    page = run("import numpy as np\nnp.log(np.zeros(2)[0])")
    assert page.outcome["kind"] == "done"
    assert page.err == (
        "neuron, block 1:2: RuntimeWarning: divide by zero encountered in log\n"
        "  np.log(np.zeros(2)[0])\n"
    )
    assert run("import numpy as np\nnp.log(np.zeros(2)[0])").err == page.err  # and once more


SETTINGS = """
import warnings
import numpy as np
np.set_printoptions(precision=2)
np.seterr(all="ignore")
warnings.simplefilter("error")
"""
USES = """
import warnings
import numpy as np
print(np.array([1 / 3]), np.geterr()["over"])
warnings.warn("careful")
"""


def test_settings_of_a_block_do_not_reach_the_next() -> None:
    run(SETTINGS)
    page = run(USES)
    assert page.out == "[0.33333333] warn\n"
    assert "UserWarning: careful" in page.err
    assert page.outcome == {"kind": "done"}


def test_settings_of_a_lab_do_until_it_is_forgotten() -> None:
    run(SETTINGS, "lab")
    page = run(USES, "lab")
    assert page.out == "[0.33] ignore\n"
    assert page.outcome["kind"] == "error"
    assert run(USES, "page").out == "[0.33333333] warn\n"
    runner.forget("lab")
    assert run(USES, "lab").outcome == {"kind": "done"}


def test_nobody_types_into_a_page() -> None:
    page = run("name = input('Your name? ')")
    assert page.out == "Your name? "
    assert page.outcome["traceback"].endswith("EOFError: EOF when reading a line\n")
    assert "in the place of input()" in page.outcome["sentence"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import sys\nprint(1)\nsys.exit()", {"kind": "done"}),
        ("raise SystemExit(0)", {"kind": "done"}),
        (
            "x = 1\nraise SystemExit('no data')",
            {"kind": "error", "traceback": "no data\n", "line": 2},
        ),
        ("exit(3)", {"kind": "error", "traceback": "SystemExit: 3\n", "line": 1}),
    ],
)
def test_code_may_end_itself(code: str, expected: dict[str, object]) -> None:
    if code.startswith("exit") and not hasattr(__builtins__, "exit"):
        code = code.replace("exit", "raise SystemExit")
    outcome = run(code).outcome
    outcome.pop("sentence", None)
    assert outcome == expected


def test_an_interrupt_is_a_stop_that_names_its_line() -> None:
    outcome = run("x = 1\nraise KeyboardInterrupt").outcome
    assert outcome["kind"] == "stopped"
    assert outcome["line"] == 2
    assert "sentence" not in outcome


ENDLESS = {
    "while": "while True:\n    pass",
    "exec": "exec('while True: pass')",
    "sort key": "def key(x):\n    while True: pass\nsorted([2, 1], key=key)",
    "generator": "import itertools\nsum(1 for _ in iter(int, 1))",
    "comprehension": "[0 for _ in iter(int, 1) if False]",
    "nested function": "def f():\n    def g():\n        while True: pass\n    g()\nf()",
    "except": "while True:\n    try:\n        1 / 0\n    except Exception:\n        pass",
    "bare except": "while True:\n    try:\n        x = 1\n    except:\n        pass",
    "recursion": "def f(n):\n    return f(n - 1) + f(n - 2) if n > 1 else n\nf(90)",
    "library": "import numpy as np\nnp.vectorize(lambda x: x)(np.zeros(10**8))",
}


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python 3.12 brought sys.monitoring")
@pytest.mark.parametrize("shape", ENDLESS)
def test_every_endless_loop_stops_and_keeps_what_was_made(shape: str) -> None:
    asked = iter([False] * 2 + [True] * 10**6)
    runner.watch(lambda: next(asked))
    outcome = run(f"made = 1\n{ENDLESS[shape]}").outcome
    assert outcome["kind"] == "stopped"
    assert outcome["line"] > 1
    assert run("made").out == "1\n"
    assert run("sum(range(10**5))").out == "4999950000\n"


def test_code_that_runs_while_the_page_is_asked_asks_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watching, "_PAUSE", 0)  # so that it is time at each turn
    asked = []

    def tick() -> bool:
        asked.append("page")
        question.at(tick.__code__, 0)
        return False

    question = watching.Question(tick, lambda _: True)
    question.at(tick.__code__, 0)
    assert asked == ["page"]


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python 3.12 brought sys.monitoring")
def test_a_watch_that_never_stops_changes_nothing() -> None:
    runner.watch(lambda: False)
    assert run("sum(n for n in range(10**6))").out == "499999500000\n"
    assert sys.monitoring.get_tool(4) is None


def test_functions_of_an_edited_block_keep_their_own_lines() -> None:
    run("def f():\n    return 1 / 0")
    run("# another text\n\n\ndef g():\n    return f()")
    outcome = run("g()", name="neuron, block 2").outcome
    text = outcome["traceback"]
    assert 'File "neuron, block 1", line 2, in f\n    return 1 / 0\n' in text
    assert 'File "neuron, block 1 (edit 1)", line 5, in g\n    return f()\n' in text
    assert outcome["line"] == 1


def test_nothing_of_a_run_stays_when_its_space_is_forgotten() -> None:
    run("class Trace: pass\ntrace = Trace()\nraise ValueError(trace)")
    runner.forget("page")
    gc.collect()
    assert not [kept for kept in gc.get_objects() if type(kept).__name__ == "Trace"]


def test_threads_of_code_print_where_it_does() -> None:
    code = (
        "import threading\nt = threading.Thread(target=print, args=('there',))\nt.start()\nt.join()"
    )
    assert run(code).out == "there\n"
    assert threading.active_count() >= 1


EXERCISE = """
def check(space):
    neuron = space.get("neuron")
    yield callable(neuron), "There is a function neuron."
    yield neuron(2) == 4, "It doubles."
"""


def checked(code: str, exercise: str = EXERCISE) -> dict[str, Any]:
    return runner.check(exercise, code, "page", lambda *_: None, lambda *_: None, "answer")


def test_an_answer_is_checked_and_each_finding_is_told() -> None:
    assert checked("def neuron(x): return 2 * x") == {
        "kind": "done",
        "findings": [
            {"ok": True, "text": "There is a function neuron."},
            {"ok": True, "text": "It doubles."},
        ],
    }
    assert [found["ok"] for found in checked("neuron = abs")["findings"]] == [True, False]


def test_what_an_earlier_answer_made_does_not_help_a_later_one() -> None:
    checked("def neuron(x): return 2 * x")
    assert not checked("def nevron(x): return 2 * x")["findings"][0]["ok"]


def test_an_answer_that_fails_above_its_functions_is_not_checked() -> None:
    for code in ("1 / 0\ndef neuron(x): return 2 * x", "def neuron(x) return 2", "neuron(1)"):
        outcome = checked(code)
        assert outcome["kind"] == "error"
        assert "findings" not in outcome


def test_an_answer_that_fails_below_its_functions_is_checked_all_the_same() -> None:
    outcome = checked("def neuron(x): return 2 * x\nprint(neuron(1, 2))")
    assert (outcome["kind"], outcome["line"]) == ("error", 2)
    assert [found["ok"] for found in outcome["findings"]] == [True, True]
    outcome = checked("def neuron(x): return 2 * y\nneuron(1)")
    assert "NameError" in outcome["traceback"]
    assert [found["text"] for found in outcome["findings"]] == ["There is a function neuron."]


def test_a_check_of_an_answer_that_failed_can_be_stopped() -> None:
    outcome = checked("def neuron(x):\n    raise KeyboardInterrupt\n1 / 0")
    assert outcome["kind"] == "stopped"


def test_an_answer_that_fails_when_it_is_asked_names_its_line() -> None:
    outcome = checked("def neuron(x):\n    return 2 * y")
    assert (outcome["kind"], outcome["line"]) == ("error", 2)
    assert len(outcome["findings"]) == 1
    assert "exercise check" not in outcome["traceback"]


def test_a_check_that_fails_itself_says_so() -> None:
    outcome = checked("neuron = 1", "def check(space):\n    yield 1 / 0, ''")
    assert outcome["kind"] == "failed"
    assert "division by zero" in outcome["message"]
