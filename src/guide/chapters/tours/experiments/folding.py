"""Tour 2: how many folds of the plane it takes to fence in a ring.

The rule, set before anything was counted: the inner ring is fenced in when at least 95 percent of
all points are right at the end. Two ReLUs must fail from every start, for two lines leave the plane
open. Of three some must manage, and eight must manage more often.
"""

from dataclasses import dataclass, replace

from guide.chapters.tours.experiments.networks import Choices, Run, trained
from guide.experiments.cache import experiment

FENCED = 0.95

TWO = Choices(
    examples=100,
    held=0,
    hidden=((2, "relu"),),
    rate=1.0,
    batch_size=0,
    seed=7,  # with folds that are easy to see
    stop_epochs=300,
)
THREE = replace(TWO, hidden=((3, "relu"),))
EIGHT = replace(TWO, hidden=((8, "relu"),))
STEPS = (TWO, THREE, EIGHT)


@dataclass(frozen=True)
class Fenced:
    """How often ReLUs fence in the inner of two rings.

    Attributes:
        starts: How many first weights were tried for each network.
        two: Percent of the starts from which two ReLUs fence in the ring.
        two_best: The highest percentage of points that two ReLUs get right, over all starts.
        three: Percent of the starts from which three ReLUs fence in the ring.
        eight: Percent of the starts from which eight ReLUs fence in the ring.
    """

    starts: int
    two: float
    two_best: float
    three: float
    eight: float


@experiment
def folding(seeds: int = 100) -> Fenced:
    """Train two, three and eight hidden ReLUs on two rings."""
    two, three, eight = (trained(choices, seeds) for choices in STEPS)
    best = 100 * float(two.accuracy.max())
    return Fenced(seeds, _fenced(two), best, _fenced(three), _fenced(eight))


def _fenced(run: Run) -> float:
    return run.share_right(FENCED)
