"""Finds the function that a page names in the folder of its chapter, by reading its modules."""

import re
from functools import lru_cache
from pathlib import Path

from guide import chapters
from guide.files import read_text

_FUNCTION = re.compile(r"^def ([a-z]\w*)\(", re.MULTILINE)


def module_with(chapter: str, room: str, function: str) -> tuple[str, Path]:
    """Return the module that defines a function, and its file: `guide.chapters.losses.figures`.

    Nothing is imported: a build that proves nothing anew need not load what draws and computes.

    Args:
        chapter: The folder of the chapter, `gradient_descent`.
        room: What the function does there: `experiments`, `figures` or `tables`.
        function: Its name.

    Raises:
        LookupError: The chapter has no such room, no function of this name, or more than one.
    """
    defined: dict[str, list[tuple[str, Path]]] = {}
    for name, path in _modules(chapter, room):
        for found in _functions(path):
            defined.setdefault(found, []).append((name, path))
    where = f"src/guide/chapters/{chapter}/{room}"
    if not defined:
        raise LookupError(f"there is no {where}")
    modules = defined.get(function, [])
    if not modules:
        raise LookupError(f"{where} has no function {function!r}")
    if len(modules) > 1:
        both = " and ".join(name for name, _ in modules)
        raise LookupError(f"{where} has more than one function {function!r}: in {both}")
    return modules[0]


def _modules(chapter: str, room: str) -> list[tuple[str, Path]]:
    """Return the modules of a room: one file, or a folder of files with one idea each."""
    found = []
    for folder in (Path(place) / chapter for place in chapters.__path__):
        package = f"{chapters.__name__}.{chapter}.{room}"
        if (folder / f"{room}.py").is_file():
            found.append((package, folder / f"{room}.py"))
        files = sorted((folder / room).glob("[!_]*.py"))
        found += [(f"{package}.{path.stem}", path) for path in files]
    return found


def _functions(path: Path) -> tuple[str, ...]:
    state = path.stat()
    return _functions_of(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=512)
def _functions_of(path: Path, *state: int) -> tuple[str, ...]:  # noqa: ARG001  (only the cache reads it)
    return tuple(_FUNCTION.findall(read_text(path)))
