"""The checks of exercises see planted faults, survive any answer, and reach the browser whole."""

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from mutants_of_code import mutants
from test_exercises_in_page import NAMES, functions, section

import nnbyhand
from guide.exercises import backward_pass, forward_pass, measures, neuron, slopes
from guide.exercises.judging import Fault, Suspect, Written, judged
from guide.publishing.project import HERE
from guide.publishing.python.exercises import exercise_files, source_of

Check = Callable[[Mapping[str, object]], Iterator[tuple[bool, str]]]
# Functions that are not the reader's work.
GIVEN = {"gradients": {"softmax"}, "training": {"shares_of", "loss", "gradients"}}
LOOP = "for value, weight in zip(x, w, strict=True):"
STEP = "parameters = [p - rate * slope for p, slope in zip(parameters, slopes, strict=True)]"
NETWORK = "network = nn.MLP([4, 16, 3], rng=rng)"
CHOICES = "choices = {'optimizer': nn.Adam(0.02), 'epochs': 100, 'batch_size': 20}"
# Mutants of the model answer that pass, by the line that they change, and why they may.
SURVIVORS: dict[str, dict[tuple[str, str], str]] = {
    "neuron": {
        (LOOP, "for value, weight in zip(w, x, strict=True):"): "a product has no order",
        (LOOP, "for weight, value in zip(x, w, strict=True):"): "a product has no order",
        (LOOP, "for value, weight in zip(x, w):"): "both lists are as long",
    },
    "layers": {},
    "activations": {
        ("return np.maximum(0, z)", "return np.maximum(z, 0)"): "the larger has no order",
        (
            "return np.where(z > 0, 1.0, 0.0)",
            "return np.where(0.0, 1.0, z > 0)",
        ): "0.0 is never true, and among floats the last becomes 0.0 and 1.0",
    },
    "gradients": {},
    "training": {
        (STEP, STEP.replace(", strict=True", "")): "both lists are as long",
    },
    "classification": {
        (NETWORK, "network = nn.MLP([4, 17, 3], rng=rng)"): "a unit more does no harm",
        (NETWORK, "network = nn.MLP([4, 16, 4], rng=rng)"): "a fourth class is never right",
        (CHOICES, CHOICES.replace("20", "21")): "as good a size",
        (CHOICES, CHOICES.replace("100", "101")): "as good a length",
        (CHOICES, CHOICES.replace("0.02", "1.02")): "Adam finds these flowers even so",
    },
}


TABLES = (
    ("neuron", "neuron", neuron.SUSPECTS),
    ("layers", "layer", forward_pass.LAYER_SUSPECTS),
    ("layers", "forward", forward_pass.FORWARD_SUSPECTS),
    ("activations", "sigmoid", slopes.SIGMOID[2]),
    ("activations", "sigmoid_slope", slopes.SIGMOID_SLOPE[2]),
    ("activations", "relu", slopes.RELU[2]),
    ("activations", "relu_slope", slopes.RELU_SLOPE[2]),
    ("gradients", "gradients", backward_pass.SUSPECTS),
    ("classification", "scale", measures.SCALE),
    ("classification", "accuracy", measures.ACCURACY),
)
SUSPECTS = [
    pytest.param(name, function, suspect, id=f"{function}-{at}")
    for name, function, table in TABLES
    for at, suspect in enumerate(table)
]


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
    *(np.zeros((0, 3)), np.ones(4), np.float32(1), np.bool_(1), [np.ones(3)] * 4),
    *(([1.0], [1.0]), ([np.zeros(1)] * 4, []), ([None] * 4, ["x"])),
    *((np.ones((2, 3)), np.ones(2), np.ones((1, 3)), np.ones(1)),),
)


def check_of(name: str) -> Check:
    """Return the check of an exercise as the browser has it, from its one file."""
    names: dict[str, Any] = {"__name__": "exercise"}
    exec(compile(source_of(name, HERE), name, "exec"), names)
    return names["check"]


def code_of(name: str) -> str:
    """Return the answer without what calls it, but for the drawing, which is a part of it."""
    answer = section("answer", name)
    return answer if name == "activations" else functions(answer)


def made_by(code: str) -> dict[str, object]:
    names: dict[str, object] = {"__name__": "__main__"}
    exec(compile(code, "answer", "exec"), names)
    return names


def passes(check: Check, code: str) -> bool:
    try:
        with np.errstate(all="ignore"):
            names = made_by(code)
    except Exception:  # noqa: BLE001  (what the reader sees then is Python's own error)
        return False
    return all(ok for ok, _ in check(names))


@pytest.mark.parametrize("name", NAMES)
def test_planted_faults_are_found(name: str) -> None:
    check, answer = check_of(name), code_of(name)
    assert passes(check, answer)
    planted = list(mutants(answer, GIVEN.get(name, set())))
    survivors = {(was, now) for code, was, now in planted if passes(check, code)}
    assert len(planted) >= 10
    assert survivors == SURVIVORS[name].keys()


@pytest.mark.parametrize(("name", "function", "suspect"), SUSPECTS)
def test_every_fault_that_is_known_is_told_apart(
    name: str, function: str, suspect: Suspect
) -> None:
    """Put in the reader's place, each is named by its own words, and by no other's."""
    names = made_by(code_of(name)) | {function: suspect.wrong}
    with np.errstate(all="ignore"):
        *_, (ok, text) = check_of(name)(names)
    assert not ok
    assert text == suspect.said


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_stops_a_check(name: str) -> None:
    check, code = check_of(name), code_of(name)
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
    check, code = check_of(name), code_of(name)
    own = [node.name for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    for function in [function for function in own if function not in GIVEN.get(name, ())]:
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


def test_what_is_right_is_not_asked_of_what_the_reader_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    check, code = check_of("neuron"), "def neuron(x, w, b):\n    return 0.5\n"
    monkeypatch.setattr("math.exp", lambda _: 1.0)
    assert not passes(check, code)


def test_stop_reaches_through_a_check() -> None:
    code = "def neuron(x, w, b):\n    raise KeyboardInterrupt\n"
    with pytest.raises(KeyboardInterrupt):
        list(check_of("neuron")(made_by(code)))


def test_an_error_of_a_check_itself_is_a_finding_too() -> None:
    @judged
    def check(space: Mapping[str, object]) -> Iterator[str]:
        yield "one"
        raise LookupError(*space)

    assert list(check({"x": 1})) == [
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
    assert not passes(
        check_of("classification"), code.replace("x_train,\n        y", "0,\n        y")
    )
    assert nnbyhand.train is before
