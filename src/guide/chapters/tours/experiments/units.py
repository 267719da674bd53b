"""Tour 10: what a network makes of points of which one input came in another unit.

The rule, set before anything was counted: a network has learned when at least 95 percent of its
points are right at the end. The points are the same in all steps but for the unit of the second
input: a hundredth of what it was.
"""

from dataclasses import dataclass, replace

import numpy as np

import nnbyhand as nn
from guide.chapters.tours.experiments.networks import Choices, Point, Run, trained
from guide.experiments.cache import experiment

LEARNED = 0.95
POINTS = 40


def _moons_in(unit: float) -> tuple[Point, ...]:
    """Draw two moons, with the second input divided by a unit; two decimals before that."""
    data = nn.moons(POINTS, noise=0.1, rng=np.random.default_rng(1))
    rows = np.c_[data.x.round(2), data.y].tolist()
    return tuple((a, round(b / unit, 4), int(label)) for a, b, label in rows)


RAW = Choices(
    dataset="points", points=_moons_in(100), held=0, rate=1.0, batch_size=0, stop_epochs=400
)
HIGHER = replace(RAW, rate=10.0)
SCALED = replace(RAW, standardize=True)
STEPS = (RAW, HIGHER, SCALED)


@dataclass(frozen=True)
class Scales:
    """How four tanh units learn two moons with the second input in a large unit.

    Attributes:
        starts: How many first weights were tried.
        raw: Percent of the networks that learn from the inputs as they come.
        raw_right: The median percentage of points that are right, from the inputs as they come.
        higher: Percent of the networks that learn from the inputs as they come at ten times the
            rate.
        scaled: Percent of the networks that learn from standardized inputs.
        scaled_right: The median percentage of points that are right, from standardized inputs.
    """

    starts: int
    raw: float
    raw_right: float
    higher: float
    scaled: float
    scaled_right: float


@experiment
def units(seeds: int = 100) -> Scales:
    """Train four tanh units on raw inputs, again at ten times the rate, and on scaled ones."""
    raw, higher, scaled = (trained(choices, seeds) for choices in STEPS)
    return Scales(
        starts=seeds,
        raw=raw.share_right(LEARNED),
        raw_right=_right(raw),
        higher=higher.share_right(LEARNED),
        scaled=scaled.share_right(LEARNED),
        scaled_right=_right(scaled),
    )


def _right(run: Run) -> float:
    return 100 * float(np.median(run.accuracy))
