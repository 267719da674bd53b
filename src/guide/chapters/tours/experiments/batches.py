"""Tour 8: how far and how smoothly the loss falls with batches of all, of ten and of one.

The rule, set before anything was counted: after the same number of epochs, the loss is compared
start by start. The curve goes up in an epoch when its loss is above that of the epoch before.
"""

from dataclasses import dataclass, replace

import numpy as np

from guide.chapters.tours.experiments.networks import Choices, Run, trained
from guide.experiments.cache import experiment
from guide.experiments.spread import percent

WHOLE = Choices(examples=60, held=0, rate=0.3, batch_size=0, stop_epochs=30)
TEN = replace(WHOLE, batch_size=10)
ONE = replace(WHOLE, batch_size=1)
STEPS = (WHOLE, TEN, ONE)


@dataclass(frozen=True)
class Batches:
    """Where the loss is after 30 epochs, and how often it went up on the way.

    Attributes:
        starts: How many first weights were tried for each size of the batch.
        whole: The median loss with all examples at once.
        ten: The median loss with batches of ten.
        one: The median loss with single examples.
        ten_wins: Percent of the starts from which batches of ten end lower than all at once.
        one_wins: Percent of the starts from which single examples end lowest of all three.
        whole_up: The median number of epochs in which the loss goes up with all at once.
        ten_up: The median number of epochs in which the loss goes up with batches of ten.
        one_up: The median number of epochs in which the loss goes up with single examples.
    """

    starts: int
    whole: float
    ten: float
    one: float
    ten_wins: float
    one_wins: float
    whole_up: float
    ten_up: float
    one_up: float


@experiment
def batches(seeds: int = 100) -> Batches:
    """Train four tanh units on two rings with batches of three sizes."""
    whole, ten, one = (trained(choices, seeds) for choices in STEPS)
    return Batches(
        starts=seeds,
        whole=_end(whole),
        ten=_end(ten),
        one=_end(one),
        ten_wins=percent(ten.loss[-1] < whole.loss[-1]),
        one_wins=percent(one.loss[-1] < np.minimum(whole.loss[-1], ten.loss[-1])),
        whole_up=_ups(whole),
        ten_up=_ups(ten),
        one_up=_ups(one),
    )


def _end(run: Run) -> float:
    return float(np.median(run.loss[-1]))


def _ups(run: Run) -> float:
    return float(np.median((np.diff(run.loss, axis=0) > 0).sum(axis=0)))
