"""Reaches into what an experiment returns: `.mse[10, 1]`, `.outcomes.transpose.learned`."""

import dataclasses
import re
from collections.abc import Mapping, Sequence

import numpy as np

_STEP = re.compile(r"\.(\w+)|\[([^\[\]]+)\]")


def reached(result: object, path: str, name: str) -> object:
    """Follow a path into a result.

    A step `.name` takes a field or a property, or what a mapping holds under this name. A step in
    brackets takes a place of a sequence, the places of an array along its axes, or any key of a
    mapping: `sums[ReLU, He][-1, 1]`.

    Args:
        result: What an experiment returned.
        path: The steps; none for the result itself.
        name: What the result is called in an error.

    Raises:
        LookupError: A step leads nowhere; the message names it, and what there is instead.
    """
    at = 0
    while at < len(path):
        step = _STEP.match(path, at)
        if step is None:
            raise LookupError(f"{path[at:]!r} is no step; write .name, [10] or [10, 1]")
        attribute, index = step.groups()
        try:
            result = _named(result, attribute) if attribute else _indexed(result, index)
        except (LookupError, ValueError) as error:
            here = name + path[:at]
            raise LookupError(f"{here} has no {step[0]}; it has {_there(result)}") from error
        at = step.end()
    return result


def _named(result: object, name: str) -> object:
    if isinstance(result, Mapping):
        return result[name]
    if name not in _names(result):
        raise LookupError(name)
    found: object = getattr(result, name)
    return found


def _indexed(result: object, index: str) -> object:
    if isinstance(result, Mapping):
        return {_written(key): value for key, value in result.items()}[index]
    places = tuple(int(part) for part in index.split(","))
    if isinstance(result, np.ndarray):
        return result[places]
    if isinstance(result, str) or not isinstance(result, Sequence) or len(places) > 1:
        raise LookupError(index)
    found: object = result[places[0]]
    return found


def _written(key: object) -> str:
    """Return a key as a page writes it: `ReLU, He` for a pair of words."""
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _names(result: object) -> list[str]:
    """Return the fields of a dataclass or named tuple, and the properties of its class."""
    kind = type(result)
    fields = [*getattr(kind, "_fields", ())]
    if dataclasses.is_dataclass(kind):
        fields = [field.name for field in dataclasses.fields(kind)]
    return fields + [name for name in dir(kind) if isinstance(getattr(kind, name), property)]


def _there(result: object) -> str:
    """Say what can be reached from here."""
    if isinstance(result, Mapping):
        return ", ".join(f"[{_written(key)}]" for key in result)
    if isinstance(result, np.ndarray):
        return f"the shape {result.shape}"
    if isinstance(result, Sequence) and not isinstance(result, str):
        return f"{len(result)} places"
    return ", ".join(f".{name}" for name in _names(result)) or f"no parts, it is {result!r}"
