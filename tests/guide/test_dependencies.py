"""What stands behind a result: itself, what it imports, data beside it, versions; nothing else."""

import ast
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import nnbyhand
from guide import dependencies
from guide.dependencies import SOURCES, Dependency, Sources, UnknownDependencyError
from guide.publishing.project import HERE

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
    "guide/experiments/other.json": "{}\n",
    "guide/tables/__init__.py": "# Tables.\n",
    "guide/tables/speed.py": "import sympy, yaml\n",
    "guide/tables/measured.json": "{}\n",
    "guide/press/__init__.py": "from guide.figures import style\n",
}
SCRIPT = "from guide.figures import style\n"


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(dependencies, "_first_read", {})
    folder = tmp_path / "src"
    for name, text in FILES.items():
        write(folder / name, text)
    write(tmp_path / "script.py", SCRIPT)
    write(tmp_path / "script.json", "{}\n")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def behind(sources: Path, name: str) -> str:
    modules = Sources(sources)
    place = modules.place(name)
    assert place is not None
    return modules.name(place)


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
    write(sources / changed, FILES[changed] + "# changed\n")
    assert behind(sources, "guide.chapters.losses.figures") != before


@pytest.mark.parametrize(
    "changed",
    ["guide/experiments/other.py", "guide/experiments/other.json", "guide/figures/style.py"],
)
def test_what_is_not_imported_does_not_count(sources: Path, changed: str) -> None:
    before = behind(sources, "guide.chapters.losses.figures")
    write(sources / changed, "# changed\n")
    assert behind(sources, "guide.chapters.losses.figures") == before


@pytest.mark.parametrize("changed", ["guide/tables/__init__.py", "guide/tables/measured.json"])
def test_a_module_follows_its_package_and_data_that_no_module_is_named_for(
    sources: Path, changed: str
) -> None:
    before = behind(sources, "guide.tables.speed")
    write(sources / changed, "# changed\n")
    assert behind(sources, "guide.tables.speed") != before


def test_a_module_follows_the_package_around_its_package(sources: Path) -> None:
    write(sources / "guide/tables/deeper/rows.py", "ROWS = 1\n")
    before = behind(sources, "guide.tables.deeper.rows")
    write(sources / "guide/tables/__init__.py", "# changed\n")
    assert behind(sources, "guide.tables.deeper.rows") != before


def test_compiled_code_does_not_count(sources: Path) -> None:
    before = behind(sources, "nnbyhand.losses")
    write(sources / "nnbyhand/__pycache__/losses.pyc", "compiled")
    assert behind(sources, "nnbyhand") == before


def test_a_package_stands_behind_itself(sources: Path) -> None:
    before = behind(sources, "guide.press")
    write(sources / "guide/figures/style.py", "WIDTH = 2\n")
    assert behind(sources, "guide.press") != before


@pytest.mark.parametrize("name", ["guide.nowhere", "numpy", "guide"])
def test_what_is_not_ours_has_no_place(sources: Path, name: str) -> None:
    assert Sources(sources).place(name) is None


def test_a_module_that_cannot_be_read_still_has_a_name(sources: Path) -> None:
    before = behind(sources, "guide.chapters.losses.figures")
    write(sources / "guide/chapters/losses/figures.py", "def broken(:\n")
    assert behind(sources, "guide.chapters.losses.figures") != before


