"""What `make test-frameworks` measures again and holds to: the package beside three frameworks.

These figures are read, not computed: the environment that builds the site has no framework.
`tests/frameworks/measure.py` writes them.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

import nnbyhand as nn
from guide.experiments.measurements import kept_beside


@cache
def results() -> dict[str, Any]:
    """Read what the frameworks gave when the chapter was written; its tests hold them to it."""
    return kept_beside(__file__)


@dataclass(frozen=True)
class Apart:
    """How many times further apart the numbers of a kind are.

    Attributes:
        single: The largest difference in 32 bits, over that in 64 bits, as a power of ten.
    """

    single: int


def apart() -> Apart:
    """Compare the largest differences of the frameworks in 32 and in 64 bits."""
    largest = [
        max(value for row in results()[kind].values() for value in row.values())
        for kind in ("float32", "float64")
    ]
    return Apart(int(np.floor(np.log10(largest[0] / largest[1]))))


@dataclass(frozen=True)
class Course:
    """A run of Keras, as its history tells it.

    Attributes:
        training, validation: The losses after each epoch, in nats.
    """

    training: tuple[float, ...]
    validation: tuple[float, ...]

    @property
    def epochs(self) -> int:
        """How many epochs it took."""
        return len(self.training)

    @property
    def best_epoch(self) -> int:
        """The epoch with the least validation loss, from 1 on."""
        return 1 + int(np.argmin(self.validation))

    @property
    def best(self) -> float:
        """The least validation loss."""
        return min(self.validation)

    @property
    def last(self) -> float:
        """The validation loss at the end."""
        return self.validation[-1]


def course() -> Course:
    """Read the losses of the run of Keras on shuffled rows."""
    return _course("history")


def sorted_course() -> Course:
    """Read the losses of the run of Keras on sorted rows."""
    return _course("sorted")


def _course(name: str) -> Course:
    found = results()[name]
    return Course(tuple(found["training"]), tuple(found["validation"]))


@dataclass(frozen=True)
class Epsilons:
    """How far Adam goes astray of itself when epsilon stands elsewhere.

    Attributes:
        factor: How many times larger an epsilon added before the correction acts at step 1.
        shorter: By what percentage it shortens the first step of a slope of 1e-6, for 1e-7.
    """

    factor: float
    shorter: float


def epsilons(slope: float = 1e-6, epsilon: float = 1e-7) -> Epsilons:
    """Compare the first step of Adam with epsilon after the bias correction and before it."""
    factor = 1 / np.sqrt(1 - nn.Adam().beta2)
    after, before = (_first_step(slope, e) for e in (epsilon, epsilon * factor))
    return Epsilons(float(factor), 100 * (1 - before / after))


def _first_step(slope: float, epsilon: float) -> float:
    adam, theta = nn.Adam(1.0, epsilon=float(epsilon)), np.zeros(1)
    return -float(adam.step(theta, np.array([slope]), adam.start(theta))[0][0])


def flowers() -> int:
    """Count the rows of Iris."""
    return len(nn.iris().y)
