"""The code that readers have run, by the file names that tracebacks show for it."""

import io
import linecache
from collections.abc import Iterable

_sources: dict[str, str] = {}


def named(name: str, code: str) -> str:
    """Return the file name of a block's code, and let tracebacks find its lines.

    Functions of an earlier text live on in their space, and keep their own lines: a text that was
    edited gets a file name of its own.
    """
    edit, file_name = 0, name
    while _sources.get(file_name, code) != code:
        edit += 1
        file_name = f"{name} (edit {edit})"
    _sources[file_name] = code
    linecache.cache[file_name] = (len(code), None, _lines(code), file_name)
    return file_name


def forget_sources(file_names: Iterable[str]) -> None:
    """Forget code of which nothing lives on."""
    for file_name in file_names:
        _sources.pop(file_name, None)
        linecache.cache.pop(file_name, None)


def is_readers(file_name: str) -> bool:
    """Tell whether this is the name of code that a reader has run."""
    return file_name in _sources


def line_of(file_name: str, number: int) -> str | None:
    """Return a line of a reader's code as it is written, None where there is none."""
    lines = _lines(_sources.get(file_name, ""))
    return lines[number - 1] if 0 < number <= len(lines) else None


def _lines(code: str) -> list[str]:
    """Return lines as Python counts them: a form feed ends none, and each has its end."""
    return io.StringIO(code.removesuffix("\n") + "\n").readlines()