def test_the_name_does_not_depend_on_where_the_checkout_is(sources: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    for name, text in FILES.items():
        write(copy / name, text)
    assert behind(copy, "guide.chapters.losses.figures") == behind(
        sources, "guide.chapters.losses.figures"
    )


@pytest.mark.parametrize(
    ("changed", "counts"),
    [("script.py", True), ("src/guide/figures/style.py", True), ("script.json", False)],
)
def test_a_script_stands_for_itself_and_what_it_imports(
    sources: Path, changed: str, *, counts: bool
) -> None:
    script = sources.parent / "script.py"
    before = Sources(sources).name(script)
    with (sources.parent / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert (Sources(sources).name(script) != before) == counts


@pytest.mark.parametrize(
    ("library", "counts"),
    [("sympy", True), ("PyYAML", True), ("numpy", False)],
)
def test_the_version_of_a_library_counts_where_it_is_imported(
    sources: Path, monkeypatch: pytest.MonkeyPatch, library: str, *, counts: bool
) -> None:
    real, before = dependencies.version, behind(sources, "guide.tables.speed")
    monkeypatch.setattr(
        dependencies, "version", lambda name: "9.9" if name == library else real(name)
    )
    dependencies._version.cache_clear()  # noqa: SLF001  (as in another process)
    after = behind(sources, "guide.tables.speed")
    dependencies._version.cache_clear()  # noqa: SLF001  (none of a test stays)
    assert (after != before) == counts


def test_a_library_that_gets_installed_counts(sources: Path) -> None:
    module = sources / "guide/press/__init__.py"
    write(module, "import no_such_library\n")
    before = behind(sources, "guide.press")
    write(module, "import no_such_library_either\n")
    assert behind(sources, "guide.press") != before
    assert dependencies._version("no_such_library") == "not installed"  # noqa: SLF001


def test_a_library_whose_version_nothing_tells_is_an_error(
    sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "installed/without_metadata.py", "")
    monkeypatch.syspath_prepend(tmp_path / "installed")
    write(sources / "guide/press/__init__.py", "import without_metadata\n")
    with pytest.raises(UnknownDependencyError, match="the version of without_metadata: add"):
        behind(sources, "guide.press")


@pytest.mark.parametrize(
    ("dependency", "stands_for"),
    [
        (HERE.relative, SOURCES / "guide/publishing/project.py"),
        (type(HERE), SOURCES / "guide/publishing/project.py"),
        (dependencies, SOURCES / "guide/dependencies.py"),
        (nnbyhand, SOURCES / "nnbyhand"),
        (nnbyhand.errors, SOURCES / "nnbyhand"),
    ],
)
def test_functions_classes_and_modules_stand_for_their_source(
    dependency: Dependency, stands_for: Path
) -> None:
    dependency = getattr(dependency, "__func__", dependency)
    assert Sources().name(dependency) == Sources().name(stands_for)


@pytest.mark.parametrize(
    "unknown",
    [
        "guide.dependencies",
        SOURCES / "guide/typo.py",
        np.add,
        len,
        sys,
        None,
        3,
        ModuleType("made"),
    ],
)
def test_an_unknown_dependency_is_an_error(unknown: Dependency) -> None:
    with pytest.raises(UnknownDependencyError, match=r"a result (cannot depend|depends) on"):
        Sources().name(dependencies, unknown)


def test_an_edit_after_the_first_reading_is_noticed(sources: Path) -> None:
    style, losses = sources / "guide/figures/style.py", sources / "guide/chapters/losses/figures.py"
    assert not Sources(sources).edited(style)
    before = Sources(sources, loaded=True).name(style)
    write(style, "WIDTH = 2\n")
    assert Sources(sources).edited(style)
    assert not Sources(sources).edited(losses)
    assert Sources(sources, loaded=True).name(style) == before
    write(style, FILES["guide/figures/style.py"])
    assert not Sources(sources).edited(style)


def test_a_script_is_read_as_it_is_even_where_modules_are_as_loaded(sources: Path) -> None:
    script = sources.parent / "script.py"
    before = Sources(sources, loaded=True).name(script)
    write(script, f"{SCRIPT}# changed\n")
    assert Sources(sources, loaded=True).name(script) != before
    assert not Sources(sources).edited(script)


@pytest.mark.parametrize("folder", ["src", "snippets", "docs"])
def test_every_import_that_the_parser_finds_is_followed(folder: str) -> None:
    files = sorted((HERE.root / folder).rglob("*.py"))
    assert files
    for file in files:
        content = file.read_bytes()
        missed = set(parsed(content)) - set(dependencies._imports(content))  # noqa: SLF001
        assert not missed, file


def test_imports_are_found_however_they_are_written() -> None:
    text = b"\xef\xbb\xbfimport a.b as c, d  # e\r\nif d:\r\n\tfrom f import g as h, i\r\n"
    several = b"from j import (  # (k)\n    l,  # m)\n    n as o,\n)\nfrom what is import\n"
    found = [*dependencies._imports(text + several)]  # noqa: SLF001
    assert found == ["a.b", "d", "f", "f.g", "f.i", "j", "j.l", "j.n"]


def parsed(content: bytes) -> Iterable[str]:
    for node in ast.walk(ast.parse(content)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_library_is_known_by_its_distribution() -> None:
    known: Callable[[str], str] = dependencies._version  # noqa: SLF001
    installed = packages_distributions()
    for file in sorted(SOURCES.rglob("*.py")):
        for name in dependencies._imports(file.read_bytes()):  # noqa: SLF001
            top = name.partition(".")[0]
            if top in installed and top not in {"guide", "nnbyhand"}:
                versions = {dependencies.version(each) for each in installed[top]}
                assert known(top) in versions, name
