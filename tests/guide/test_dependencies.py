"""What stands behind a module: itself, what it imports, the data beside it, and nothing else."""

from pathlib import Path

import pytest

from guide.dependencies import Sources

FILES = {
    "nnbyhand/losses.py": "import numpy\n",
    "nnbyhand/data/digits.csv": "1,2\n",
    "guide/chapters/losses/figures.py": "from guide.chapters.losses import experiments\n",
    "guide/figures/style.py": "WIDTH = 1\n",
    "guide/chapters/losses/experiments.py": "def late():\n    import guide.experiments.shared\n",
    "guide/chapters/losses/experiments.json": "{}\n",
    "guide/experiments/shared.py": "from guide.experiments import deeper\nimport nnbyhand as nn\n",
    "guide/experiments/deeper.py": "from guide.experiments import shared\n",
    "guide/experiments/other.py": "UNUSED = 1\n",
    "guide/press/__init__.py": "from guide.figures import style\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def behind(sources: Path, name: str) -> str:
    modules = Sources(sources)
    place = modules.place(name)
    assert place is not None
    return modules.digest([place])


@pytest.mark.parametrize(
    "changed",
    [
        "guide/chapters/losses/figures.py",
        "guide/chapters/losses/experiments.py",
        "guide/chapters/losses/experiments.json",
        "guide/experiments/shared.py",
        "nnbyhand/losses.py",
        "nnbyhand/data/digits.csv",
    ],
)
def test_what_is_imported_however_late_and_far_counts(sources: Path, changed: str) -> None:
    before = behind(sources, "guide.chapters.losses.figures")
    (sources / changed).write_text(FILES[changed] + "# changed\n", encoding="utf-8")
    assert behind(sources, "guide.chapters.losses.figures") != before


@pytest.mark.parametrize("changed", ["guide/experiments/other.py", "guide/figures/style.py"])
def test_what_is_not_imported_does_not_count(sources: Path, changed: str) -> None:
    before = behind(sources, "guide.chapters.losses.figures")
    (sources / changed).write_text("# changed\n", encoding="utf-8")
    assert behind(sources, "guide.chapters.losses.figures") == before


def test_compiled_code_does_not_count(sources: Path) -> None:
    before = behind(sources, "nnbyhand.losses")
    (sources / "nnbyhand/__pycache__").mkdir()
    (sources / "nnbyhand/__pycache__/losses.pyc").write_text("compiled", encoding="utf-8")
    assert behind(sources, "nnbyhand") == before


def test_a_package_stands_behind_itself(sources: Path) -> None:
    before = behind(sources, "guide.press")
    (sources / "guide/figures/style.py").write_text("WIDTH = 2\n", encoding="utf-8")
    assert behind(sources, "guide.press") != before


@pytest.mark.parametrize("name", ["guide.nowhere", "numpy", "guide"])
def test_what_is_not_ours_has_no_place(sources: Path, name: str) -> None:
    assert Sources(sources).place(name) is None


def test_a_module_that_cannot_be_read_still_has_a_name(sources: Path) -> None:
    before = behind(sources, "guide.chapters.losses.figures")
    (sources / "guide/chapters/losses/figures.py").write_text("def broken(:\n", encoding="utf-8")
    assert behind(sources, "guide.chapters.losses.figures") != before


def test_the_name_does_not_depend_on_where_the_checkout_is(sources: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    for name, text in FILES.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    assert behind(copy, "guide.chapters.losses.figures") == behind(
        sources, "guide.chapters.losses.figures"
    )
