"""The checks of exercises see planted faults, survive any answer, and reach the browser whole."""

import ast
import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from mutants_of_code import mutants
from test_exercises_in_page import NAMES, functions, section

import nnbyhand
from guide.exercises.judging import Fault, Written, judged
from guide.publishing.project import HERE
from guide.publishing.python_exercises import exercise_files, source_of

# Mutants of the model answer that pass, by the line that they change, and why they may.
SURVIVORS: dict[str, dict[tuple[str, str], str]] = {
    "neuron": {},
    "layers": {},
    "activations": {},
    "gradients": {},
    "training": {},
    "classification": {},
}


class Stubborn:
    """A value that answers nothing."""

    def __getattr__(self, name: str) -> object:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        raise ArithmeticError("no")

    __hash__ = None


STRANGE: tuple[Any, ...] = (
    *(None, "text", b"bytes", 1, -1.5, float("nan"), float("inf"), True, 10**400, 1 + 2j),
    *([], [[]], (), {}, set(), range(3), [1, [2, 3]], [None] * 4, ["a"] * 4, [[]] * 4),
    *(object(), Stubborn(), len, print, (n for n in range(4)), ModuleType("m"), int),
    *(np.array(3), np.zeros((2, 2)), np.array(["a"]), np.array([1j]), np.array([None])),
    *(np.zeros((0, 3)), np.ones(4), np.float32(1), np.bool_(1), np.ma.masked, [np.ones(3)] * 4),
    *(([1.0], [1.0]), ([np.zeros(1)] * 4, []), ([None] * 4, ["x"])),
    *((np.ones((2, 3)), np.ones(2), np.ones((1, 3)), np.ones(1)),),
)


def check_of(name: str) -> Any:
    """Return the check of an exercise as the browser has it, from its one file."""
    names: dict[str, Any] = {"__name__": "exercise"}
    exec(compile(source_of(name, HERE), name, "exec"), names)
    return names["check"]


def made_by(code: str) -> dict[str, object]:
    names: dict[str, object] = {"__name__": "__main__"}
    exec(compile(code, "answer", "exec"), names)
    return names


def passes(check: Any, code: str) -> bool:
    try:
        with np.errstate(all="ignore"):
            names = made_by(code)
    except Exception:  # what the reader sees then is Python's own error
        return False
    return all(ok for ok, _ in check(names))


@pytest.mark.parametrize("name", NAMES)
def test_planted_faults_are_found(name: str) -> None:
    check, answer = check_of(name), functions(section("answer", name))
    assert passes(check, answer)
    planted = list(mutants(answer))
    survivors = {(was, now) for code, was, now in planted if passes(check, code)}
    assert len(planted) >= 10
    assert survivors == SURVIVORS[name].keys()


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_stops_a_check(name: str) -> None:
    check, code = check_of(name), functions(section("answer", name))
    own = [node.name for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    for function in own:
        for strange in STRANGE:
            names = made_by(code)
            names[function] = lambda *_, strange=strange, **__: strange
            said = list(check(names))
            assert said, (function, strange)
            assert all(isinstance(text, str) and len(text) < 500 for _, text in said)
            assert "cannot read" not in said[-1][1], (function, strange, said[-1])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_function_is_named(name: str) -> None:
    check, code = check_of(name), functions(section("answer", name))
    own = [node.name for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    asked = [f for f in own if f not in {"shares_of", "loss", "gradients", "softmax"}] or own[-1:]
    for function in asked:
        for value in (None, 3, "text", np.ones(2)):
            names = made_by(code) | {function: value}
            *_, (ok, text) = check(names)
            assert not ok
            assert re_named(function, text)


def re_named(function: str, text: str) -> bool:
    return f"`{function}` is" in text or f"`{function}` as a function" in text


def test_what_a_function_raises_is_a_finding_with_its_line() -> None:
    code = "def neuron(x, w, b):\n    z = b\n    return 1 / missing\n"
    *_, (ok, text) = check_of("neuron")(made_by(code))
    assert not ok
    assert "stops in line 3 with NameError: name 'missing' is not defined." in text
    code = "import sys\ndef neuron(x, w, b):\n    sys.exit('bye')\n"
    assert "SystemExit: bye" in list(check_of("neuron")(made_by(code)))[-1][1]
    code = "def neuron(x, w, b):\n    return neuron(x, w, b)\n"
    assert "RecursionError" in list(check_of("neuron")(made_by(code)))[-1][1]


def test_stop_reaches_through_a_check() -> None:
    code = "def neuron(x, w, b):\n    raise KeyboardInterrupt\n"
    with pytest.raises(KeyboardInterrupt):
        list(check_of("neuron")(made_by(code)))


def test_an_error_of_a_check_itself_is_a_finding_too() -> None:
    @judged
    def check(space: Any) -> Any:
        yield "one"
        raise LookupError("x")

    assert list(check({})) == [
        (True, "one"),
        (False, "What your code returns is of a kind that this check cannot read: LookupError: x"),
    ]


def test_arguments_are_copies() -> None:
    written = Written({"f": lambda a: a.append(1) or 2}, "f(a)", "")
    given = [0]
    with pytest.raises(Fault, match="changes its argument `a`"):
        written(given)
    assert given == [0]
    assert written(given, keep=False) == 2


def test_what_a_function_prints_is_held_back(capsys: pytest.CaptureFixture[str]) -> None:
    written = Written({"f": lambda a: print("x" * 10**6) or a}, "f(a)", "")
    assert written(3) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", NAMES)
def test_an_exercise_is_one_file_that_needs_nothing_else(name: str) -> None:
    text = exercise_files(HERE)[f"assets/python/exercises/{name}.py"]
    imported = {
        part.module if isinstance(part, ast.ImportFrom) else alias.name
        for part in ast.walk(ast.parse(text))
        if isinstance(part, ast.Import | ast.ImportFrom)
        for alias in part.names
    }
    roots = {module.partition(".")[0] for module in imported}
    assert roots <= {"numpy", "nnbyhand", *sys.stdlib_module_names}
    if name == "neuron":  # which works before NumPy is there
        assert roots <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("name", NAMES)
def test_parts_of_an_exercise_do_not_overwrite_each_other(name: str) -> None:
    made: dict[str, str] = {}
    for part in ast.parse(source_of(name, HERE)).body:
        for own in names_made_by(part):
            assert made.setdefault(own, ast.unparse(part)) == ast.unparse(part), own


def names_made_by(part: ast.stmt) -> list[str]:
    if isinstance(part, ast.FunctionDef | ast.ClassDef):
        return [part.name]
    if isinstance(part, ast.Assign):
        return [target.id for target in part.targets if isinstance(target, ast.Name)]
    return [part.target.id] if isinstance(part, ast.AnnAssign) else []


def test_checks_leave_the_package_as_it_was() -> None:
    before = nnbyhand.train
    code = functions(section("answer", "classification"))
    assert passes(check_of("classification"), code)
    assert nnbyhand.train is before
    assert not passes(check_of("classification"), code.replace("x_train,\n        y", "0,\n        y"))
    assert nnbyhand.train is before
