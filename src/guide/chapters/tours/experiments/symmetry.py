"""Tour 6: what four units can learn that start alike.

The rule, set before anything was counted: units are alike when no weight of one differs from the
same weight of another by more than a hundred-thousandth. (In exact arithmetic they stay equal; a
matrix product may round two equal columns differently.) A network has learned when at least 95
percent of its points are right at the end.
"""

from dataclasses import dataclass, replace

import numpy as np

from guide.chapters.tours.experiments.networks import Choices, Run, trained
from guide.experiments.cache import experiment

LEARNED = 0.95
ALIKE = 1e-5

SAME = Choices(examples=60, held=0, initialization="same", rate=1.0, batch_size=0, stop_epochs=400)
RANDOM = replace(SAME, initialization="usual")
ZEROS = replace(SAME, initialization="zeros", stop_epochs=100)
STEPS = (ZEROS, SAME, RANDOM)


@dataclass(frozen=True)
class Starts:
    """What four tanh units make of two rings, from three kinds of first weights.

    Attributes:
        sets: How many sets of points were tried.
        zeros_moved: The largest hidden weight after training from zeros, over all sets.
        alike: How many networks whose weights start from 0.5 end with four units alike.
        same: Percent of the networks whose weights start from 0.5 that learn.
        same_right: The median percentage of points that are right where weights start from 0.5.
        random: Percent of the networks that learn from random weights.
    """

    sets: int
    zeros_moved: float
    alike: int
    same: float
    same_right: float
    random: float


@experiment
def symmetry(seeds: int = 100) -> Starts:
    """Train four tanh units from zeros, from one half, and from random weights."""
    zeros, same, random = (trained(choices, seeds, own_data=True) for choices in STEPS)
    return Starts(
        sets=seeds,
        zeros_moved=float(np.abs(zeros.network.arrays[0][0]).max()),
        alike=_alike(same),
        same=same.share_right(LEARNED),
        same_right=100 * float(np.median(same.accuracy)),
        random=random.share_right(LEARNED),
    )


def _alike(run: Run) -> int:
    weights, _ = run.network.arrays[0]
    apart = (weights.max(axis=-1) - weights.min(axis=-1)).max(axis=-1)
    return int((apart <= ALIKE).sum())
