"""How the learning rate changes from step to step: five schedules.

A schedule is called with the number of a step, counted from 0, and returns the rate of that step.
Steps are updates of the parameters, not epochs: an epoch has as many steps as mini-batches.

Sources, by the short names used below:

- Goyal et al. 2017: Accurate, large minibatch SGD: training ImageNet in 1 hour. arXiv:1706.02677.
- Loshchilov and Hutter 2017: SGDR: stochastic gradient descent with warm restarts. ICLR.
- Robbins and Monro 1951: A stochastic approximation method. Annals of Mathematical Statistics 22.
- Senior et al. 2013: An empirical study of learning rates in deep neural networks for speech
  recognition. ICASSP.
- Szegedy et al. 2015: Going deeper with convolutions. CVPR.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from nnbyhand.arguments import keep, whole_number
from nnbyhand.errors import InputValueError
from nnbyhand.shapes import float_between

POSITIVE_RATE = "A rate is positive: each step goes against the gradient."
"""The hint for a rate that is not."""


class Schedule(ABC):
    """A rule that gives each step its learning rate. Numbers out of range are refused at once.

    Example:
        >>> class HalvedAtTen(Schedule):
        ...     def __call__(self, step: int) -> float:
        ...         return 0.1 if step < 10 else 0.05
        >>> HalvedAtTen()(10)
        0.05

    Chapter: gradient-descent.
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
        keep(self, rate=float_between("rate", self.rate, 0.0, math.inf, POSITIVE_RATE))


_FACTOR_HINT = "A factor of 1 is nn.ConstantRate."
_STEPS_HINT = "Count the steps in whole numbers from 1."


@dataclass(frozen=True)
class ConstantRate(StartingRate):
    """The same rate at every step: rate(t) = rate.

    With noisy gradients a constant rate ends in a cloud around the minimum, not in it. Rates whose
    sum is infinite, while the sum of their squares is not, lead into it (Robbins and Monro 1951).

    Attributes:
        rate: The rate, above 0.

    Example:
        >>> ConstantRate(0.1)(step=5)
        0.1

    Chapter: gradient-descent.
    """

    def __call__(self, step: int) -> float:
        """Return the rate."""
        return self.rate


@dataclass(frozen=True)
class StepDecay(StartingRate):
    """A staircase down: rate(t) = rate * factor ** floor(t / every).

    Attributes:
        rate: The rate of the first steps, above 0.
        every: How many steps have the same rate, at least 1.
        factor: What the rate is then multiplied by, between 0 and 1.

    Source: Szegedy et al. 2015, section 6, who take 4 % off every 8 epochs.

    Example:
        >>> staircase = StepDecay(rate=1.0, every=2, factor=0.5)
        >>> [staircase(step) for step in range(5)]
        [1.0, 1.0, 0.5, 0.5, 0.25]

    Chapter: gradient-descent.
    """

    every: int
    factor: float | int = 0.1

    def __call__(self, step: int) -> float:
        """Return the rate of step number ``step``."""
        return self.rate * self.factor ** (step // self.every)

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        keep(self, every=whole_number("every", self.every, 1, _STEPS_HINT))
        keep(self, factor=float_between("factor", self.factor, 0.0, 1.0, _FACTOR_HINT))


@dataclass(frozen=True)
class ExponentialDecay(StartingRate):
    """The same fraction off at every step: rate(t) = rate * factor ** t.

    Attributes:
        rate: The rate of step 0, above 0.
        factor: What each step leaves of the rate, between 0 and 1.

    Source: Senior et al. 2013, who write factor = 10 ** (-1 / r): a tenth is left after r steps.

    Example:
        >>> decay = ExponentialDecay(rate=1.0, factor=0.5)
        >>> [decay(step) for step in range(4)]
        [1.0, 0.5, 0.25, 0.125]

    Chapter: gradient-descent.
    """

    factor: float | int

    def __call__(self, step: int) -> float:
        """Return the rate of step number ``step``."""
        return self.rate * self.factor**step

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        keep(self, factor=float_between("factor", self.factor, 0.0, 1.0, _FACTOR_HINT))


@dataclass(frozen=True)
class CosineDecay(StartingRate):
    """Half a wave down: rate(t) = final + (rate - final) * (1 + cos(pi * t / steps)) / 2.

    Attributes:
        rate: The rate of step 0, above 0.
        steps: The number of the first step with the final rate, at least 1.
        final: The rate at the end, from 0 to ``rate``.

    Source: Loshchilov and Hutter 2017, equation 5, without restarts: from step number ``steps`` on
    the rate stays ``final``, where PyTorch's CosineAnnealingLR climbs again.

    Example:
        >>> decay = CosineDecay(rate=1.0, steps=4)
        >>> [round(decay(step), 3) for step in range(6)]
        [1.0, 0.854, 0.5, 0.146, 0.0, 0.0]

    Chapter: gradient-descent.
    """

    steps: int
    final: float | int = 0.0

    def __call__(self, step: int) -> float:
        """Return the rate of step number ``step``."""
        done = min(step, self.steps) / self.steps
        return self.final + (self.rate - self.final) * (1 + math.cos(math.pi * done)) / 2

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        keep(self, steps=whole_number("steps", self.steps, 1, _STEPS_HINT))
        hint = "The rate falls from rate to final."
        final = float_between("final", self.final, -math.inf, math.inf, hint)
        if not 0 <= final <= self.rate:
            raise InputValueError("final", f"{final}", f"a number from 0 to {self.rate:g}", hint)
        keep(self, final=final)


@dataclass(frozen=True)
class WarmUp(Schedule):
    """Equal increments up to another schedule: rate(t) = then(0) * (t + 1) / (steps + 1).

    From step number ``steps`` on, the other schedule runs from its beginning: then(t - steps).

    Attributes:
        steps: How many steps have less than the full rate, at least 1.
        then: What follows: a schedule, any function from step numbers to rates, or one rate.

    Source: Goyal et al. 2017, section 2.2, gradual warm-up.

    Example:
        >>> schedule = WarmUp(steps=3, then=StepDecay(rate=0.4, every=2))
        >>> [round(schedule(step), 3) for step in range(6)]
        [0.1, 0.2, 0.3, 0.4, 0.4, 0.04]

    Chapter: gradient-descent.
    """

    steps: int
    then: Callable[[int], float] | float | int

    def __call__(self, step: int) -> float:
        """Return the rate of step number ``step``."""
        if step < self.steps:
            return self._afterwards(0) * (step + 1) / (self.steps + 1)
        return self._afterwards(step - self.steps)

    def _afterwards(self, step: int) -> float:
        return float(self.then(step) if callable(self.then) else self.then)

    def __post_init__(self) -> None:
        """Check the fields."""
        keep(self, steps=whole_number("steps", self.steps, 1, _STEPS_HINT))
        if not callable(self.then):
            then = float_between("then", self.then, 0.0, math.inf, POSITIVE_RATE)
            keep(self, then=then)
