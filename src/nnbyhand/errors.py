"""Errors that say which argument is wrong, what came, what was expected and what to do."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from jaxtyping import Float

Array: TypeAlias = np.ndarray[tuple[Any, ...], np.dtype[np.floating]]
"""The same as in `nnbyhand.shapes`, which raises these errors and so comes after them."""


class InputError(Exception):
    """An argument that cannot be used; catch this class to catch every error of the package.

    Attributes:
        argument: Name of the argument.
        got: What came.
        expected: What would have been right.
        hint: What to do, as a sentence.

    Example:
        >>> try:
        ...     nn.tanh.backward([1.0, 2.0], upstream=[1.0])
        ... except nn.InputError as error:
        ...     print(error.argument, "|", error.got)
        upstream | shape (1,)

    Chapter: forward-propagation.
    """

    def __init__(self, argument: str, got: str, expected: str, hint: str) -> None:
        """Keep the four parts of the message."""
        # All four go to Exception, so that the error survives pickling between processes.
        super().__init__(argument, got, expected, hint)
        self.argument = argument
        self.got = got
        self.expected = expected
        self.hint = hint

    def __str__(self) -> str:
        """Return the four parts as one line."""
        return f"{self.argument}: got {self.got}, expected {self.expected}. {self.hint}"


class InputTypeError(InputError, TypeError):
    """An argument that is not made of real numbers, or of numbers too coarse for the task.

    Example:
        >>> try:
        ...     nn.relu("three")
        ... except nn.InputTypeError as error:
        ...     print(error)
        z: got str of dtype <U5, expected real numbers (...). ...

    Chapter: forward-propagation.
    """


class InputValueError(InputError, ValueError):
    """A number outside its permitted range, or one that is not finite where it must be.

    Example:
        >>> try:
        ...     nn.LeakyReLU(slope=1.5)
        ... except nn.InputValueError as error:
        ...     print(error)
        slope: got 1.5, expected a number above 0 and below 1. A slope of 0 is nn.relu, ...

    Chapter: forward-propagation.
    """


class ShapeError(InputError, ValueError):
    """An array whose shape does not fit; the message holds both shapes.

    Example:
        >>> try:
        ...     nn.relu.backward([[1.0], [2.0]], upstream=[1.0, 2.0])
        ... except nn.ShapeError as error:
        ...     print(error)
        upstream: got shape (2,), expected shape (2, 1) as z has. Give upstream exactly ...

    Chapter: forward-propagation.
    """


class DivergenceError(InputError, ArithmeticError):
    """The loss became NaN or infinite.

    Most often the steps are too long: each one overshoots by more than the one before.

    Attributes:
        epoch: In which epoch it happened, counted from 1.
        step: In which step of that epoch, counted from 1.
        loss: The loss there, one number per network.

    Example:
        >>> print(DivergenceError(epoch=3, step=2, loss=np.array(np.nan)))
        loss: got nan in epoch 3, step 2, expected a finite number. Lower the learning rate, ...

    Chapter: gradient-descent.
    """

    def __init__(self, epoch: int, step: int, loss: Float[Array, "*networks"]) -> None:
        """Keep where it happened, and write the message."""
        got = f"{_first(loss)} in epoch {epoch}, step {step}"
        hint = (
            "Lower the learning rate, clip the gradient, or scale the data to mean 0 and variance "
            "1. If the loss is from probabilities, use the one from logits."
        )
        super().__init__("loss", got, "a finite number", hint)
        # What the error is made of again when it travels between processes.
        self.args = (epoch, step, loss)
        self.epoch = epoch
        self.step = step
        self.loss = loss


def _first(loss: Float[Array, "*networks"]) -> str:
    """Describe the first loss that is not finite, and how many there are in an ensemble."""
    wrong = ~np.isfinite(loss)
    if loss.ndim == 0:
        return f"{loss}"
    index = tuple(np.argwhere(wrong)[0].tolist())
    return f"{loss[index]} for network {index} ({wrong.sum()} of {wrong.size} networks)"
