"""Remembers what a build proved, under a key made of everything that could change it."""

import hashlib
import pickle
import platform
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from guide.cache_folder import keep
from guide.errors import PublishingError
from guide.publishing.project import Project

T = TypeVar("T")

_LIBRARIES = ("numpy", "sympy", "matplotlib", "Markdown", "pymdown-extensions", "mkdocs-material")


class Work(NamedTuple, Generic[T]):
    """Something that need not be done twice.

    Attributes:
        kind: The folder of the cache.
        modules: What does it, by dotted name; all that they import counts, too.
        key: What matters besides: the text of the snippet or equation, the name of the figure.
        compute: Does it.
    """

    kind: str
    modules: tuple[str, ...]
    key: tuple[str, ...]
    compute: Callable[[], T]

    def place(self, project: Project) -> Path:
        """Return the file that keeps the result."""
        digest = hashlib.sha256(project.behind(*self.modules).encode())
        for part in (versions(), *self.key):
            digest.update(part.encode() + b"\0")
        return project.cache / self.kind / f"{digest.hexdigest()}.pickle"


def remembered(project: Project, work: Work[T]) -> T:
    """Return what the work returned the last time nothing that matters was different.

    A result that cannot be read is computed again, and so is one that was a fault.
    """
    kept = _read(work.place(project))
    if kept is None or isinstance(kept[0], PublishingError):
        kept = (work.compute(),)
        keep(work.place(project), pickle.dumps(kept))
    result: T = kept[0]
    return result


def settle(project: Project, work: Work[T]) -> None:
    """Do some work and keep what it returns, or the fault that it finds."""
    try:
        remembered(project, work)
    except PublishingError as fault:
        keep(work.place(project), pickle.dumps((fault,)))


def settled(project: Project, work: Work[T]) -> T | PublishingError | None:
    """Return what the work returned, or the fault that it found; None where it was never done."""
    kept = _read(work.place(project))
    result: T | PublishingError | None = kept[0] if kept else None
    return result


def _read(path: Path) -> tuple[Any] | None:
    try:
        kept: tuple[Any] = pickle.loads(path.read_bytes())  # noqa: S301  (only we write there)
    except (OSError, EOFError, ValueError, AttributeError, ImportError, pickle.PickleError):
        return None
    return kept


@lru_cache
def versions() -> str:
    """Return the versions of Python and of the libraries that results depend on."""
    libraries = (f"{library} {version(library)}" for library in _LIBRARIES)
    return ", ".join((f"Python {platform.python_version()}", *libraries))
