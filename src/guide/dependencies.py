"""What stands behind a module: a result is kept until one of these sources changes."""

import ast
import hashlib
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_PACKAGE = "nnbyhand"


def digest(sources: Path, starts: Iterable[Path]) -> str:
    """Return a name for the content of files and of all that they import from `sources`.

    Whoever imports something of the package depends on all of it. A data file belongs to the module
    beside it that has its name.

    Args:
        sources: The folder that holds `guide` and `nnbyhand`.
        starts: Modules, and folders of which every file counts.
    """
    total = hashlib.sha256()
    for path in sorted(_behind(sources, starts)):
        total.update(f"{os.path.relpath(path, sources)}\0{_read(path).content}\0".encode())
    return total.hexdigest()


def module_place(sources: Path, name: str) -> Path | None:
    """Return the file of a module such as `guide.figures.losses`; the package is one folder."""
    top = name.partition(".")[0]
    if top not in {"guide", _PACKAGE}:
        return None
    place = sources.joinpath(*name.split("."))
    files = [place.with_suffix(".py"), place / "__init__.py"]
    candidates = [sources / _PACKAGE] if top == _PACKAGE else files
    return next((path for path in candidates if path.exists()), None)


def _behind(sources: Path, starts: Iterable[Path]) -> set[Path]:
    found: set[Path] = set()
    waiting, seen = list(starts), set[Path]()
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        if place.is_dir():
            found |= {path for path in place.rglob("*") if "__pycache__" not in path.parts}
        else:
            found |= {*place.parent.glob(f"{place.stem}.*")}
            imported = (module_place(sources, name) for name in _read(place).imports)
            waiting += [path for path in imported if path is not None]
    return {path for path in found if path.is_file()}


class _Source(NamedTuple):
    content: str
    imports: frozenset[str]


def _read(path: Path) -> _Source:
    state = path.stat()
    return _read_once(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4096)
def _read_once(path: Path, *state: int) -> _Source:  # noqa: ARG001  (only the cache reads it)
    content = path.read_bytes()
    imports = frozenset(_imported(content)) if path.suffix == ".py" else frozenset[str]()
    return _Source(hashlib.sha256(content).hexdigest(), imports)


def _imported(content: bytes) -> Iterable[str]:
    """Yield the dotted names that may be modules: `a.b` and `a.b.c` of `from a.b import c`."""
    try:
        tree = ast.parse(content)
    except SyntaxError:
        return  # whoever imports the module says so, with its line
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
