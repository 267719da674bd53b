"""What stands behind a module: a result is kept until one of these sources changes."""

import ast
import hashlib
import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_PACKAGE = "nnbyhand"


class Sources:
    """The modules of a checkout as they are now: each is looked up once, however often asked for.

    Whoever imports something of the package depends on all of it. A data file belongs to the module
    beside it that has its name.

    Args:
        folder: The folder that holds `guide` and `nnbyhand`.
    """

    def __init__(self, folder: Path) -> None:  # noqa: D107  (the class says it)
        self.folder = folder
        self._places: dict[str, Path | None] = {}
        self._neighbors: dict[Path, tuple[frozenset[str], frozenset[Path]]] = {}

    def digest(self, starts: Iterable[Path]) -> str:
        """Return a name for the content of files and of all that they import from the folder.

        Args:
            starts: Modules, and folders of which every file counts.
        """
        lines = set[str]()
        waiting, seen = list(starts), set[Path]()
        while waiting:
            place = waiting.pop()
            if place not in seen:
                seen.add(place)
                own, imported = self._behind(place)
                lines |= own
                waiting += imported
        return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()

    def place(self, name: str) -> Path | None:
        """Return the file of a module such as `guide.figures.losses`; the package is one folder."""
        if name not in self._places:
            self._places[name] = next(filter(Path.exists, self._candidates(name)), None)
        return self._places[name]

    def _candidates(self, name: str) -> Iterable[Path]:
        top = name.partition(".")[0]
        if top == _PACKAGE:
            return [self.folder / _PACKAGE]
        place = self.folder.joinpath(*name.split("."))
        return [place.with_suffix(".py"), place / "__init__.py"] if top == "guide" else []

    def _behind(self, place: Path) -> tuple[frozenset[str], frozenset[Path]]:
        """Return a line for each file of a place, with its content, and the places it imports."""
        if place not in self._neighbors:
            if place.is_dir():
                files = [path for path in place.rglob("*") if "__pycache__" not in path.parts]
                imported = frozenset[str]()
            else:
                files, imported = [*place.parent.glob(f"{place.stem}.*")], _read(place).imports
            own = frozenset(self._line(path) for path in files if path.is_file())
            places = frozenset(path for name in imported if (path := self.place(name)))
            self._neighbors[place] = own, places
        return self._neighbors[place]

    def _line(self, path: Path) -> str:
        name = Path(os.path.relpath(path, self.folder)).as_posix()
        return f"{name}\0{_read(path).content}\0"


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
