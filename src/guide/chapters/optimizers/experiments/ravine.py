"""Optimizers and momenta on a ravine: a bowl that is fifty times as steep across as along."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.labels import Integers
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.shapes import Array

CURVATURES = np.array([1.0, 50.0])
START = np.array([-1.0, 0.5])
NEAR = 0.01  # as a part of the distance at the start
RATES = np.logspace(-3, 0, 19)

SHOWN: tuple[type[Optimizer], ...] = tuple(kind for kind in nn.OPTIMIZERS if kind != nn.AdamW)
"""The optimizers of the race; on a bowl without weight decay, AdamW takes the steps of Adam."""


@dataclass(frozen=True)
class Zigzag:
    """How plain gradient descent walks down the ravine.

    Attributes:
        path: Both parameters after each step.
        crossings: How often it steps across the floor of the ravine.
        left_across: What is left of the distance to the minimum across the ravine, in percent.
        left_along: What is left of the distance to the minimum along the ravine, in percent.
        critical_rate: The rate at which it would begin to diverge.
    """

    path: Float[Array, "steps parameters"]
    crossings: int
    left_across: float
    left_along: float
    critical_rate: float


def zigzag(rate: float = 0.038, steps: int = 30) -> Zigzag:
    """Walk 30 steps of gradient descent at rate 0.038 down a bowl with curvatures 1 and 50."""
    path = walk(nn.SGD(rate), START, steps)
    crossings = int((path[1:, 1] * path[:-1, 1] < 0).sum())
    along, across = 100 * np.abs(path[-1] / START)
    critical = 2 / float(CURVATURES.max())
    return Zigzag(path, crossings, float(across), float(along), critical)


def walk(
    optimizer: Optimizer, start: Float[Array, "*starts 2"], steps: int, turn: float = 0.0
) -> Float[Array, "steps *starts 2"]:
    """Return the points that an optimizer visits in a ravine turned by an angle, in radians."""
    return np.stack([start, *_points(optimizer, start, steps, turn)])


def _points(
    optimizer: Optimizer, start: Float[Array, "*starts 2"], steps: int, turn: float
) -> Iterator[Float[Array, "*starts 2"]]:
    axes = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    hessian = axes.T @ np.diag(CURVATURES) @ axes
    theta, state = start, optimizer.start(start)
    for _ in range(steps):
        theta, state = optimizer.step(theta, theta @ hessian, state)
        yield theta


@dataclass(frozen=True)
class RavineRace:
    """How each optimizer does in one ravine, at the best of some rates for it.

    Attributes:
        starts: The number of starts.
        rates: The number of rates from which the best is taken.
        best_rates: That rate for each optimizer.
        quartiles: Over the starts, of the steps after which it stays near the minimum.
        sgd: Median steps that SGD takes.
        momentum: Median steps that momentum takes.
        nesterov: Median steps that Nesterov takes.
        adagrad: Median steps that AdaGrad takes.
        rmsprop: Median steps that RMSprop takes.
        adam: Median steps that Adam takes.
        sgd_good: At how many rates SGD's median is at most half as much again.
        adam_good: At how many rates Adam's median is at most half as much again.
        best_rates[4]: The best rate for RMSprop.
    """

    starts: int
    rates: int
    best_rates: Float[Array, " optimizers"]
    quartiles: Float[Array, "optimizers 3"]
    sgd: float
    momentum: float
    nesterov: float
    adagrad: float
    rmsprop: float
    adam: float
    sgd_good: int
    adam_good: int


@experiment
def straight_race(starts: int = 100, steps: int = 300) -> RavineRace:
    """Race down a ravine along an axis, and count steps until a hundredth of the way is left."""
    return _race(starts, steps, turn=0.0)


@experiment
def turned_race(starts: int = 100, steps: int = 300) -> RavineRace:
    """Race down the same ravine turned by 45 degrees, and count steps until it is nearly done."""
    return _race(starts, steps, turn=np.pi / 4)


def _race(starts: int, steps: int, turn: float) -> RavineRace:
    start = starts_around(starts)
    needed = np.stack([steps_needed(kind, start, steps, turn) for kind in SHOWN])
    medians = np.median(needed, axis=-1)
    best = medians.argmin(axis=1)
    least = medians.min(axis=1)
    good = (medians <= np.minimum(1.5 * least, steps)[:, None]).sum(axis=1)
    names = [kind.slug for kind in SHOWN]
    return RavineRace(
        starts,
        len(RATES),
        RATES[best],
        quartiles(needed[np.arange(len(SHOWN)), best]),
        **dict(zip(names, least.tolist(), strict=True)),
        sgd_good=int(good[names.index("sgd")]),
        adam_good=int(good[names.index("adam")]),
    )


def starts_around(starts: int) -> Float[Array, "starts 2"]:
    """Draw starts in random directions, each at distance 1 from the minimum."""
    angles = np.random.default_rng(0).uniform(0, 2 * np.pi, starts)
    return np.stack([np.cos(angles), np.sin(angles)], axis=-1)


def steps_needed(
    kind: Callable[..., Optimizer],
    start: Float[Array, "starts 2"],
    steps: int,
    turn: float = 0.0,
) -> Int[Integers, "rates starts"]:
    """Run all rates at once, as an axis before that of the starts; steps + 1 means not done."""
    everywhere = np.broadcast_to(start, (len(RATES), *start.shape))
    optimizer = kind(rate=RATES[:, None, None])
    with np.errstate(over="ignore", invalid="ignore"):  # some rates are far too large
        points = _points(optimizer, everywhere, steps, turn)
        far = np.stack([~(np.linalg.norm(theta, axis=-1) < NEAR) for theta in points])
    return np.asarray(1 + steps - far[::-1].argmax(axis=0))


MOMENTA = (0.0, 0.5, 0.7, 0.9, 0.99)


@dataclass(frozen=True)
class Momenta:
    """Steps down the ravine until a hundredth of the distance is left for good.

    Attributes:
        values: The momenta that were tried.
        rates: The number of rates from which each momentum got the best.
        steps: For each, the median of the steps over the starts.
        steps[0]: The steps without momentum.
        steps[1]: The steps with momentum 0.5.
        steps[3]: The steps with the usual momentum of 0.9.
        steps[4]: The steps with momentum 0.99.
    """

    values: tuple[float, ...]
    rates: int
    steps: Float[Array, " momenta"]

    @property
    def least(self) -> float:
        """The fewest steps."""
        return float(self.steps.min())

    @property
    def best(self) -> float:
        """The momentum that needs the fewest steps."""
        return self.values[int(self.steps.argmin())]


@experiment
def momenta(starts: int = 100, steps: int = 2000) -> Momenta:
    """Race five momenta from 0 to 0.99 down the ravine of the race, each at its best rate."""
    start = starts_around(starts)
    kinds = [partial(nn.Momentum, momentum=value) if value else nn.SGD for value in MOMENTA]
    needed = [steps_needed(kind, start, steps) for kind in kinds]
    return Momenta(MOMENTA, len(RATES), np.median(needed, axis=2).min(axis=1))
