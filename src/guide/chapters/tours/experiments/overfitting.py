"""Tour 7: how often a price on weights, or more data, ends with a lower validation loss.

The rule, set before anything was counted: a run has overfitted when its last validation loss is
more than a tenth above its lowest. A remedy has helped when its last validation loss is below that
of the run without it that has the same seeds.
"""

from dataclasses import dataclass, replace

import numpy as np

from guide.chapters.tours.experiments.networks import Choices, Run, trained
from guide.experiments.cache import experiment
from guide.experiments.spread import percent

NOTHING = Choices(
    dataset="moons",
    examples=40,
    noise=0.3,
    held=0.5,
    hidden=((8, "relu"), (8, "relu")),
    optimizer="adam",
    rate=0.02,
    batch_size=0,
    stop_epochs=200,
)
L2 = replace(NOTHING, penalty="l2", strength=0.03)
MORE = replace(NOTHING, examples=160)
STEPS = (NOTHING, L2, MORE)


@dataclass(frozen=True)
class Overfitted:
    """How a network fares that is too large for its examples, and what two remedies do.

    Attributes:
        sets: How many sets of points, each with first weights of its own.
        overfitted: Percent of the networks that overfit with nothing done.
        train: The median training loss at the end with nothing done.
        held: The median validation loss at the end with nothing done.
        l2_helps: Percent of the sets on which the price on weights lowers the last validation loss.
        l2_held: The median validation loss at the end with a price on weights.
        more_helps: Percent of the sets after which four times the data end with a lower validation
            loss.
        more_held: The median validation loss at the end with four times the data.
    """

    sets: int
    overfitted: float
    train: float
    held: float
    l2_helps: float
    l2_held: float
    more_helps: float
    more_held: float


@experiment
def overfitting(seeds: int = 100) -> Overfitted:
    """Train on few noisy points with nothing done, with a price on weights, and with more data."""
    nothing, l2, more = (trained(choices, seeds, own_data=True) for choices in STEPS)
    last = nothing.held_loss[-1]
    return Overfitted(
        sets=seeds,
        overfitted=percent(last > 1.1 * nothing.held_loss.min(axis=0)),
        train=float(np.median(nothing.loss[-1])),
        held=_held(nothing),
        l2_helps=_helps(l2, nothing),
        l2_held=_held(l2),
        more_helps=_helps(more, nothing),
        more_held=_held(more),
    )


def _held(run: Run) -> float:
    return float(np.median(run.held_loss[-1]))


def _helps(remedy: Run, nothing: Run) -> float:
    return percent(remedy.held_loss[-1] < nothing.held_loss[-1])
