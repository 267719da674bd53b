"""Tour 9: how long the floor of a ravine takes, with and without momentum.

The points lie in a strip: the second input is about twenty times smaller than the first, and it
is the one that tells the classes apart. Squared errors of one neuron then make a ravine. Its walls,
the bias and the first weight, are steep; its floor, the second weight, is nearly level.

The rule, set before anything was counted: a run has arrived when no more than a tenth of the way
from the loss of a constant answer down to the least loss that any weights have is left. Without
momentum it runs just below the critical rate, which is as fast as it can go.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from guide.chapters.tours.experiments.networks import Choices, Point, Run, trained
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

ARRIVED = 0.1
POINTS = 40


def _strip() -> tuple[Point, ...]:
    """Draw the points of the strip, with three decimals, as an address can hold them."""
    drawn = np.random.default_rng(1).uniform(-1, 1, (POINTS, 2)).round(2)
    return tuple((a, round(b / 20, 4), int(b + 0.3 * a > 0)) for a, b in drawn.tolist())


PLAIN = Choices(
    dataset="points",
    points=_strip(),
    held=0,
    hidden=(),
    loss="mse",
    rate=0.9,
    batch_size=0,
    stop_epochs=200,
)
ABOVE = replace(PLAIN, rate=1.1)
MOMENTUM = replace(PLAIN, optimizer="momentum")
STEPS = (PLAIN, ABOVE, MOMENTUM)


@dataclass(frozen=True)
class Arrivals:
    """How many epochs one neuron needs to the floor's end, from many first weights.

    Attributes:
        plain_rate: The rate of the runs without and with momentum.
        above_rate: The rate above the critical one.
        starts: How many first weights were tried.
        plain: The median number of epochs to the end without momentum.
        momentum: The median number of epochs to the end with momentum.
        faster: In how many starts momentum arrives in at most half the epochs.
        exploded: In how many starts the loss grows without momentum at the rate above the critical
            one.
    """

    plain_rate: float
    above_rate: float
    starts: int
    plain: float
    momentum: float
    faster: int
    exploded: int


@experiment
def ravine(seeds: int = 100, longest: int = 2000) -> Arrivals:
    """Train one neuron on the strip without and with momentum, and just above the critical rate."""
    plain = _epochs(trained(replace(PLAIN, stop_epochs=longest), seeds))
    momentum = _epochs(trained(replace(MOMENTUM, stop_epochs=longest), seeds))
    above = trained(ABOVE, seeds)
    return Arrivals(
        plain_rate=PLAIN.rate,
        above_rate=ABOVE.rate,
        starts=seeds,
        plain=float(np.median(plain)),
        momentum=float(np.median(momentum)),
        faster=int((momentum <= plain / 2).sum()),
        exploded=int((above.loss[-1] > above.loss[0]).sum()),
    )


def _epochs(run: Run) -> Float[Array, " seeds"]:
    """Return after how many epochs each network has arrived."""
    x, y = run.train.x[0], run.train.y[0]
    columns = np.c_[x, np.ones(len(x))]
    weights, *_ = np.linalg.lstsq(columns, y)
    least, constant = float(np.mean((columns @ weights - y) ** 2)), float(np.var(y))
    there = run.loss <= least + ARRIVED * (constant - least)
    return np.where(there.any(axis=0), there.argmax(axis=0), np.inf)
