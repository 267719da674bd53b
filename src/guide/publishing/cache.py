"""Remembers what a build proved, under a key made of everything that could change it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from guide import remembering
from guide.errors import PublishingError
from guide.publishing.project import Project

T = TypeVar("T")


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
    key: tuple[Any, ...]
    compute: Callable[[], T]

    def new(self, project: Project) -> remembering.Work[T]:
        """Return the same for the memory of a project."""
        behind = [project.memory.sources.place(name) for name in self.modules]
        files = [part for part in self.key if isinstance(part, Path)]
        key = tuple(part for part in self.key if not isinstance(part, Path))
        known = [path or Path(name) for path, name in zip(behind, self.modules, strict=True)]
        return remembering.Work(self.kind, (*known, *files, Path(__file__)), key, self.compute)

    def place(self, project: Project) -> Path:
        """Return the file that keeps the result."""
        return project.memory.place(self.new(project))


def remembered(project: Project, work: Work[T]) -> T:
    """Return what the work returned the last time nothing that matters was different."""
    return project.memory.result(work.new(project))


def settle(project: Project, work: Work[T]) -> None:
    """Do some work and keep what it returns, or the fault that it finds."""
    project.memory.settle(work.new(project))


def settled(project: Project, work: Work[T]) -> T | PublishingError | None:
    """Return what the work returned, or the fault that it found; None where it was never done."""
    return project.memory.settled(work.new(project))
