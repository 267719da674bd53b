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
    "vendor-python",
    "test",
    "check",
    "test-frameworks",
    "test-wasm",
    "bench",
    "lighthouse",
    "machines",
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
        encoding="utf-8",
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


@pytest.mark.shell
@pytest.mark.parametrize("command", ["serve", "test"])
def test_old_python_is_named_and_nothing_is_made(fresh: Path, command: str) -> None:
    answer = make(fresh, command, f"PYTHON={old(fresh)}")
    assert answer.returncode == 2
    assert "Needed: Python 3.11.5 to 3.15" in answer.stderr
    assert "old-python is 3.9.2" in answer.stderr
    assert f"make {command} PYTHON=" in answer.stderr
    assert not (fresh / ".venv").exists()


@pytest.mark.shell
def test_python_from_the_future_is_refused(fresh: Path) -> None:
    newer = python_that(fresh, "new-python", "sys.version_info = (3, 16, 0)")
    assert "new-python is 3.16.0" in make(fresh, "serve", f"PYTHON={newer}").stderr


@pytest.mark.shell
def test_python_without_ensurepip_is_told_which_package(fresh: Path) -> None:
    bare = python_that(fresh, "bare-python", "sys.modules['ensurepip'] = None")
    answer = make(fresh, "serve", f"PYTHON={bare}")
    assert "without ensurepip" in answer.stderr
    assert "python3-venv" in answer.stderr


def test_missing_python_is_named(fresh: Path) -> None:
    assert "no-python is not found" in make(fresh, "serve", "PYTHON=no-python").stderr


@pytest.mark.shell
def test_first_fitting_python_makes_the_environment(fresh: Path) -> None:
    fitting = fresh / "fitting-python"
    fitting.write_text('#!/bin/sh\n[ "$1" = -c ] || echo "made with: $*"\n', encoding="utf-8")
    fitting.chmod(0o755)
    answer = make(fresh, ".venv/bin/python", f"PYTHON=no-python {old(fresh)} {fitting}")
    assert answer.stdout == "made with: -m venv --clear .venv\n"


@pytest.mark.shell
@pytest.mark.parametrize(
    ("command", "tool", "variable"),
    [(".venv/.site", "python", "PIP_CERT"), ("node_modules/.site", "npm", "NODE_EXTRA_CA_CERTS")],
)
def test_a_certificate_that_is_not_known_is_followed_by_what_to_set(
    fresh: Path, command: str, tool: str, variable: str
) -> None:
    certificate = "self-signed certificate in certificate chain"
    (fresh / ".venv/bin").mkdir(parents=True)
    for name, script in {"python": "", tool: f'echo "{certificate}" >&2; exit 1'}.items():
        program = fresh / ".venv/bin" / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    answer = make(fresh, command)
    assert answer.returncode == 2
    assert answer.stderr.startswith(certificate)
    assert f"Set {variable}=/path/to/certificate.pem" in answer.stderr
    assert "HTTPS_PROXY=http://host:port" in answer.stderr
    assert variable not in answer.stdout  # the command stands there, and no hint before it fails
    assert not (fresh / command).exists()


def test_windows_has_its_programs_in_another_folder(fresh: Path) -> None:
    for command in sorted(PROMISED - {"clean", "help"}):
        shown = make(fresh, "-n", "OS=Windows_NT", command, "NAME=losses").stdout
        assert re.search(r"\.venv(-\w+)?/Scripts/", shown)
        assert not re.search(r"\.venv(-\w+)?/bin", shown)
    asked = make(fresh, "OS=Windows_NT", "--eval=show:;@echo $$PATH", "show")
    assert asked.stdout.startswith(f"{fresh}/.venv/Scripts;")


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


def test_every_system_has_a_job() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    systems = {job["runs-on"] for job in jobs.values()} | {
        *jobs["systems"]["strategy"]["matrix"]["system"]
    }
    assert {"ubuntu-latest", "macos-latest", "windows-latest"} <= systems
    assert {"run": "make test-system"} in jobs["systems"]["steps"]
    assert re.search(
        r"^test-system:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )


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
