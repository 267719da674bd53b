"""Keeps the results of costly experiments on disk until a source they come from changes."""

import functools
import hashlib
import inspect
import pickle
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numpy as np

from guide.dependencies import Sources
from guide.files import cache_folder, write_atomically

P = ParamSpec("P")
R = TypeVar("R")

SOURCES = Path(__file__).resolve().parents[2]
DIRECTORY = cache_folder(SOURCES.parent) / "experiments"


class ImpureExperimentError(TypeError):
    """An experiment changed an argument, so a remembered result would not do what it does."""


def experiment(function: Callable[P, R]) -> Callable[P, R]:
    """Remember what a pure function returns, in memory and on disk.

    A result is found again under the function's module, the modules of `guide` it imports, all of
    `nnbyhand`, the arguments, and the versions of NumPy and Python. Sources are read when the
    function is defined: they are what runs, whatever is edited later. A stored result that cannot
    be read is computed again.

    Raises:
        ImpureExperimentError: When called, the function changes an argument, such as a generator.
    """
    signature = inspect.signature(function)
    origin = _origin(function)
    memory: dict[str, R] = {}

    @functools.wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given = pickle.dumps(bound.arguments)
        key = hashlib.sha256(origin + given).hexdigest()[:32]
        if key not in memory:
            path = DIRECTORY / f"{function.__module__}.{function.__name__}-{key}.pickle"
            stored: tuple[R] | None = _read(path)
            if stored is None:
                stored = (function(*args, **kwargs),)
                if pickle.dumps(bound.arguments) != given:
                    message = (
                        f"{function.__name__} changed an argument; pass a seed, not a generator"
                    )
                    raise ImpureExperimentError(message)
                write_atomically(path, pickle.dumps(stored))
            memory[key] = stored[0]
        return memory[key]

    return remembered


def _origin(function: Callable[..., object]) -> bytes:
    """Return a hash of all that a result depends on but the arguments."""
    behind = Sources(SOURCES).digest([Path(inspect.getfile(function)), SOURCES / "nnbyhand"])
    return f"{np.__version__} {platform.python_version()} {behind}".encode()


def _read(path: Path) -> Any:  # noqa: ANN401  (what was written, or None)
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301  (only we write there)
    except Exception:  # noqa: BLE001  (a file that is missing or damaged may raise anything)
        return None
