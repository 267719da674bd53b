"""A costly result is computed once, and again as soon as anything it comes from changes."""

import importlib.util
import inspect
import pickle
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from guide import dependencies
from guide.dependencies import Sources
from guide.experiments import cache
from guide.experiments.cache import ImpureExperimentError, experiment
from guide.remembering import Memory

SOURCE = """
import numpy
import nnbyhand
from guide.experiments.cache import experiment
from guide.experiments.shared import FACTOR

calls = []

@experiment
def doubled(number=3, *, seeds=200):
    \"\"\"Double a number.\"\"\"
    calls.append((number, seeds))
    return 2 * number

@experiment
def nothing(number=3, *, seeds=200):
    calls.append(number)

@experiment
def fails():
    calls.append("fails")
    raise ArithmeticError("no result")

@experiment
def draws(rng):
    return rng.normal()
"""

Load = Callable[[], Any]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a tiny source folder, on which the cache looks from now on."""
    sources = tmp_path / "src"
    for name, text in {
        "nnbyhand/layers.py": "WEIGHT = 1\n",
        "nnbyhand/data/digits.csv": "1,2\n",
        "guide/experiments/shared.py": "from guide.experiments.deeper import BASE\nFACTOR = 2\n",
        "guide/experiments/deeper.py": "from guide.experiments import shared\nBASE = 1\n",
        "guide/experiments/other.py": "UNUSED = 1\n",
        "experiment_under_test.py": SOURCE,
    }.items():
        path = sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(dependencies, "_first_read", {})
    shared = ModuleType("guide.experiments.shared")
    vars(shared)["FACTOR"] = 2
    monkeypatch.setitem(sys.modules, "guide.experiments.shared", shared)
    return sources


@pytest.fixture
def load(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Return what imports the experiments afresh, as a new build does."""

    def fresh() -> ModuleType:
        dependencies._first_read.clear()  # noqa: SLF001  (what a new process begins without)
        dependencies._version.cache_clear()  # noqa: SLF001  (the same)
        sources = Sources(checkout, loaded=True)
        monkeypatch.setattr(cache, "memory", Memory(checkout.parent / "results", sources))
        path = checkout / "experiment_under_test.py"
        spec = importlib.util.spec_from_file_location("experiment_under_test", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    yield fresh
    dependencies._version.cache_clear()  # noqa: SLF001  (none of a test stays)


def stored() -> list[Path]:
    return sorted(cache.memory.folder.glob("experiments/*"))


def test_a_result_is_computed_once_in_a_build(load: Load) -> None:
    module = load()
    assert module.doubled() == 6
    for path in stored():
        path.unlink()
    assert module.doubled() == 6
    assert len(module.calls) == 1


def test_the_next_build_reads_it_from_disk(load: Load) -> None:
    load().doubled()
    module = load()
    assert module.doubled() == 6
    assert module.calls == []


def test_no_result_is_a_result(load: Load) -> None:
    load().nothing()
    module = load()
    assert module.nothing() is None
    assert module.calls == []


def test_arguments_have_their_own_results_however_they_are_written(load: Load) -> None:
    module = load()
    assert [module.doubled(4), module.doubled(number=4), module.doubled(4, seeds=200)] == [8, 8, 8]
    assert module.doubled(4, seeds=10) == 8
    assert module.calls == [(4, 200), (4, 10)]


@pytest.mark.parametrize(
    "name",
    [
        "nnbyhand/layers.py",
        "nnbyhand/data/digits.csv",
        "guide/experiments/shared.py",
        "guide/experiments/deeper.py",
        "experiment_under_test.py",
    ],
)
def test_a_changed_source_is_computed_again(checkout: Path, load: Load, name: str) -> None:
    load().doubled()
    with (checkout / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    module = load()
    module.doubled()
    assert len(module.calls) == 1


def test_a_new_source_of_the_package_counts(checkout: Path, load: Load) -> None:
    load().doubled()
    (checkout / "nnbyhand/losses.py").touch()
    module = load()
    module.doubled()
    assert len(module.calls) == 1


def test_an_unrelated_experiment_and_compiled_code_do_not_count(checkout: Path, load: Load) -> None:
    load().doubled()
    (checkout / "guide/experiments/other.py").write_text("UNUSED = 2\n", encoding="utf-8")
    (checkout / "nnbyhand/__pycache__").mkdir()
    (checkout / "nnbyhand/__pycache__/layers.pyc").write_text("compiled", encoding="utf-8")
    module = load()
    module.doubled()
    assert module.calls == []


@pytest.mark.parametrize(
    ("owner", "name", "value"),
    [(dependencies, "version", lambda _: "9.9"), (platform, "python_version", lambda: "3.99.0")],
)
def test_other_versions_compute_again(
    load: Load, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, value: object
) -> None:
    load().doubled()
    monkeypatch.setattr(owner, name, value)
    module = load()
    module.doubled()
    assert len(module.calls) == 1


def test_an_edit_after_the_import_is_not_mistaken_for_what_runs(checkout: Path, load: Load) -> None:
    module = load()
    (checkout / "nnbyhand/layers.py").write_text("WEIGHT = 2\n", encoding="utf-8")
    module.doubled()
    edited = load()
    edited.doubled()
    assert len(edited.calls) == 1


@pytest.mark.parametrize("damage", [b"", b"not a pickle", b"\x80\x05cnowhere\nnothing\n."])
def test_an_unreadable_result_is_computed_again_and_replaced(load: Load, damage: bytes) -> None:
    load().doubled()
    (path,) = stored()
    whole = path.read_bytes()
    path.write_bytes(damage)
    module = load()
    assert module.doubled() == 6
    assert len(module.calls) == 1
    assert path.read_bytes() == whole


def test_an_error_is_raised_each_time_and_nothing_is_stored(load: Load) -> None:
    module = load()
    for _ in range(2):
        with pytest.raises(ArithmeticError, match="no result"):
            module.fails()
    assert len(module.calls) == 2
    assert stored() == []


def test_a_write_that_fails_leaves_nothing_behind(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        message = "no space left"
        raise OSError(message)

    monkeypatch.setattr(Path, "replace", full)
    assert load().doubled() == 6
    assert stored() == []


def test_a_generator_is_refused_because_remembering_would_not_advance_it(load: Load) -> None:
    with pytest.raises(ImpureExperimentError, match="draws changed an argument; pass a seed"):
        load().draws(np.random.default_rng(0))
    assert stored() == []


def test_two_functions_of_a_module_do_not_share_results(load: Load) -> None:
    module = load()
    assert module.doubled() == 6
    assert module.nothing() is None


def test_the_function_keeps_its_name_signature_and_docstring() -> None:
    def counted(*, seeds: int = 200) -> int:
        """Count."""
        return seeds

    remembered = experiment(counted)
    assert inspect.signature(remembered) == inspect.signature(counted)
    assert (remembered.__name__, inspect.getdoc(remembered)) == ("counted", "Count.")
    assert inspect.unwrap(remembered) is counted


def test_results_are_stored_under_a_name_that_says_whose_they_are(load: Load) -> None:
    load().doubled()
    (path,) = stored()
    assert path.name.startswith("experiment_under_test.doubled-")
    assert pickle.loads(path.read_bytes()) == (6,)


def test_the_real_folders_are_those_of_the_checkout() -> None:
    root = Path(__file__).resolve().parents[2]
    assert cache.memory.sources.folder == root / "src"
    assert cache.memory.folder == root / ".cache"
