"""The site holds what Python in the page needs, says what that is, and refuses what it is not."""

import gzip
import hashlib
import importlib
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from guide.errors import PublishingError
from guide.publishing.project import HERE, Project
from guide.publishing.python.archives import dependencies, packed, runner
from guide.publishing.python.bytecode import ARCHIVES, compiled
from guide.publishing.python.packages import OFFERED, VARIABLE, Packages, packages_here
from guide.publishing.python.runtime import CORE, FOLDER, runtime_files
from guide.publishing.python.wheel import wheel

ADDRESS = "https://example.org/v{release}/full/"
NUMPY = Packages(HERE, ADDRESS).needed("numpy")[-1]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Leave out what this machine may have vendored."""
    monkeypatch.setattr(Packages, "folder", tmp_path / "vendored")


@pytest.fixture
def folder(alone: None, tmp_path: Path) -> Path:  # noqa: ARG001  (it comes first)
    """The folder of wheels."""
    (tmp_path / "vendored").mkdir()
    return tmp_path / "vendored"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Wheels of a few bytes each, as the lock now means them."""
    packages = Packages(HERE, ADDRESS)
    lock = json.loads(json.dumps(packages.lock))
    wheels = {}
    for package in packages.needed(*OFFERED):
        wheels[package.file] = f"wheel of {package.name}".encode()
        digest = hashlib.sha256(wheels[package.file]).hexdigest()
        lock["packages"][package.name]["sha256"] = digest
    monkeypatch.setattr(Packages, "lock", lock)
    return wheels


