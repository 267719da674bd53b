"""Early stopping: end training when the validation loss no longer falls, and go back to the best.

For each network alone, with its loss L after an epoch, its best loss B so far and a gain m:

    L < B - m:  the epoch is the best so far, B becomes L, and waiting starts again from 0
    otherwise:  it has waited one more epoch, and stops when it has waited ``patience`` epochs
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from jaxtyping import Bool, Float, Int

from nnbyhand.arguments import keep, not_negative, whole_number
from nnbyhand.shapes import Array, NDArray


class Watch(NamedTuple):
    """What early stopping knows after an epoch.

    Attributes:
        best: The loss of the best epoch so far, infinity before the first one.
        waited: How many epochs have passed since.
        is_best: Whether this epoch is the best one, so that its parameters are to be kept.
        is_over: Whether the patience has run out.
    """

    best: Float[Array, "*networks"]
    waited: Int[NDArray[np.integer], "*networks"]
    is_best: Bool[NDArray[np.bool_], "*networks"]
    is_over: Bool[NDArray[np.bool_], "*networks"]


@dataclass(frozen=True)
class EarlyStopping:
    """Stop when the validation loss has not fallen for some epochs.

    `train` keeps the parameters of the best epoch and gives those back, whether patience or the
    epochs ran out first. In an ensemble each network has its own patience and its own best epoch:
    one that has stopped learns no more, and training ends when all have stopped. So each ends up
    where it would have alone.

    A loss that is NaN or infinite is never the best; where no other comes, the parameters at the
    start count as the best.

    Attributes:
        patience: How many epochs in a row without gain end training, at least 1.
        minimum_gain: By how much the loss must fall below the best one to count, at least 0.

    Raises:
        InputTypeError: If ``patience`` is not whole or ``minimum_gain`` not a number.
        InputValueError: If one of them is too small or not finite.

    Source: Goodfellow, Bengio and Courville 2016, algorithm 7.1.

    Example:
        >>> early_stopping = EarlyStopping(patience=2)
        >>> watch = early_stopping.start()
        >>> for loss in (0.5, 0.3, 0.4, 0.6):
        ...     watch = early_stopping.look(watch, np.array(loss))
        >>> float(watch.best), int(watch.waited), bool(watch.is_over)
        (0.3, 2, True)

    Chapter: regularization.
    """

    patience: int
    minimum_gain: float | int = 0.0

    def start(self, networks: tuple[int, ...] = ()) -> Watch:
        """Return what is known before the first epoch.

        Args:
            networks: The shape of the ensemble; () for one network.
        """
        no = np.zeros(networks, np.bool_)
        return Watch(np.full(networks, np.inf), np.zeros(networks, np.int64), no, no)

    def look(self, watch: Watch, loss: Float[Array, "*networks"]) -> Watch:
        """Return what is known after an epoch with this validation loss.

        Args:
            watch: What was known before.
            loss: The validation loss of each network.
        """
        is_best = np.asarray(loss < watch.best - self.minimum_gain)
        best = np.where(is_best, loss, watch.best)
        waited = np.where(is_best, 0, watch.waited + 1)
        return Watch(best, waited, is_best, np.asarray(waited >= self.patience))

    def __post_init__(self) -> None:
        """Check both numbers."""
        patience = whole_number("patience", self.patience, 1, "Wait for one epoch at least.")
        gain = not_negative("minimum_gain", self.minimum_gain, "0 takes any gain, however small.")
        keep(self, patience=patience)
        keep(self, minimum_gain=gain)
