"""The same sources give the same site, byte for byte, wherever and however often they are built."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
NOT_SOURCES = shutil.ignore_patterns(
    ".cache", ".git", ".*_cache", ".venv", "__pycache__", "build", "node_modules", "site", "tests"
)
# What must not matter: the order of sets, and where on Earth the build runs.
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles"},
)


def built(copy: Path, place: dict[str, str]) -> dict[str, str]:
    """Copy the sources, without any cache, build them and return a digest of every file."""
    shutil.copytree(ROOT, copy, ignore=NOT_SOURCES)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=copy,
        env={**os.environ, **place, "PYTHONPATH": str(copy / "src")},
        check=True,
        timeout=300,
    )
    return digests(copy / "site")


def digests(site: Path) -> dict[str, str]:
    """Return a digest of every file of a built site."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def test_two_cold_builds_and_the_site_are_the_same(tmp_path: Path) -> None:
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    first, second = (
        built(tmp_path / f"copy{number}", place) for number, place in enumerate(PLACES)
    )
    assert differing(first, second) == []
    assert differing(first, digests(SITE)) == [], "the site differs from a build with empty caches"


def differing(first: dict[str, str], second: dict[str, str]) -> list[str]:
    return sorted(name for name in first | second if first.get(name) != second.get(name))
