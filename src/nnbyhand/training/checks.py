"""What may go into training beside numbers: objects of the right kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

import numpy as np

from nnbyhand.errors import InputTypeError, InputValueError
from nnbyhand.losses.base import Loss
from nnbyhand.network.network import Network
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.training.early_stopping import EarlyStopping
from nnbyhand.training.penalties import Penalty

KINDS: Mapping[str, tuple[type | None, str]] = {
    "network": (Network, "Make one with nn.MLP([2, 8, 1], rng=rng)."),
    "loss": (Loss, "Take one such as nn.mse, or make one such as nn.Huber(delta=2.0)."),
    "optimizer": (Optimizer, "Make one such as nn.SGD(0.1) or nn.Adam(0.01)."),
    "rng": (np.random.Generator, "Pass rng=np.random.default_rng(0)."),
    "penalty": (Penalty, "Make one such as nn.L2(0.01)."),
    "early_stopping": (EarlyStopping, "Make one such as nn.EarlyStopping(patience=10)."),
    "clip": (None, "Write clip=partial(nn.clip_by_norm, limit=1.0)."),
    "metric": (None, "Take a function such as nn.accuracy."),
    "callbacks": (None, "Put functions into a tuple: callbacks=(function,)."),
}
"""For each argument, the class it must be of, or None for a function, and a hint."""


OPTIONAL = {"penalty", "early_stopping", "clip", "metric"}


def require_kinds(parts: Mapping[str, object], callbacks: object) -> None:
    """Refuse an object of another kind than its argument needs.

    Args:
        parts: What came, by the name of the argument: one of KINDS.
        callbacks: A list or tuple of functions.

    Raises:
        InputTypeError: If one is of another kind; a class in the place of its object is one, too.
    """
    for argument, value in parts.items():
        if value is not None or argument not in OPTIONAL:
            _require_kind(argument, value)
    if not isinstance(callbacks, list | tuple):
        _refuse("callbacks", callbacks, "a tuple of functions")
    for callback in callbacks:
        _require_kind("callbacks", callback)


def require_known(on_divergence: object) -> None:
    """Refuse anything but the two words.

    Raises:
        InputValueError: If something else came.
    """
    if on_divergence not in ("raise", "mark"):
        hint = "An error ends training; a mark rests the networks concerned."
        raise InputValueError("on_divergence", f"{on_divergence!r}", "'raise' or 'mark'", hint)


def _require_kind(argument: str, value: object) -> None:
    kind, _ = KINDS[argument]
    if kind is None and not callable(value):
        _refuse(argument, value, "a function")
    if kind is not None and not isinstance(value, kind):
        _refuse(argument, value, f"an object of class {kind.__name__}")


def _refuse(argument: str, value: object, expected: str) -> NoReturn:
    got = f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
    raise InputTypeError(argument, got, expected, KINDS[argument][1])
