"""Tour 1: how many hidden units it takes to learn exclusive or.

The rule, set before anything was counted: a network has learned when all four rows are right at
the end. A single neuron must fail from every start, for no line parts the rows. Of two hidden
units some must learn and some fail, and eight must learn more often than two.
"""

from dataclasses import dataclass, replace

from guide.chapters.tours.experiments.networks import Choices, Run, trained
from guide.experiments.cache import experiment

ALONE = Choices(dataset="xor", held=0, hidden=(), rate=1.0, batch_size=0, stop_epochs=500)
TWO = replace(ALONE, hidden=((2, "tanh"),))
EIGHT = replace(ALONE, hidden=((8, "tanh"),))
STEPS = (ALONE, TWO, EIGHT)


@dataclass(frozen=True)
class Learned:
    """How often networks on exclusive or get all four rows right.

    Attributes:
        starts: How many first weights were tried for each network.
        alone: Percent of the starts from which a single neuron gets all four rows right.
        alone_loss: The least loss of a single neuron at the end, over all starts.
        two: Percent of the starts from which two hidden units get all four rows right.
        eight: Percent of the starts from which eight hidden units get all four rows right.
    """

    starts: int
    alone: float
    alone_loss: float
    two: float
    eight: float


@experiment
def xor(seeds: int = 100) -> Learned:
    """Train a single neuron, then two and eight hidden units, on the four rows of XOR."""
    alone, two, eight = (trained(choices, seeds) for choices in STEPS)
    return Learned(seeds, _all(alone), float(alone.loss[-1].min()), _all(two), _all(eight))


def _all(run: Run) -> float:
    return run.share_right(1)
