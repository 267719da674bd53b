"""Remembers what costly work returned, on disk and in memory, until something behind it changes.

A result has a name made of all that could change it: what does the work, by object and not by name,
so that nothing unknown can slip in; all that this imports; files; arguments; and versions.
"""

import hashlib
import pickle
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from guide.cache_folder import keep, tell_of_damage
from guide.dependencies import Dependency, Sources, UnknownDependencyError
from guide.errors import PublishingError

T = TypeVar("T")

_PLAIN = (str, bytes, int, float, type(None))  # each is written in one way alone


class Work(NamedTuple, Generic[T]):
    """Something that need not be done twice.

    Attributes:
        kind: The folder of the cache.
        behind: What does it, and the files that it reads. What their sources import counts, too,
            even if only a function that is called imports it: a function of a small module
            stands for a library that is costly to load.
        arguments: What it is given: text, bytes, numbers, and tuples of these.
        compute: Does it.
        label: What the name of its file begins with.
    """

    kind: str
    behind: tuple[Dependency, ...]
    arguments: tuple[object, ...]
    compute: Callable[[], T]
    label: str = ""


_held: dict[str, tuple[Path, Any]] = {}
"""What no file can hold: for each kind of work, the name of the last result, and the result."""


class Memory:
    """The results of a checkout. What it returns is shared: nobody may change it.

    Each build has a memory of its own, which reads sources once. A process that is handed one sees
    modules as it has loaded them.

    Args:
        folder: The cache.
        sources: What stands behind results.
    """

    def __init__(self, folder: Path, sources: Sources | None = None) -> None:  # noqa: D107  (the class says it)
        self.folder = folder
        self.sources = sources or Sources()
        self._known: dict[Path, tuple[Any]] = {}

    def __reduce__(self) -> tuple[Callable[[Path], "Memory"], tuple[Path]]:
        """Hand over the folder alone, not what this process has read."""
        return loaded_memory, (self.folder,)

    def place(self, work: Work[Any]) -> Path:
        """Return the file that keeps a result.

        Raises:
            UnknownDependencyError: Something behind the work is unknown, or an argument could
                change and still look the same.
        """
        if not work.behind:
            message = f"nothing stands behind {work.kind!r}, so that nothing could change it"
            raise UnknownDependencyError(message)
        state = (self.sources.name(*work.behind), platform.python_version(), _plain(work.arguments))
        digest = hashlib.sha256(repr(state).encode()).hexdigest()
        return self.folder / work.kind / f"{work.label}{digest}.pickle"

    def result(self, work: Work[T]) -> T:
        """Return what the work returned the last time nothing that matters was different.

        A result that cannot be read is computed again, and so is one that was a fault. Where a
        module was edited after this process had loaded it, the result is not kept on disk: it comes
        from what is loaded, but would be found under the name of what is there now.
        """
        place = self.place(work)
        found = self._found(place)
        if found is None or isinstance(found[0], PublishingError):
            found = self._kept(work, place, work.compute())
        result: T = found[0]
        return result

    def held(self, work: Work[T]) -> T:
        """Return what the work returned before in this process, the last one of its kind.

        It is for what no file can hold.
        """
        place = self.place(work)
        if _held.get(work.kind, (None,))[0] != place:
            _held[work.kind] = place, work.compute()
        result: T = _held[work.kind][1]
        return result

    def settle(self, work: Work[T]) -> None:
        """Do some work and keep what it returns, or the fault that it finds."""
        try:
            self.result(work)
        except PublishingError as fault:
            self._kept(work, self.place(work), fault)

    def settled(self, work: Work[T]) -> T | PublishingError | None:
        """Return what the work returned, or the fault that it found; None if it was never done."""
        found = self._found(self.place(work))
        result: T | PublishingError | None = found[0] if found else None
        return result

    def _found(self, place: Path) -> tuple[Any] | None:
        found = self._known.get(place) or _read(place)
        if found:
            self._known[place] = found
        return found

    def _kept(self, work: Work[Any], place: Path, result: object) -> tuple[Any]:
        self._known[place] = (result,)
        if not self.sources.edited(*work.behind):
            keep(place, pickle.dumps((result,)))
        return self._known[place]


def loaded_memory(folder: Path) -> Memory:
    """Return a memory that sees modules as this process has loaded them, and files as they are."""
    return Memory(folder, Sources(loaded=True))


def _plain(argument: object) -> object:
    if isinstance(argument, tuple):
        return tuple(map(_plain, argument))
    if type(argument) in {*_PLAIN, bool}:
        return argument
    message = f"{argument!r} could change and still look the same: name it by text or numbers"
    raise UnknownDependencyError(message)


def _read(place: Path) -> tuple[Any] | None:
    try:
        (result,) = pickle.loads(place.read_bytes())  # noqa: S301  (only we write there)
    except FileNotFoundError:
        return None
    except Exception:  # noqa: BLE001  (a damaged file may raise anything)
        tell_of_damage(place)
        return None
    return (result,)