def listed(files: dict[str, bytes]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(files[f"{FOLDER}/runtime.json"])
    return made


def part(files: dict[str, bytes], name: str) -> dict[str, Any]:
    [found] = [part for part in listed(files)["parts"] if part["name"] == name]
    return dict(found)


def test_the_core_is_that_of_npm_and_told_as_it_is() -> None:
    files = runtime_files(HERE, ADDRESS)
    for name in {*CORE} - {*ARCHIVES}:
        content = (HERE.root / "node_modules/pyodide" / name).read_bytes()
        assert files[f"{FOLDER}/{name}"] == content
    for name, content in compiled(HERE, HERE.root / "node_modules/pyodide", runner(HERE)).items():
        assert files[f"{FOLDER}/{name}"] == content
    told = part(files, "python")
    assert [file["name"] for file in told["files"]] == [*CORE, "runner.zip"]
    for file in told["files"]:
        content = files[f"{FOLDER}/{file['name']}"]
        assert isinstance(content, bytes)
        assert file["size"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        packed_already = file["name"].endswith(".zip")
        assert file["bytes"] == len(content if packed_already else gzip.compress(content, mtime=0))


def test_every_file_of_the_site_that_is_listed_is_there() -> None:
    files = {**runtime_files(HERE, ADDRESS), **wheel(HERE)}
    for each in listed(files)["parts"]:
        for file in each["files"]:
            if "package" not in file:
                path = f"{FOLDER}/{file['name']}".replace("python/../", "")
                content = files[path]
                assert isinstance(content, bytes)
                assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_numpy_comes_from_the_release_that_the_core_is_of() -> None:
    packages = packages_here(HERE)
    assert f"/v{packages.release}/" in packages.address
    [told] = part(runtime_files(HERE, ADDRESS), "numpy")["files"]
    assert told["name"] == f"https://example.org/v{packages.release}/full/{NUMPY.file}"
    assert told["sha256"] == packages.lock["packages"]["numpy"]["sha256"]
    assert part(runtime_files(HERE, ADDRESS), "numpy")["bytes"] == 2_960_568


def test_what_a_page_may_import_is_known_with_what_it_needs() -> None:
    files = runtime_files(HERE, ADDRESS)
    assert part(files, "nnbyhand")["imports"] == ["nnbyhand", "jaxtyping", "wadler_lindig"]
    assert part(files, "nnbyhand")["needs"] == part(files, "matplotlib")["needs"] == ["numpy"]
    assert "matplotlib" in part(files, "matplotlib")["imports"]
    named = [file["package"] for file in part(files, "matplotlib")["files"]]
    assert "numpy" not in named
    assert {"matplotlib", "pillow", "contourpy"} <= {*named}


def test_dependencies_are_those_that_the_package_asks_for() -> None:
    assert dependencies(HERE, {"numpy"}) == ["jaxtyping", "wadler-lindig"]
    assert dependencies(HERE, {"numpy", "jaxtyping"}) == []


@pytest.mark.parametrize("name", ["jaxtyping", "wadler-lindig"])
def test_an_archive_holds_the_package_and_its_license(name: str, tmp_path: Path) -> None:
    file, content = packed(name)
    assert file.startswith(f"{name}-")
    assert packed(name) == (file, content)
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = archive.namelist()
    assert [each for each in names if "LICENSE" in each]
    assert [each for each in names if each.endswith("/METADATA")]
    assert not [each for each in names if "__pycache__" in each or each.endswith("RECORD")]
    archive.extractall(tmp_path)
    module = importlib.import_module(name.replace("-", "_"))
    assert module.__file__ is not None
    package = Path(module.__file__).parent
    for path in package.rglob("*.py"):
        copy = tmp_path / package.name / path.relative_to(package)
        assert copy.read_bytes() == path.read_bytes()


def test_the_runner_is_packed_whole() -> None:
    names = zipfile.ZipFile(io.BytesIO(runner(HERE))).namelist()
    assert "runner/__init__.py" in names
    assert "browser.py" in names
    assert all(name.endswith(".py") for name in names)


def test_what_is_vendored_comes_from_the_site(folder: Path, small: dict[str, bytes]) -> None:
    (folder / NUMPY.file).write_bytes(small[NUMPY.file])
    files = runtime_files(HERE, ADDRESS)
    assert files[f"{FOLDER}/packages/{NUMPY.file}"] == small[NUMPY.file]
    told = part(files, "numpy")
    assert (told["bytes"], told["files"][0]["bytes"]) == (len(small[NUMPY.file]),) * 2
    assert told["files"][0]["name"] == f"packages/{NUMPY.file}"
    assert part(files, "matplotlib")["files"][0]["name"].startswith("https://example.org/")
    for name, content in small.items():
        (folder / name).write_bytes(content)
    assert "https:" not in json.dumps(listed(runtime_files(HERE, ADDRESS))["parts"])


def test_another_wheel_of_the_same_name_stops_the_build(folder: Path) -> None:
    (folder / NUMPY.file).write_bytes(b"another")
    with pytest.raises(PublishingError, match=f"{NUMPY.file} is not the one of Pyodide") as fault:
        runtime_files(HERE, ADDRESS)
    assert fault.value.path == (folder / NUMPY.file).as_posix()


def test_a_folder_that_is_promised_must_hold_numpy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(folder))
    with pytest.raises(PublishingError, match=f"which does not hold {NUMPY.file}"):
        runtime_files(HERE, ADDRESS)


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.delenv(VARIABLE, raising=False)
    assert Packages(HERE, ADDRESS).folder == HERE.root / "vendor/python"
    monkeypatch.setenv(VARIABLE, "/elsewhere")
    assert Packages(HERE, ADDRESS).folder == Path("/elsewhere")


@pytest.mark.parametrize("setting", ["", "cdn.example.org/full/", "file:///full/", "https:///x"])
def test_what_is_no_address_is_refused_by_its_line(setting: str) -> None:
    with pytest.raises(PublishingError, match="is no address of a folder") as fault:
        runtime_files(HERE, setting)
    lines = (HERE.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert lines[fault.value.line - 1].strip().startswith("python_packages: ")


def test_a_release_of_unknown_weight_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Packages, "release", "999.0.0")
    with pytest.raises(PublishingError, match=r"how many bytes the numpy of Pyodide 999\.0\.0 has"):
        runtime_files(HERE, ADDRESS)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_vendoring_fetches_what_is_missing_and_compares_it(
    folder: Path, small: dict[str, bytes], tmp_path: Path
) -> None:
    there = tmp_path / "there"
    there.mkdir()
    for name, content in small.items():
        (there / name).write_bytes(content)
    (folder / NUMPY.file).write_bytes(small[NUMPY.file])
    (there / NUMPY.file).unlink()  # it is not fetched twice
    with serving(there) as address:
        said = [*Packages(HERE, address).vendor()]
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == small
        assert len(said) == len(small)
        assert f"{NUMPY.file}: {len(small[NUMPY.file])} bytes" in said[0]
        shutil.rmtree(folder)
        with pytest.raises(
            PublishingError, match=f"{NUMPY.file} cannot be fetched: HTTP Error 404"
        ):
            [*Packages(HERE, address).vendor()]
        (there / NUMPY.file).write_bytes(b"another")
        with pytest.raises(PublishingError, match="is not the one of Pyodide"):
            [*Packages(HERE, address).vendor()]
        assert not folder.exists()


def test_the_standard_library_alone_is_enough_for_the_core() -> None:
    files = part(runtime_files(HERE, ADDRESS), "python")
    assert files["title"].startswith("Python 3.")
    assert sum(file["bytes"] for file in files["files"]) < 7_000_000


def test_the_archive_of_a_project_follows_its_sources(tmp_path: Path) -> None:
    home = tmp_path / "docs/javascripts/python"
    (home / "runner").mkdir(parents=True)
    (home / "runner/__init__.py").write_text("a = 1\n", encoding="utf-8", newline="\r\n")
    first = runner(Project(tmp_path))
    assert zipfile.ZipFile(io.BytesIO(first)).read("runner/__init__.py") == b"a = 1\n"
    (home / "runner/__init__.py").write_text("a = 2\n", encoding="utf-8")
    assert runner(Project(tmp_path)) != first
