"""Iris: a hundred splits, five starts on each, two baselines, hard flowers, and when to stop."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from guide.chapters.real_data.experiments.comparison import Compared, Missed
from guide.chapters.real_data.experiments.splits import Recipe, Splits, beside
from guide.experiments.cache import experiment
from guide.experiments.spread import percent, quartiles
from nnbyhand.shapes import Array, NDArray

LOSS = nn.cross_entropy_from_logits
NETWORK = Recipe((4, 16, 3), LOSS, rate=0.05, epochs=100, patience=20)
LINEAR = Recipe((4, 3), LOSS, rate=0.1, epochs=200, patience=20)


@dataclass(frozen=True)
class Iris(Compared):
    """Percent of the test flowers that are right, over splits and starts.

    Attributes:
        splits: How many splits there are.
        starts: How many first weights are tried on each split.
        network: Percent right of each 4-16-3 network.
        linear, neighbor: Percent right of each baseline.
        misses: How many networks were wrong about each flower of the data set.
        asked: How many networks were asked about it, as a flower of their test part.
        mean.network: Mean percentage of the networks.
        mean.linear: Mean percentage of the linear models.
        mean.neighbor: Mean percentage of the nearest neighbors.
        missed.hard: How many flowers most networks get wrong.
        missed.hard_share: Percent of all mistakes that these flowers account for.
        missed.never: How many flowers no network gets wrong.
    """

    splits: int
    starts: int
    misses: Int[NDArray[np.integer], " flowers"]
    asked: Int[NDArray[np.integer], " flowers"]

    @property
    def networks(self) -> int:
        """How many networks were trained."""
        return self.network.size

    @property
    def flowers(self) -> int:
        """How many flowers the data set has."""
        return len(self.asked)

    @property
    def least(self) -> float:
        """Percent right of the worst network."""
        return float(self.network.min())

    @property
    def most(self) -> float:
        """Percent right of the best network."""
        return float(self.network.max())

    @property
    def linear_wins(self) -> float:
        """Percent of the splits on which the linear model beats the first network."""
        return percent(self.linear > self.network[:, 0])

    @property
    def linear_loses(self) -> float:
        """Percent of the splits on which the linear model is worse than the first network."""
        return percent(self.linear < self.network[:, 0])

    @property
    def spread_of_splits(self) -> float:
        """Standard deviation over the splits with one start, mean over the starts."""
        return float(self.network.std(axis=0, ddof=1).mean())

    @property
    def spread_of_starts(self) -> float:
        """Standard deviation over the starts on one split, mean over the splits."""
        return float(self.network.std(axis=1, ddof=1).mean())

    @property
    def missed(self) -> Missed:
        """Which flowers the networks get wrong."""
        return Missed.counted(self.misses, self.asked)

    @property
    def odd_share(self) -> float:
        """Percent of the networks that are wrong about the setosa they miss most often."""
        odd = self.misses[:50].argmax()
        return 100 * float(self.misses[odd] / self.asked[odd])

    @property
    def odd_width(self) -> float:
        """The sepal width of that setosa, in centimeters."""
        return float(nn.iris().x[self.misses[:50].argmax(), 1])

    @property
    def next_width(self) -> float:
        """The least sepal width of the other setosas, in centimeters."""
        return float(np.delete(nn.iris().x[:50, 1], self.misses[:50].argmax()).min())

    @property
    def chance(self) -> float:
        """What a test of 30 rows spreads by alone, at this mean."""
        share = self.network.mean() / 100
        return 100 * float(np.sqrt(share * (1 - share) / 30))


@experiment
def iris(seeds: int = 100, starts: int = 5) -> Iris:
    """Train 4-16-3 networks on 90 irises, stop by 30, test on 30: 5 starts on each split."""
    splits = Splits.of(nn.iris(), seeds)
    right = splits.right(NETWORK.trained(splits, starts).network(beside(splits.test.x, starts)))
    linear = splits.right(LINEAR.trained(splits).network(splits.test.x))
    misses, asked = np.zeros((2, len(nn.iris().y)), np.int64)
    np.add.at(misses, splits.test.rows, (~right).sum(axis=1))
    np.add.at(asked, splits.test.rows, starts)
    return Iris(
        splits=seeds,
        starts=starts,
        network=100 * right.mean(axis=-1),
        linear=100 * linear.mean(axis=-1),
        neighbor=100 * splits.right(splits.nearest()).mean(axis=-1),
        misses=misses,
        asked=asked,
    )


@dataclass(frozen=True)
class Curves:
    """How the loss, in nats, goes down on the training part and down and up on the validation part.

    Attributes:
        seeds: How many splits, each with a start of its own.
        train, validation: Quartiles of the loss after each epoch.
        best: Quartiles of the epoch with the lowest validation loss.
        test_best, test_end: Quartiles of the test loss, gone back to that epoch, and at the end.
        right_best: Mean percent of the test flowers that are right, gone back to the best epoch.
        right_end: Mean percent of the test flowers that are right at the end.
        best[0]: The first quartile of the best epoch.
        best[1]: The median of the best epoch.
        best[2]: The third quartile of the best epoch.
        test_best[1]: The median test loss at the best epoch.
        test_end[1]: The median test loss at the end.
    """

    seeds: int
    train: Float[Array, "epochs 3"]
    validation: Float[Array, "epochs 3"]
    best: Float[Array, "3"]
    test_best: Float[Array, "3"]
    test_end: Float[Array, "3"]
    right_best: float
    right_end: float

    @property
    def epochs(self) -> int:
        """How many epochs there are."""
        return len(self.train)


@experiment
def curves(seeds: int = 100, epochs: int = 200) -> Curves:
    """Train a 4-16-3 network on each of 100 splits, and compare its end with its best epoch."""
    splits = Splits.of(nn.iris(), seeds)
    ends: list[nn.Network] = []
    recipe = replace(NETWORK, epochs=epochs, patience=epochs)
    result = recipe.trained(splits, callbacks=[lambda end: ends.append(end.network)])
    outputs = [network(splits.test.x) for network in (result.network, ends[-1])]
    losses = [quartiles(LOSS(each, splits.test.y)) for each in outputs]
    right = [percent(splits.right(each)) for each in outputs]
    return Curves(
        seeds=seeds,
        train=quartiles(result.history.loss),
        validation=quartiles(np.asarray(result.history.validation_loss)),
        best=quartiles(result.history.best_epoch.astype(np.float64)),
        test_best=losses[0],
        test_end=losses[1],
        right_best=right[0],
        right_end=right[1],
    )
