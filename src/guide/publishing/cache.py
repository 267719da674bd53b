"""Remembers what a build proved, under a key made of everything that could change it."""

import hashlib
import pickle
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from typing import TypeVar

from guide.files import write_atomically
from guide.publishing.project import Project

T = TypeVar("T")

_LIBRARIES = ("numpy", "sympy", "matplotlib")


def remembered(project: Project, kind: str, key: tuple[str, ...], compute: Callable[[], T]) -> T:
    """Return what `compute` returned the last time nothing that matters was different.

    All of `src` matters: the package, the experiments, the figures and the press itself. An entry
    that cannot be read is computed again; what raises is never kept.

    Args:
        project: The checkout.
        kind: The folder of the cache.
        key: What matters besides: the text of the snippet or equation, the name of the figure.
        compute: Does the work.
    """
    digest = hashlib.sha256(project.fingerprint.encode())
    for part in (*map(_version, _LIBRARIES), *key):
        digest.update(part.encode() + b"\0")
    path = project.cache / kind / f"{digest.hexdigest()}.pickle"
    try:
        kept: tuple[T] = pickle.loads(path.read_bytes())  # noqa: S301  (only we write there)
    except (OSError, EOFError, ValueError, AttributeError, ImportError, pickle.PickleError):
        kept = (compute(),)
        write_atomically(path, pickle.dumps(kept))
    return kept[0]


@lru_cache
def _version(library: str) -> str:
    return f"{library} {version(library)}"
