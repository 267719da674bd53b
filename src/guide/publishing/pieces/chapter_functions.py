"""Finds the function that a page names in the folder of its chapter, by reading its modules."""

import re
from collections.abc import Callable
from pathlib import Path

from guide import chapters
from guide.files import read_text, until_written

_FUNCTION = re.compile(r"^def ([a-z]\w*)\(", re.MULTILINE)

Defined = dict[str, list[tuple[str, Path]]]
"""Functions by name: the modules that define each, and their files."""


def functions_in(chapter: str, room: str) -> Defined:
    """Return the functions of a chapter that do one thing there.

    Nothing is imported: a build that proves nothing anew need not load what draws and computes.

    Args:
        chapter: The folder of the chapter, `gradient_descent`.
        room: What they do: `experiments`, `figures` or `tables`.
    """
    defined: Defined = {}
    for name, path in _modules(chapter, room):
        for found in _functions(path):
            defined.setdefault(found, []).append((name, path))
    return defined


def module_with(
    chapter: str,
    room: str,
    function: str,
    look_up: Callable[[str, str], Defined] = functions_in,
) -> tuple[str, Path]:
    """Return the module that defines a function, and its file: `guide.chapters.losses.figures`.

    Args:
        chapter: The folder of the chapter.
        room: What the function does there.
        function: Its name.
        look_up: `functions_in`, or one that remembers.

    Raises:
        LookupError: The chapter has no such room, no function of this name, or more than one.
    """
    defined = look_up(chapter, room)
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


@until_written
def _functions(path: Path) -> tuple[str, ...]:
    return tuple(_FUNCTION.findall(read_text(path)))
