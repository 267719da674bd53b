"""Keeps the results of costly experiments until a source they come from changes."""

import functools
import inspect
import pickle
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from guide.cache_folder import cache_folder
from guide.dependencies import SOURCES
from guide.remembering import Work, loaded_memory

P = ParamSpec("P")
R = TypeVar("R")

memory = loaded_memory(cache_folder(SOURCES.parent))
"""The results of this process."""


class ImpureExperimentError(TypeError):
    """An experiment changed an argument, so a remembered result would not do what it does."""


def experiment(function: Callable[P, R]) -> Callable[P, R]:
    """Remember what a pure function returns, in memory and on disk.

    A result is found again under the sources of the function's module and of all that it imports,
    the arguments, and the versions of libraries and Python. Sources are read when the function is
    defined: they are what runs, whatever is edited later.

    Raises:
        ImpureExperimentError: When called, the function changes an argument, such as a generator.
    """
    signature = inspect.signature(function)
    label = f"{function.__module__}.{function.__name__}-"
    memory.sources.name(function)

    @functools.wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        given = pickle.dumps(bound.arguments)

        def compute() -> R:
            result = function(*args, **kwargs)
            if pickle.dumps(bound.arguments) != given:
                message = f"{function.__name__} changed an argument; pass a seed, not a generator"
                raise ImpureExperimentError(message)
            return result

        return memory.result(Work("experiments", (function,), (given,), compute, label))

    return remembered
