"""How much momentum a ravine wants: the steps that each value of it needs, at its best rate."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.optimizers_ravine import RATES, starts_around, steps_needed
from nnbyhand.shapes import Array

MOMENTA = (0.0, 0.5, 0.7, 0.9, 0.99)


@dataclass(frozen=True)
class Momenta:
    """Steps down the ravine until a hundredth of the distance is left for good.

    Attributes:
        values: The momenta that were tried.
        rates: The number of rates from which each momentum got the best.
        steps: For each, the median of the steps over the starts.
    """

    values: tuple[float, ...]
    rates: int
    steps: Float[Array, " momenta"]

    @property
    def none(self) -> float:
        """The steps without momentum."""
        return float(self.steps[self.values.index(0.0)])

    @property
    def half(self) -> float:
        """The steps with momentum 0.5."""
        return float(self.steps[self.values.index(0.5)])

    @property
    def least(self) -> float:
        """The fewest steps."""
        return float(self.steps.min())

    @property
    def best(self) -> float:
        """The momentum that needs the fewest steps."""
        return self.values[int(self.steps.argmin())]

    @property
    def usual(self) -> float:
        """The steps with the usual momentum of 0.9."""
        return float(self.steps[self.values.index(0.9)])

    @property
    def high(self) -> float:
        """The steps with momentum 0.99."""
        return float(self.steps[self.values.index(0.99)])


@experiment
def momenta(starts: int = 100, steps: int = 2000) -> Momenta:
    """Race five momenta from 0 to 0.99 down the ravine of the race, each at its best rate."""
    start = starts_around(starts)
    kinds = [partial(nn.Momentum, momentum=value) if value else nn.SGD for value in MOMENTA]
    needed = [steps_needed(kind, start, steps) for kind in kinds]
    return Momenta(MOMENTA, len(RATES), np.median(needed, axis=2).min(axis=1))
