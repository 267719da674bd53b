"""The record of a training run: one row for each epoch, one column for each network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int
from numpy.typing import DTypeLike

from nnbyhand.errors import InputValueError
from nnbyhand.shapes import Array, NDArray


@dataclass(frozen=True, eq=False)
class History:
    """Losses and metrics, epoch by epoch.

    One network has arrays of shape (epochs,), an ensemble has a column for each network. Row 0 is
    the first epoch. A network that stopped before the others has NaN in the rows after that.

    Attributes:
        loss: The training loss, without the penalty: the mean of the losses of the epoch's
            batches, weighted by their sizes. Each batch is measured before the update it causes,
            in training mode. So the first epoch of a full-batch run shows the loss at the start.
        validation_loss: The loss on the validation data, measured after the epoch's last update;
            None without such data.
        metric: The metric on the training data, measured after the epoch's last update; None
            without a metric.
        validation_metric: The same on the validation data.

    Example:
        >>> history = History(np.array([0.7, 0.4, 0.2]), np.array([0.8, 0.5, 0.6]))
        >>> history.epochs, int(history.best_epoch)
        (3, 2)

    Chapter: regularization.
    """

    loss: Float[Array, " epochs *networks"]
    validation_loss: Float[Array, " epochs *networks"] | None = None
    metric: Float[Array, " epochs *networks"] | None = None
    validation_metric: Float[Array, " epochs *networks"] | None = None

    @property
    def epochs(self) -> int:
        """How many epochs were trained."""
        return len(self.loss)

    @property
    def best_epoch(self) -> Int[NDArray[np.integer], "*networks"]:
        """The epoch with the lowest validation loss, counted from 1; the first of several.

        Raises:
            InputValueError: If there was no validation data.
        """
        if self.validation_loss is None:
            hint = "Train with validation=(x, y) or validation=0.2."
            raise InputValueError("validation_loss", "None", "validation losses", hint)
        losses = np.where(np.isnan(self.validation_loss), np.inf, self.validation_loss)
        return np.asarray(losses.argmin(axis=0) + 1)


class Recorder:
    """A history while it grows.

    There is room for all epochs from the start, so that a new row does not copy the others.
    """

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        """Remember the shape of the arrays, (epochs, *networks), and their dtype."""
        self._shape, self._dtype = shape, dtype
        self._arrays: dict[str, Array] = {}

    def write(
        self,
        epoch: int,
        row: Mapping[str, Float[Array, "*networks"]],
        resting: Bool[NDArray[np.bool_], "*networks"] | None = None,
    ) -> None:
        """Keep what was measured in an epoch.

        Args:
            epoch: The epoch, counted from 0.
            row: For each field of `History`, one number per network.
            resting: The networks that had stopped before; theirs become NaN.
        """
        for name, values in row.items():
            if name not in self._arrays:
                self._arrays[name] = np.empty(self._shape, self._dtype)
            known = values if resting is None else np.where(resting, np.nan, values)
            self._arrays[name][epoch] = known

    def history(self, epochs: int) -> History:
        """Return the first rows, which nobody can write into."""
        rows = {name: array[:epochs] for name, array in self._arrays.items()}
        for view in rows.values():
            view.flags.writeable = False
        return History(**rows)
