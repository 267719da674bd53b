"""The commands of the project are there, fit what is written about them, and fail in words."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROMISED = {
    "serve",
    "site",
    "refresh",
    "chapter",
    "test",
    "check",
    "test-frameworks",
    "bench",
    "lighthouse",
    "mutation",
    "newest",
    "oldest",
    "format",
    "lock",
    "clean",
    "help",
}
FLOATING_TAG = re.compile(r"[\w-]+/[\w-]+@v\d+")


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    outer = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}  # of the make that runs these tests
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in outer},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A folder with what make reads, and nothing installed."""
    for file in [ROOT / "Makefile", *ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"]:
        shutil.copy(file, tmp_path)
    return tmp_path


def python_that(folder: Path, name: str, change: str) -> str:
    """Make a Python that differs from this one in one respect."""
    file = folder / name
    file.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -c "import sys; {change}; exec(sys.argv[2])" "$@"\n',
        encoding="utf-8",
    )
    file.chmod(0o755)
    return str(file)


def old(folder: Path) -> str:
    return python_that(folder, "old-python", "sys.version_info = (3, 9, 2)")


def test_help_lists_every_command(fresh: Path) -> None:
    listed = re.findall(r"^  make (\S+) +\S", make(fresh, "help").stdout, re.MULTILINE)
    assert set(listed) == PROMISED
    assert make(fresh).stdout == make(fresh, "help").stdout


@pytest.mark.parametrize("command", ["serve", "test"])
def test_old_python_is_named_and_nothing_is_made(fresh: Path, command: str) -> None:
    answer = make(fresh, command, f"PYTHON={old(fresh)}")
    assert answer.returncode == 2
    assert "Needed: Python 3.11.5 to 3.15" in answer.stderr
    assert "old-python is 3.9.2" in answer.stderr
    assert f"make {command} PYTHON=" in answer.stderr
    assert not (fresh / ".venv").exists()


def test_python_from_the_future_is_refused(fresh: Path) -> None:
    newer = python_that(fresh, "new-python", "sys.version_info = (3, 16, 0)")
    assert "new-python is 3.16.0" in make(fresh, "serve", f"PYTHON={newer}").stderr


def test_python_without_ensurepip_is_told_which_package(fresh: Path) -> None:
    bare = python_that(fresh, "bare-python", "sys.modules['ensurepip'] = None")
    answer = make(fresh, "serve", f"PYTHON={bare}")
    assert "without ensurepip" in answer.stderr
    assert "python3-venv" in answer.stderr


def test_missing_python_is_named(fresh: Path) -> None:
    assert "no-python is not found" in make(fresh, "serve", "PYTHON=no-python").stderr


def test_first_fitting_python_makes_the_environment(fresh: Path) -> None:
    fitting = fresh / "fitting-python"
    fitting.write_text('#!/bin/sh\n[ "$1" = -c ] || echo "made with: $*"\n', encoding="utf-8")
    fitting.chmod(0o755)
    answer = make(fresh, ".venv/bin/python", f"PYTHON=no-python {old(fresh)} {fitting}")
    assert answer.stdout == "made with: -m venv --clear .venv\n"


def test_chapter_asks_for_a_name(fresh: Path) -> None:
    answer = make(fresh, "chapter")
    assert answer.returncode == 2
    assert "make chapter NAME=" in answer.stderr


def test_readme_and_ci_name_real_commands() -> None:
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")]
    named = {name for text in texts for name in re.findall(r"make ([a-z-]+)(?=[`\s]|$)", text)}
    assert {"serve", "test"} <= named
    assert named <= PROMISED
    assert "make check test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_direct_dependencies_say_from_which_version_on() -> None:
    """Without a lower bound, `make oldest` would try releases that nobody can install today."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lists = [project["build-system"]["requires"], project["project"]["dependencies"]]
    lists += project["dependency-groups"].values()
    asked = [Requirement(item) for each in lists for item in each if isinstance(item, str)]
    unbounded = [
        item.name
        for item in asked
        if not any(each.operator in {">=", "=="} for each in item.specifier)
    ]
    assert not unbounded


@pytest.mark.parametrize("group", ["site", "test"])
def test_lock_file_holds_what_the_project_asks_for(group: str) -> None:
    """A package that only the author's machine has would fail elsewhere; `make lock` adds it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"][group]]
    names = {canonicalize_name(Requirement(item).name) for item in asked if isinstance(item, str)}
    file = ROOT / {"site": "requirements.txt", "test": "requirements-test.txt"}[group]
    first, *pins = file.read_text(encoding="utf-8").splitlines()
    assert first == "-e ."
    assert all(re.match(r"[a-z0-9-]+==[\w.]+( ; |$)", pin) for pin in pins)
    assert names <= {pin.partition("==")[0] for pin in pins}


def test_lock_files_hold_no_download_address() -> None:
    pins = [file.read_text(encoding="utf-8") for file in ROOT.glob("requirements*.txt")]
    assert "://" not in "".join(pins)
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["check.yml", "publish.yml", "versions.yml"])
def test_workflow_is_pinned_and_has_least_permissions(name: str) -> None:
    text = (ROOT / ".github/workflows" / name).read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        granted = job.get("permissions", {})
        assert {right for right, level in granted.items() if level == "write"} <= {
            "pages",
            "id-token",
        }
        used = [step["uses"] for step in job.get("steps", []) if "uses" in step]
        assert all(FLOATING_TAG.fullmatch(action) for action in used)
