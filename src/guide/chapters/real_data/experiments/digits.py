"""Digits: a hundred splits, a network and two baselines, what is mistaken for what, and why."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.chapters.real_data.experiments.comparison import Compared, Missed
from guide.chapters.real_data.experiments.splits import Recipe, Splits
from guide.experiments.cache import experiment
from guide.experiments.digits import INK
from guide.experiments.spread import percent
from nnbyhand.shapes import Array, NDArray

LOSS = nn.cross_entropy_from_logits
NETWORK = Recipe((64, 32, 10), LOSS, rate=0.02, epochs=20, batch=128)
LINEAR = Recipe((64, 10), LOSS, rate=0.05, epochs=20, batch=128)


@dataclass(frozen=True)
class Digits(Compared):
    """Percent of the test images that are right, and the images that are not.

    Attributes:
        seeds: How many splits, each with a start of its own.
        network, linear, neighbor: Percent right on each.
        confusion: Counts over all networks: rows are true digits, columns what was answered.
        answers: For each image, how many networks gave each answer, as a test image.
        median.network: The median percentage of the networks.
        median.linear: The median percentage of the linear models.
        median.neighbor: The median percentage of the nearest neighbors.
        missed.never: How many images no network gets wrong.
        missed.hard: How many images most networks get wrong.
        missed.hard_share: Percent of all mistakes that these images account for.
        recall[8]: Percent of the eights that are found.
        recall[0]: Percent of the zeros that are found.
        confusion[8, 1]: How many eights were taken for ones.
        confusion[1, 8]: How many ones were taken for eights.
    """

    seeds: int
    confusion: Int[NDArray[np.integer], "10 10"]
    answers: Int[NDArray[np.integer], "images 10"]

    @property
    def images(self) -> int:
        """How many images the data set has."""
        return len(self.answers)

    @property
    def test_images(self) -> int:
        """How many images are in a test part."""
        return self.answered // self.seeds

    @property
    def neighbor_wins(self) -> float:
        """Percent of the splits on which the nearest neighbor beats the network."""
        return percent(self.neighbor > self.network)

    @property
    def mistakes(self) -> int:
        """How many mistakes all networks make together."""
        return int(self.confusion.sum() - self.confusion.trace())

    @property
    def answered(self) -> int:
        """How many images all networks are asked about together."""
        return int(self.confusion.sum())

    @property
    def recall(self) -> Float[Array, " digits"]:
        """Percent of the images of each digit that are found."""
        return np.asarray(100 * self.confusion.diagonal() / self.confusion.sum(axis=1))

    @property
    def missed(self) -> Missed:
        """Which images the networks get wrong."""
        return Missed.counted(self.misses, self.answers.sum(axis=1))

    @property
    def misses(self) -> Int[NDArray[np.integer], " images"]:
        """How many networks get each image wrong."""
        own = self.answers[np.arange(len(self.answers)), nn.digits().y]
        return np.asarray(self.answers.sum(axis=1) - own)


@experiment
def digits(seeds: int = 100) -> Digits:
    """Train 64-32-10 networks on 1,079 digits and test on 359, on as many splits as seeds."""
    data = nn.digits()
    splits = Splits.of(data, seeds, scaled=False, raw_unit=INK)
    result, linear = NETWORK.trained(splits), LINEAR.trained(splits)
    outputs = result.network(splits.test.x)
    true, answer = splits.test.y.argmax(axis=-1), outputs.argmax(axis=-1)
    confusion, answers = np.zeros((10, 10), np.int64), np.zeros((len(data.y), 10), np.int64)
    np.add.at(confusion, (true, answer), 1)
    np.add.at(answers, (splits.test.rows, answer), 1)
    return Digits(
        seeds=seeds,
        network=100 * splits.right(outputs).mean(axis=-1),
        linear=100 * splits.right(linear.network(splits.test.x)).mean(axis=-1),
        neighbor=100 * splits.right(splits.nearest()).mean(axis=-1),
        confusion=confusion,
        answers=answers,
    )
