"""The spaces that blocks run in: their names, and what a lab sets for the blocks behind.

The press gives each block clean settings for printing, warnings and floating-point errors, so a
block of a chapter leaves none behind. A lab is one notebook: its blocks share them.
"""

import sys
import warnings
from collections.abc import Callable
from contextvars import Context, copy_context
from typing import TextIO

from runner.screen import display
from runner.sources import forget_sources, named

_LAB = "lab"
# Calls within calls: those through `sorted` or `repr` overflow a browser's stack before Python's
# own limit of 1,000, and Python ends with it.
_DEEPEST_IN_BROWSER = 500
# As Python begins with; a process that runs tests may have others.
_IGNORED = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


class Space:
    """The names of one page, lab or exercise.

    Attributes:
        names: The names and their values.
        file_names: What tracebacks call the code that has run here.
    """

    def __init__(self, name: str) -> None:
        """Begin with what every script and every notebook knows."""
        self.names: dict[str, object] = {"__name__": "__main__", "display": display}
        self.file_names: set[str] = set()
        self._shares_settings = name.startswith(_LAB)
        self._context: Context | None = None
        self._filters: list[object] | None = None

    def named(self, name: str, code: str) -> str:
        """Return the file name of code that is to run here."""
        file_name = named(name, code)
        self.file_names.add(file_name)
        return file_name

    def settled(self, work: Callable[[], None]) -> None:
        """Do the work in the settings of this space; NumPy keeps its own in context variables."""
        if self._context is None or not self._shares_settings:
            self._context = copy_context()
        if sys.platform == "emscripten":
            sys.setrecursionlimit(_DEEPEST_IN_BROWSER)
        with warnings.catch_warnings():
            warnings.showwarning = _show_warning
            if self._filters is None or not self._shares_settings:
                _filter_as_python_does()
            else:
                vars(warnings)["filters"][:] = self._filters
            try:
                self._context.run(work)
            finally:
                self._filters = [*warnings.filters]


def _show_warning(  # noqa: PLR0913, PLR0917  (what `warnings` asks of it)
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    text = warnings.formatwarning(message, category, filename, lineno, line)
    (file or sys.stderr).write(text)


def _filter_as_python_does() -> None:
    warnings.resetwarnings()
    for category in reversed(_IGNORED):
        warnings.simplefilter("ignore", category)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")


_spaces: dict[str, Space] = {}


def space_of(name: str) -> Space:
    """Return a space; a new one where there is none of this name."""
    return _spaces.setdefault(name, Space(name))


def forget(name: str) -> None:
    """Forget all names and settings of a space."""
    if name in _spaces:
        forget_sources(_spaces.pop(name).file_names)
