"""The spaces that blocks run in: their names, and what a lab sets for the blocks behind.

The press gives each block clean settings for printing, warnings and floating-point errors, so a
block of a chapter leaves none behind. A lab is one notebook: its blocks share them.
"""

import warnings
from collections.abc import Callable
from contextvars import Context, copy_context

from runner.screen import display

_LAB = "lab"
# As Python begins with; a process that runs tests may have others.
_IGNORED = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


class Space:
    """The names of one page, lab or exercise.

    Attributes:
        names: The names and their values.
    """

    def __init__(self, name: str) -> None:
        """Begin with what every script and every notebook knows."""
        self.names: dict[str, object] = {"__name__": "__main__", "display": display}
        self._shares_settings = name.startswith(_LAB)
        self._context: Context | None = None
        self._filters: list[object] | None = None

    def settled(self, work: Callable[[], None]) -> None:
        """Do the work in the settings of this space; NumPy keeps its own in context variables."""
        context = (self._shares_settings and self._context) or copy_context()
        with warnings.catch_warnings():
            if self._shares_settings and self._filters is not None:
                vars(warnings)["filters"][:] = self._filters
            else:
                _filter_as_python_does()
            try:
                context.run(work)
            finally:
                self._context, self._filters = context, [*warnings.filters]


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
    _spaces.pop(name, None)
