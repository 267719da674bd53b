"""Several neighbors instead of one, on the noisy wave: their mean cancels noise, too."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from guide.experiments.cache import experiment
from guide.experiments.real_data_regression import wave_splits
from nnbyhand.shapes import Array

COUNTS = (1, 3, 5, 7, 9, 15, 30)


@dataclass(frozen=True)
class Neighbors:
    """How far off the mean of the nearest training targets is on the test part.

    Attributes:
        counts: How many neighbors were averaged.
        errors: The root of the mean squared error, for each of them and each data set.
    """

    counts: tuple[int, ...]
    errors: Float[Array, "counts seeds"]

    @property
    def of_five(self) -> float:
        """The median error of five neighbors."""
        return self._median(5)

    @property
    def of_seven(self) -> float:
        """The median error of seven neighbors."""
        return self._median(7)

    @property
    def most(self) -> int:
        """The largest number of neighbors that was tried."""
        return self.counts[-1]

    @property
    def of_most(self) -> float:
        """The median error of the largest number of neighbors."""
        return self._median(self.most)

    def _median(self, count: int) -> float:
        return float(np.median(self.errors[self.counts.index(count)]))


@experiment
def neighbors(seeds: int = 220) -> Neighbors:
    """Answer the test points of the wave with the mean of 1 to 30 nearest training targets."""
    splits = wave_splits(seeds)
    errors = [
        np.sqrt(np.square(splits.nearest(count) - splits.test.y).mean(axis=(-2, -1)))
        for count in COUNTS
    ]
    return Neighbors(COUNTS, np.array(errors))
