"""The wheel holds the package and nothing else, and is the same wherever it is built."""

import shutil
import zipfile
from email import message_from_bytes
from io import BytesIO
from pathlib import Path

import pytest

from guide.publishing.project import HERE, Project
from guide.publishing.python.wheel import named, wheel, wheel_name

NOT_SOURCES = shutil.ignore_patterns("__pycache__", ".*")
KINDS = {".py", ".npz", ".md", ".typed"}
"""Of the files in the folder of the package: an editor's leavings would be of another kind."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Copy what a wheel is made of, each file younger than the original."""
    root = tmp_path_factory.mktemp("copy")
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        (root / name).write_bytes((HERE.root / name).read_bytes())
    shutil.copytree(
        HERE.root / "src/nnbyhand",
        root / "src/nnbyhand",
        ignore=NOT_SOURCES,
        copy_function=shutil.copyfile,
    )
    return Project(root)


def only_file(made: dict[str, bytes]) -> tuple[str, zipfile.ZipFile]:
    [(place, content)] = made.items()
    return place, zipfile.ZipFile(BytesIO(content))


def test_the_wheel_holds_the_package_and_nothing_else() -> None:
    place, archive = only_file(wheel(HERE))
    assert place == f"assets/{wheel_name(HERE)}"
    assert archive.testzip() is None
    folder = HERE.root / "src/nnbyhand"
    package = {
        f"nnbyhand/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    own = "-".join(wheel_name(HERE).split("-")[:2]) + ".dist-info"
    about = {f"{own}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "licenses/LICENSE")}
    assert set(archive.namelist()) == package | about
    assert {Path(name).suffix for name in package} == KINDS
    assert {"nnbyhand/py.typed", "nnbyhand/data/iris.npz"} <= package


def test_the_wheel_says_what_pip_must_know() -> None:
    _, archive = only_file(wheel(HERE))
    [metadata] = [name for name in archive.namelist() if name.endswith("/METADATA")]
    said = message_from_bytes(archive.read(metadata))
    assert said["Name"] == "nnbyhand"
    assert said["Requires-Python"] == ">=3.11.5"
    needed = {need for need in said.get_all("Requires-Dist") or [] if "extra" not in need}
    assert needed == {"numpy>=2.0", "jaxtyping>=0.3"}


def test_the_same_sources_give_the_same_bytes_in_another_place(copy: Project) -> None:
    assert wheel(copy) == wheel(HERE)


def test_the_name_follows_the_version(copy: Project) -> None:
    told = copy.root / "pyproject.toml"
    told.write_text(
        told.read_text(encoding="utf-8").replace('version = "0.1.0"', 'version = "2.3.4"'),
        encoding="utf-8",
    )
    anew = Project(copy.root)
    assert list(wheel(anew)) == ["assets/nnbyhand-2.3.4-py3-none-any.whl"]
    assert named("[{wheel}](assets/{wheel})", anew) == (
        "[nnbyhand-2.3.4-py3-none-any.whl](assets/nnbyhand-2.3.4-py3-none-any.whl)"
    )
