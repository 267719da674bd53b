"""The same sources give the same site, byte for byte, wherever and however they are built."""

import codecs
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
# `make check` builds from nothing; `make test` takes along what networks have learned and labs have
# printed, and draws, runs and sets everything else anew.
KEPT = () if os.environ.get("THOROUGH") else (".cache/experiments", ".cache/labs")
# What must not matter: the order of sets, where on Earth the build runs, the encoding there,
# and whether sources were saved with a byte order mark and the line ends of Windows.
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", **ASCII}
SAVED_ANEW = ("mkdocs.yml", "package*.json", "docs/**/*.md", "docs/**/*.css", "snippets/**/*.*")


def built(copy: Path) -> dict[str, str]:
    """Copy the sources, build them without a cache, and return a digest of every file."""
    shutil.copytree(ROOT, copy, ignore=NOT_SOURCES)
    for kept in KEPT:
        shutil.copytree(ROOT / kept, copy / kept)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    for path in {path for pattern in SAVED_ANEW for path in copy.glob(pattern)}:
        path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=copy,
        env={**os.environ, **ELSEWHERE, "PYTHONPATH": str(copy / "src")},
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


def test_a_cold_build_elsewhere_gives_the_same_site(tmp_path: Path) -> None:
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    assert differing(built(tmp_path / "copy"), digests(SITE)) == []


def differing(first: dict[str, str], second: dict[str, str]) -> list[str]:
    return sorted(name for name in first | second if first.get(name) != second.get(name))
