"""Where results cannot be kept, one warning says so, and everything else is as always."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import cache_folder as module
from guide.cache_folder import cache_folder, keep
from guide.experiments.cache import experiment
from guide.publishing.project import HERE, Project
from guide.publishing.typesetting.katex import Katex
from guide.remembering import Work, loaded_memory

VARIABLE = "GUIDE_CACHE"
COPIED = ("docs", "snippets", "src", "mkdocs.yml", "package.json", "package-lock.json")


@pytest.fixture(autouse=True)
def own_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Let each test be a run of its own, with its own place for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.delenv(VARIABLE)
    module._warn.cache_clear()  # noqa: SLF001  (what a new run begins without)
    yield
    os.environ.pop(VARIABLE, None)


@pytest.fixture
def blocked(tmp_path: Path) -> Project:
    """A checkout whose `.cache` is a file."""
    root = tmp_path / "checkout"
    root.mkdir()
    (root / ".cache").write_text("not a folder", encoding="utf-8")
    (root / "node_modules").symlink_to(HERE.root / "node_modules")
    return Project(root)


def test_a_folder_that_can_be_written_is_taken_in_silence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cache_folder(tmp_path) == tmp_path / ".cache"
    assert list((tmp_path / ".cache").iterdir()) == []
    assert capsys.readouterr().err == ""


def test_work_goes_on_after_one_warning(
    blocked: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    work = Work("kind", (keep,), ("key",), lambda: 42)
    assert [Project(blocked.root).memory.result(work) for _ in range(2)] == [42, 42]
    katex = Katex(blocked)
    assert "<math" in katex.html("z", display=False)
    katex.close()
    assert blocked.cache.is_dir()
    warning = capsys.readouterr().err
    assert warning.count("WARNING") == 1
    assert f"cannot be kept in {blocked.root / '.cache'} (a file of this name is there)" in warning
    assert "the next run computes them again" in warning


def test_a_full_disk_is_seen_before_others_fail_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=3 << 20))
    assert cache_folder(tmp_path) != tmp_path / ".cache"
    assert "(3 MB are free there, 16 MB are needed)" in capsys.readouterr().err


def test_what_a_folder_holds_that_can_only_be_read_is_taken_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / ".cache/kind/result"
    kept.parent.mkdir(parents=True)
    kept.write_text("42", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(module, "write_atomically", refuse)
    assert (cache_folder(tmp_path) / "kind/result").read_text(encoding="utf-8") == "42"
    assert "(Read-only file system)" in capsys.readouterr().err


def test_a_write_that_fails_later_is_told_once_and_the_result_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(tmp_path)
    assert project.cache == tmp_path / ".cache"

    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module, "write_atomically", fill)
    for key in "ab":
        assert project.memory.result(Work(key, (keep,), (key,), lambda: 42)) == 42
    warning = capsys.readouterr().err
    assert warning.count("WARNING") == 1
    assert f"cannot be kept in {tmp_path / '.cache'} (No space left on device)" in warning
    monkeypatch.setattr("multiprocessing.parent_process", object)
    keep(tmp_path / "other/kind/file", b"")
    assert capsys.readouterr().err == ""


def test_an_experiment_whose_result_cannot_be_kept_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("guide.experiments.cache.memory", loaded_memory(tmp_path / "file"))

    def answer() -> int:
        return 42

    assert experiment(answer)() == 42
    assert f"cannot be kept in {tmp_path / 'file'} (a file" in capsys.readouterr().err


def test_processes_of_a_run_share_its_folder_which_goes_with_it(
    tmp_path: Path, blocked: Project
) -> None:
    """A page is checked as by `make prove`, in a copy that no cache can be written to."""
    for name in COPIED:
        source = HERE.root / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, blocked.root / name)
    done = subprocess.run(
        [sys.executable, "-m", "guide.publishing", "check", "learn/neuron.md"],
        cwd=blocked.root,
        env={**os.environ, "PYTHONPATH": str(blocked.root / "src"), "TMPDIR": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(" pieces proven\n")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("WARNING: results cannot be kept in ")
    assert list(tmp_path.glob("nnbyhand-cache-*")) == []
