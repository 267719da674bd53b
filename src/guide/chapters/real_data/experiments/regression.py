"""Two regression tasks, a wave and a line, for a network, a linear model and nearest neighbors."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.real_data.experiments.comparison import Compared
from guide.chapters.real_data.experiments.splits import Recipe, Splits
from guide.experiments.cache import experiment
from guide.experiments.spread import percent
from nnbyhand.shapes import Array

NOISE = 0.2
EXAMPLES = 150
NETWORK = Recipe((1, 16, 1), nn.mse, rate=0.05, epochs=300, patience=50, hidden=nn.tanh)
LINEAR = Recipe((1, 1), nn.mse, rate=0.1, epochs=300, patience=50)
LARGE_UNIT = 1000


@dataclass(frozen=True)
class Regression(Compared):
    """How far off each model is on the test part, and one example of it.

    Attributes:
        seeds: How many data sets, each with its own split and start.
        examples: How many points each data set has.
        network, linear, neighbor: The root of the mean squared error on each.
        guess: The same for always saying the mean of the training part.
        network_r2: Median R squared of the network.
        linear_r2: Median R squared of the linear model.
        neighbor_r2: Median R squared of the nearest neighbor.
        x, y: The test part of the first data set.
        network_y, linear_y: What both models say there.
        median.network: The median error of the networks.
        median.neighbor: The median error of the nearest neighbors.
    """

    seeds: int
    examples: int
    guess: Float[Array, " seeds"]
    network_r2: float
    linear_r2: float
    neighbor_r2: float
    x: Float[Array, " examples"]
    y: Float[Array, " examples"]
    network_y: Float[Array, " examples"]
    linear_y: Float[Array, " examples"]

    @property
    def linear_wins(self) -> float:
        """Percent of the data sets on which the linear model beats the network."""
        return percent(self.linear < self.network)


@experiment
def wave(seeds: int = 220) -> Regression:
    """Fit 150 points of a sine with noise 0.2, split 90, 30 and 30, for each seed."""
    return _compared(seeds, _wave)


@experiment
def line(seeds: int = 220) -> Regression:
    """Fit 150 points of a straight line with noise 0.2, split 90, 30 and 30, for each seed."""
    return _compared(seeds, _line)


def _compared(seeds: int, draw: Callable[[np.random.Generator], nn.Data]) -> Regression:
    splits = _splits(seeds, draw)
    test = splits.test
    outputs = [recipe.trained(splits).network(test.x) for recipe in (NETWORK, LINEAR)]
    outputs += [
        splits.nearest(),
        np.zeros_like(test.y) + splits.train.y.mean(axis=1, keepdims=True),
    ]
    errors = [np.sqrt(np.square(each - test.y).mean(axis=(-2, -1))) for each in outputs]
    shares = [float(np.median(nn.r2(each, test.y))) for each in outputs]
    order = test.x[0, :, 0].argsort()
    x, y, network_y, linear_y = (
        each[0, order, 0] for each in (test.x, test.y, outputs[0], outputs[1])
    )
    return Regression(
        seeds=seeds,
        examples=EXAMPLES,
        **dict(zip(("network", "linear", "neighbor", "guess"), errors, strict=True)),
        network_r2=shares[0],
        linear_r2=shares[1],
        neighbor_r2=shares[2],
        x=x,
        y=y,
        network_y=network_y,
        linear_y=linear_y,
    )


@experiment
def thousands(seeds: int = 100) -> float:
    """Fit the wave with targets a thousand times as large, unscaled, and take the median R2."""
    splits = wave_splits(seeds)
    train, validation, test = (
        part._replace(y=LARGE_UNIT * part.y)
        for part in (splits.train, splits.validation, splits.test)
    )
    network = NETWORK.trained(Splits(train, validation, test)).network
    return float(np.median(nn.r2(network(test.x), test.y)))


def wave_splits(seeds: int) -> Splits:
    """Draw the noisy waves, each with its split."""
    return _splits(seeds, _wave)


def _wave(rng: np.random.Generator) -> nn.Data:
    return nn.sine_wave(EXAMPLES, noise=NOISE, rng=rng)


def _line(rng: np.random.Generator) -> nn.Data:
    return nn.straight_line(EXAMPLES, noise=NOISE, rng=rng)


def _splits(seeds: int, draw: Callable[[np.random.Generator], nn.Data]) -> Splits:
    found = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        data = draw(rng)
        found.append(nn.split(data.x, data.y, stratify=False, rng=rng))
    return Splits.joined(found)


COUNTS = (1, 3, 5, 7, 9, 15, 30)


@dataclass(frozen=True)
class Neighbors:
    """How far off the mean of the nearest training targets is on the test part.

    Attributes:
        counts: How many neighbors were averaged.
        errors: The root of the mean squared error, for each of them and each data set.
        counts[-1]: The largest number of neighbors that was tried.
    """

    counts: tuple[int, ...]
    errors: Float[Array, "counts seeds"]

    @property
    def of_five(self) -> float:
        """The median error of five neighbors."""
        return self._median(5)

    @property
    def of_most(self) -> float:
        """The median error of the largest number of neighbors."""
        return self._median(self.counts[-1])

    def _median(self, count: int) -> float:
        return float(np.median(self.errors[self.counts.index(count)]))


@experiment
def neighbors(seeds: int = 220) -> Neighbors:
    """Answer the test points of the wave with the mean of 1 to 30 nearest training targets."""
    splits = wave_splits(seeds)
    errors = [
        np.sqrt(np.square(splits.nearest(count) - splits.test.y).mean(axis=(-2, -1)))
        for count in COUNTS
    ]
    return Neighbors(COUNTS, np.array(errors))
