"""Two hyperparameters at a time: where the best learning rate goes when another choice changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.hyperparameters.experiments.task import START, Setting, scores
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

RATES = (3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0)
BATCHES = (2, 8, 32, 64)
OPTIMIZERS = (nn.Adam, nn.RMSprop, nn.Momentum, nn.SGD)
SCALES = (0.1, 1.0, 3.0, 10.0)


@dataclass(frozen=True)
class Valley:
    """Losses over learning rates and another choice.

    Attributes:
        seeds: How many networks were trained in each cell.
        rows: The values of the other choice.
        median: Median validation loss.
        best[0]: The best rate of the first row.
        best[-1]: The best rate of the last row.
        least[0]: The lowest median of the first row.
        least[-1]: The lowest median of the last row.
    """

    seeds: int
    rows: tuple[str, ...]
    median: Float[Array, "rows rates"]

    @property
    def best(self) -> Float[Array, " rows"]:
        """The best learning rate of each row."""
        return np.asarray(np.array(RATES)[self.median.argmin(axis=1)])

    @property
    def least(self) -> Float[Array, " rows"]:
        """The lowest median of each row."""
        return np.asarray(self.median.min(axis=1))

    @property
    def last_at_first(self) -> float:
        """The median of the last row at the best rate of the first."""
        return float(self.median[-1, self.median[0].argmin()])


def _valley(seeds: int, rows: Sequence[str], settings: Sequence[Setting]) -> Valley:
    found = [scores(setting, seeds, RATES).validation for setting in settings]
    return Valley(seeds, tuple(rows), np.median(found, axis=2))


@experiment
def rate_and_batch(seeds: int = 50) -> Valley:
    """Train at seven learning rates with 2, 8, 32 and 64 examples per step, 30 epochs each."""
    settings = [replace(START, batch=size) for size in BATCHES]
    return _valley(seeds, [str(size) for size in BATCHES], settings)


@experiment
def rate_and_optimizer(seeds: int = 50) -> Valley:
    """Train at seven learning rates with Adam, RMSprop, momentum and plain SGD."""
    settings = [replace(START, optimizer=kind) for kind in OPTIMIZERS]
    return _valley(seeds, [kind.name for kind in OPTIMIZERS], settings)


@experiment
def rate_and_scale(seeds: int = 50) -> Valley:
    """Train plain SGD at seven rates from first weights of 0.1 to 10 times He's size."""
    settings = [replace(START, scale=scale, optimizer=nn.SGD) for scale in SCALES]
    return _valley(seeds, [f"{scale:g}" for scale in SCALES], settings)
