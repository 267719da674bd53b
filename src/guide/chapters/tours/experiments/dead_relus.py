"""Tour 3: whether ReLUs that a high rate has killed come back at a low one.

The rule, set before anything was counted: a ReLU is dead when it is 0 for every training example.
It has come back when, after the low rate, it is above 0 for at least one. In the first hidden layer
none can, for a dead unit has a gradient of exactly 0.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool

from guide.chapters.tours.experiments.networks import Choices, Run, gone_on, trained
from guide.experiments.cache import experiment

CALM = Choices(examples=100, held=0, hidden=((8, "relu"),), rate=1.0, batch_size=0, stop_epochs=100)
HIGH = replace(CALM, rate=8.0, stop_epochs=30)
LOW_AGAIN = CALM
STEPS = (CALM, HIGH, LOW_AGAIN)


@dataclass(frozen=True)
class Dead:
    """How many of eight ReLUs are dead after training.

    Attributes:
        starts: How many first weights were tried.
        calm: The mean number of dead ReLUs in a network at the low rate.
        high: The mean number of dead ReLUs in a network at the high rate.
        killed: How many ReLUs the high rate has killed, over all networks.
        back: How many dead ReLUs came back when the rate was lowered again, over all networks.
        calm_right: The median percentage of points that are right at the low rate.
        high_right: The median percentage of points that are right at the high rate.
        again_right: The median percentage of points that are right after the rate was lowered.
    """

    starts: int
    calm: float
    high: float
    killed: int
    back: int
    calm_right: float
    high_right: float
    again_right: float


@experiment
def dead_relus(seeds: int = 100) -> Dead:
    """Train eight ReLUs at a low rate, and at a high one, then on at the low one."""
    calm, high = trained(CALM, seeds), trained(HIGH, seeds)
    again = gone_on(high, LOW_AGAIN)
    return Dead(
        starts=seeds,
        calm=_number(calm),
        high=_number(high),
        killed=int(_dead(high).sum()),
        back=int((_dead(high) & ~_dead(again)).sum()),
        calm_right=_right(calm),
        high_right=_right(high),
        again_right=_right(again),
    )


def _dead(run: Run) -> Bool[np.ndarray, "seeds units"]:
    weights, biases = run.network.arrays[0]
    return np.asarray((run.train.x @ weights + biases[:, None] <= 0).all(axis=1))


def _number(run: Run) -> float:
    return float(_dead(run).sum(axis=1).mean())


def _right(run: Run) -> float:
    return 100 * float(np.median(run.accuracy))
