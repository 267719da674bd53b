"""What was proven once is proven again under another Python, and kept where the project says."""

import platform
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.publishing.cache import Work, remembered, versions
from guide.publishing.labs import runs as lab_runs
from guide.publishing.project import Project


@pytest.fixture(autouse=True)
def fresh_versions() -> Iterator[None]:
    """Read versions anew, and leave none of a test behind."""
    versions.cache_clear()
    yield
    versions.cache_clear()


def work(calls: list[str]) -> Work[None]:
    return Work("numbers", (), ("key",), lambda: calls.append("computed"))


def test_another_python_computes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    remembered(Project(tmp_path), work(calls))
    remembered(Project(tmp_path), work(calls))
    assert len(calls) == 1
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    versions.cache_clear()
    remembered(Project(tmp_path), work(calls))
    assert len(calls) == 2


def test_another_python_runs_the_labs_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = tmp_path / "docs/practice/lab.py"
    lab.parent.mkdir(parents=True)
    lab.write_text("print(1)\n", encoding="utf-8")
    before = lab_runs.kept_in(lab, Project(tmp_path))
    assert lab_runs.kept_in(lab, Project(tmp_path)) == before
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    versions.cache_clear()
    assert lab_runs.kept_in(lab, Project(tmp_path)) != before


def test_results_are_kept_in_the_folder_of_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_CACHE", "elsewhere/cache")
    remembered(Project(tmp_path), work([]))
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]
    assert list((tmp_path / "elsewhere/cache/numbers").glob("*.pickle"))
