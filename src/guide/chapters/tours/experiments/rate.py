"""Tour 4: what the loss does just below and just above the critical rate.

The rule, set before anything was counted: a run settles when it ends with less than a tenth of the
loss that it began with, and explodes when it ends with more than a thousand times as much. Below
the critical rate all must settle, above it all must explode. The critical rate is 2 over the
largest curvature, which here is that of the bias, 2, and a little more for points off center.
"""

from dataclasses import dataclass, replace

import numpy as np

from guide.chapters.tours.experiments.networks import Choices, Run, trained
from guide.experiments.cache import experiment

CURVATURE = 2.0
"""Of the mean squared error along the bias."""

LOW = Choices(
    dataset="plane",
    examples=100,
    noise=0,
    hidden=(),
    loss="mse",
    rate=0.3,
    batch_size=0,
    stop_epochs=60,
)
NEAR = replace(LOW, rate=0.9)
ABOVE = replace(LOW, rate=1.1)
STEPS = (LOW, NEAR, ABOVE)


@dataclass(frozen=True)
class Ends:
    """How one neuron fares on a sloping plane at three rates.

    Attributes:
        low_rate: The lowest rate of the three.
        near_rate: The rate just below the critical one.
        above_rate: The rate just above the critical one.
        near_factor: What a step at the rate just below the critical one multiplies the distance of
            the bias from its best value with.
        above_factor: What a step at the rate just above the critical one multiplies the distance
            of the bias from its best value with.
        sets: How many sets of points, each with first weights of its own.
        low: How many runs settle at the lowest rate.
        near: How many runs settle at the rate just below the critical one.
        above: How many runs explode at the rate just above it.
        times_millions: The median of the last loss over the first, in millions, at the rate above
            the critical one.
    """

    low_rate: float
    near_rate: float
    above_rate: float
    near_factor: float
    above_factor: float
    sets: int
    low: int
    near: int
    above: int
    times_millions: float


@experiment
def rate(seeds: int = 100) -> Ends:
    """Train one neuron on a sloping plane at three rates."""
    low, near, above = (trained(choices, seeds, own_data=True) for choices in STEPS)
    times = above.loss[-1] / above.loss[0]
    return Ends(
        low_rate=LOW.rate,
        near_rate=NEAR.rate,
        above_rate=ABOVE.rate,
        near_factor=1 - NEAR.rate * CURVATURE,
        above_factor=1 - ABOVE.rate * CURVATURE,
        sets=seeds,
        low=_settled(low),
        near=_settled(near),
        above=int((times > 1000).sum()),  # noqa: PLR2004  (said above)
        times_millions=float(np.median(times)) / 1e6,
    )


def _settled(run: Run) -> int:
    return int((run.loss[-1] < run.loss[0] / 10).sum())
