"""What every schedule of the learning rate offers."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

from nnbyhand.shapes import float_between

POSITIVE_RATE = "A rate is positive: each step goes against the gradient."
"""The hint for a rate that is not."""


class Schedule(ABC):
    """A rule that gives each step its learning rate. Numbers out of range are refused at once.

    Chapter: gradient-descent.

    >>> class HalvedAtTen(Schedule):
    ...     def __call__(self, step: int) -> float:
    ...         return 0.1 if step < 10 else 0.05
    >>> HalvedAtTen()(10)
    0.05
    """

    @abstractmethod
    def __call__(self, step: int) -> float:
        """Return the rate of step number ``step``, from 0, which is not checked.

        It is a Python float, which does not turn float32 parameters into float64.
        """


@dataclass(frozen=True)
class StartingRate(Schedule):
    """A schedule whose step 0 has a given rate."""

    rate: float | int

    def __post_init__(self) -> None:
        """Keep the rate as a Python float above 0."""
        rate = float_between("rate", self.rate, 0.0, math.inf, POSITIVE_RATE)
        object.__setattr__(self, "rate", rate)
