"""What happens when a loss stops being finite."""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import InputError
from nnbyhand.shapes import Array

OnDivergence: TypeAlias = Literal["raise", "mark"]
"""Whether divergence ends training with an error, or only rests the networks it happened to."""


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
