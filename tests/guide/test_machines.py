"""Numbers that hinge on how a machine rounds are refused; others are not."""

import ast
import builtins
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from planted import plant_chapter

from guide.machines.comparison import differences
from guide.machines.machines import kernels, most_different
from guide.machines.printed import Asked, Printed, printed_here
from guide.machines.roundings import Roundings, simulate, wrapped
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.project import Project
from nnbyhand import errors  # noqa: F401  (a simulation must come before the package)

PLANTED = '''
import numpy as np

def hinge():
    """Count the shares of a whole that add up to at least 1, as computers add."""
    parts = np.random.default_rng(0).dirichlet(np.ones(8), size=100)
    return float((parts.sum(axis=1) >= 1).sum())

def steady():
    """Count those that add up to at least a half."""
    parts = np.random.default_rng(0).dirichlet(np.ones(8), size=100)
    return float((parts.sum(axis=1) >= 0.5).sum())
'''


def page(tmp_path: Path, text: str) -> Project:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "planted.md").write_text(f"# Planted\n\n{text}\n", encoding="utf-8")
    return Project(tmp_path)


def number(project: Project) -> str:
    (path,) = project.pages()
    (piece,) = pieces_of(path.read_text(encoding="utf-8"), "planted.md")
    return piece.reference


def on_machines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *references: str
) -> dict[str, Printed]:
    """Compute the planted numbers on five simulated machines."""
    plant_chapter(tmp_path / "chapters", monkeypatch, "planted", {"experiments": PLANTED})
    printed = {}
    for seed in range(5):
        monkeypatch.setattr(
            builtins, "_rounded_otherwise", Roundings(np.random.default_rng(seed)), raising=False
        )
        module = ModuleType("guide.chapters.planted.experiments")
        exec(compile(wrapped(ast.parse(PLANTED)), "planted.py", "exec"), module.__dict__)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        for function in (module.hinge, module.steady):
            function.__module__ = module.__name__
        printed[f"simulated {seed}"] = printed_here(Asked(references, (), {}, {}))
    return printed


def test_a_count_that_hinges_on_rounding_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = page(tmp_path, '*50*{ data-number="planted.hinge" } add up.')
    (fault,) = differences(project, on_machines(tmp_path, monkeypatch, number(project)))
    assert (fault.path, fault.line) == ("docs/planted.md", 3)
    assert "the page says 50; planted.hinge is " in fault.message
    assert "simulated 0" in fault.message


def test_a_count_far_from_its_threshold_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = page(tmp_path, '*100*{ data-number="planted.steady" } add up.')
    assert differences(project, on_machines(tmp_path, monkeypatch, number(project))) == []


def test_machines_that_agree_on_another_number_than_the_page_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = page(tmp_path, '*99*{ data-number="planted.steady" } add up.')
    (fault,) = differences(project, on_machines(tmp_path, monkeypatch, number(project)))
    assert "the page says 99; planted.steady is 100 to 100" in fault.message


def test_a_printed_line_and_a_failure_of_one_machine_name_their_place(tmp_path: Path) -> None:
    project = page(tmp_path, "Nothing.")
    one = Printed({}, {"snippets/a/b.py:7": ["0.1", "same"]}, {})
    other = Printed({}, {"snippets/a/b.py:7": ["0.2", "same"]}, {"snippets/a/c.py": "ValueError"})
    found = [str(fault) for fault in differences(project, {"one": one, "other": other})]
    assert found == [
        "snippets/a/c.py:1: other: ValueError",
        "snippets/a/b.py:8: prints 0.1 (one); 0.2 (other)",
    ]


def test_last_bits_change_where_a_result_is_inexact_and_only_there() -> None:
    roundings = Roundings(np.random.default_rng(0))
    third, exact = np.full(1000, 1 / 3), np.arange(1000.0)
    changed = roundings.rounded(third.copy())
    assert 500 < (changed != third).sum() < 800
    assert np.abs(changed / third - 1).max() <= np.finfo(float).eps
    assert np.array_equal(roundings.rounded(exact.copy()), exact)
    assert roundings.rounded(3) == 3
    assert roundings(np.exp)(0.0) == 1


def test_a_machine_rounds_the_same_sum_the_same_way_again() -> None:
    x = np.random.default_rng(1).normal(size=(5, 300))
    add = Roundings(np.random.default_rng(0))(np.sum)
    assert np.array_equal(add(x, axis=1), add(x, axis=1))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (np.array([[0, 1], [1, 1]]), np.array([0.1, 0.2])),
        (np.eye(2), np.full((2, 2), 1 / 3)),
    ],
)
def test_a_sum_of_two_exact_terms_rounds_alike_everywhere(a: np.ndarray, b: np.ndarray) -> None:
    for seed in range(5):
        multiply = Roundings(np.random.default_rng(seed))(np.matmul)
        assert np.array_equal(multiply(a, b), a @ b)


def test_products_exponentials_and_sums_are_wrapped_and_nothing_else() -> None:
    code = "a @ b + np.exp(c) + x.sum() + f(np.tanh) + len(d) + np.maximum(e, 0) + a * b"
    written = ast.unparse(wrapped(ast.parse(code)))
    assert written.count("_rounded_otherwise(") == 4
    assert "len(d) + np.maximum(e, 0) + a * b" in written


def test_what_does_not_compute_stays_itself() -> None:
    roundings = Roundings(np.random.default_rng(0))
    assert roundings(len) is len
    assert roundings("text") == "text"


def test_a_simulation_that_begins_too_late_is_refused() -> None:
    with pytest.raises(RuntimeError, match=r"imported before the simulation began: .*nnbyhand"):
        simulate(np.random.default_rng(0))


def test_a_process_prints_what_its_machine_computes(tmp_path: Path) -> None:
    asked, result = tmp_path / "asked.json", tmp_path / "result.json"
    snippet = {"snippets/a/b.py": "import numpy as np\nprint(np.exp(1.0))\n#> 2.7\n"}
    what = {"numbers": ["losses.coin"], "tables": ["losses.facts"], "snippets": snippet, "labs": {}}
    asked.write_text(json.dumps(what), encoding="utf-8")
    command = [sys.executable, "-m", "guide.machines.printed", str(asked), str(result)]
    texts = set()
    for seed in ([], ["--seed", "0"], ["--seed", "3"]):
        subprocess.run([*command, *seed], check=True)
        printed = Printed(**json.loads(result.read_text(encoding="utf-8")))
        assert printed.numbers["losses.coin"] == pytest.approx(np.log(2), rel=1e-15)
        texts |= {*printed.lines["snippets/a/b.py:2"]}
        assert not printed.failures
    assert len(texts) > 1  # the digits after the fifteenth are a machine's own


def test_the_most_different_kernels_differ() -> None:
    old, new = most_different()
    assert old.environment != new.environment
    assert "NPY_DISABLE_CPU_FEATURES" in old.environment
    assert "NPY_DISABLE_CPU_FEATURES" not in new.environment
    assert len({*kernels()}) == len(kernels())
