"""How many seeds it takes to tell two settings apart."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from guide.chapters.hyperparameters.experiments.task import HELD_OUT, START, Setting, points, scores
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

RUNS = (1, 2, 4, 8, 16, 32, 64)
DROPPING = replace(START, dropout=0.2)


@dataclass(frozen=True)
class Duel:
    """Two settings that differ in dropout, 0 and 0.2, each trained from many seeds.

    Attributes:
        seeds: How many seeds each setting was trained from.
        without, dropping: Percent of the validation points that each network gets wrong.
        difference: Mean percentage with dropout, less that without.
        spread: Standard deviation from seed to seed, root mean square of both.
        paired_spread: Standard deviation of the difference of two runs with the same seed.
        runs: How many runs of each setting a comparison averages.
        wrong: Percent of comparisons of separate seeds that prefer the worse setting.
        wrong_paired: The same for comparisons on the same seeds.
        wrong[0]: Percent wrong for one run each.
        wrong[4]: Percent wrong for sixteen runs each.
        wrong_paired[4]: Percent wrong for sixteen runs each on the same seeds.
    """

    seeds: int
    without: Float[Array, " seeds"]
    dropping: Float[Array, " seeds"]
    difference: float
    spread: float
    paired_spread: float
    runs: tuple[int, ...]
    wrong: Float[Array, " runs"]
    wrong_paired: Float[Array, " runs"]

    @property
    def needed(self) -> float:
        """Runs of each setting until the difference is twice its standard error."""
        return 2 * (2 * self.spread / self.difference) ** 2

    @property
    def needed_paired(self) -> float:
        """Runs on the same seeds until the difference is twice its standard error."""
        return (2 * self.paired_spread / self.difference) ** 2


@experiment
def duel(seeds: int = 200, comparisons: int = 4000) -> Duel:
    """Train with dropout 0 and 0.2, then compare means of 1 to 64 runs drawn from these."""
    without, dropping = (_percent_wrong(setting, seeds) for setting in (START, DROPPING))
    rng = np.random.default_rng(6)
    wrong, paired = [], []
    for runs in RUNS:
        one, other = rng.integers(seeds, size=(2, comparisons, runs))
        mean = dropping[one].mean(axis=1)
        wrong.append(_percent_below(mean, without[other].mean(axis=1)))
        paired.append(_percent_below(mean, without[one].mean(axis=1)))
    return Duel(
        seeds=seeds,
        without=without,
        dropping=dropping,
        difference=float((dropping - without).mean()),
        spread=float(np.sqrt((without.var(ddof=1) + dropping.var(ddof=1)) / 2)),
        paired_spread=float((dropping - without).std(ddof=1)),
        runs=RUNS,
        wrong=np.array(wrong),
        wrong_paired=np.array(paired),
    )


def _percent_wrong(setting: Setting, seeds: int) -> Float[Array, " seeds"]:
    network, other = scores(setting, seeds).network, points(seeds, HELD_OUT, 2)
    wrong = (network(other.x) > 0) != (other.y > 0)
    return np.asarray(100 * wrong.mean(axis=(-2, -1)))


def _percent_below(means: Float[Array, " times"], others: Float[Array, " times"]) -> float:
    """Return how often the first is lower; a draw counts one half, as a coin would decide it."""
    return percent((means < others) + 0.5 * (means == others))
