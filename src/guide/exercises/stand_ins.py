"""Lets other things stand where a reader's function looks up names, and puts all back."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FunctionType

from guide.exercises.judging import Fault


def names_of(function: object, called: str) -> dict[str, object]:
    """Return the names that a function looks up outside of itself.

    Raises:
        Fault: It is no function of Python.
    """
    if not isinstance(function, FunctionType):
        raise Fault(f"Write `{called}` as a function of its own, with `def`.")
    return function.__globals__


@contextmanager
def standing_in(names: dict[str, object], others: Mapping[str, object]) -> Iterator[None]:
    """Let others stand under some names until the block ends."""
    before = {name: names[name] for name in others if name in names}
    names.update(others)
    try:
        yield
    finally:
        for name in others:
            del names[name]
        names.update(before)
