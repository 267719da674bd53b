"""Networks that learn handwritten digits, and seven optimizers on a grid of learning rates.

A run has 80 steps, if nothing else is said: two epochs over 1,200 images in batches of 30. Errors
are counted on the 597 other images, in percent. All optimizers start from the same weights, and
see the same batches.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.shapes import Array

RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
IMAGES, BATCH, EPOCHS, HIDDEN = 1200, 30, 2, 16
START_RATE = 0.01
"""A rate to make optimizers with; every run replaces it."""

OPTIMIZERS: dict[str, Optimizer] = {kind.slug: kind(rate=START_RATE) for kind in nn.OPTIMIZERS}


@dataclass(frozen=True)
class ByOptimizer:
    """One number for each optimizer."""

    sgd: float
    momentum: float
    nesterov: float
    adagrad: float
    rmsprop: float
    adam: float
    adamw: float


@dataclass(frozen=True)
class Grid(ByOptimizer):
    """Errors of every optimizer at each rate of the grid.

    Attributes:
        seeds: The number of networks at each rate.
        quartiles: Percent of the held-out images that they get wrong: first quartile, median and
            third quartile, for each optimizer and rate.
        sgd: The rate with SGD's lowest median.
        momentum: The rate with momentum's lowest median.
        nesterov: The rate with Nesterov's lowest median.
        adagrad: The rate with AdaGrad's lowest median.
        rmsprop: The rate with RMSprop's lowest median.
        adam: The rate with Adam's lowest median.
        adamw: The rate with AdamW's lowest median.
    """

    seeds: int
    quartiles: Float[Array, "optimizers rates 3"]

    @property
    def sgd_good(self) -> int:
        """At how many rates SGD makes at most twice its fewest errors, by the median."""
        return self._good("sgd")

    @property
    def nesterov_good(self) -> int:
        """At how many rates Nesterov makes at most twice its fewest errors, by the median."""
        return self._good("nesterov")

    @property
    def adam_good(self) -> int:
        """At how many rates Adam makes at most twice its fewest errors, by the median."""
        return self._good("adam")

    def _good(self, slug: str) -> int:
        medians = self.quartiles[list(OPTIMIZERS).index(slug), :, 1]
        return int((medians <= 2 * medians.min()).sum())


@experiment
def rate_grid(seeds: int = 15) -> Grid:
    """Train networks of 16 hidden units on digits, 15 at each of seven rates from 0.001 to 1."""
    rates = np.repeat(RATES, seeds)[:, None]
    start = np.tile(starting_weights(seeds, draw=1), (len(RATES), 1))
    found = [held_out_errors(replace(each, rate=rates), start) for each in OPTIMIZERS.values()]
    table = np.array(found).reshape(-1, len(RATES), seeds)
    errors = quartiles(table)
    best = [RATES[int(place)] for place in errors[:, :, 1].argmin(axis=1)]
    best_rate = dict(zip(OPTIMIZERS, best, strict=True))
    return Grid(seeds=seeds, quartiles=errors, **best_rate)


def starting_weights(seeds: int, draw: int = 0) -> Float[Array, "networks parameters"]:
    """Draw the weights of some networks; another number draws others."""
    return _networks(seeds, draw).parameters


def held_out_errors(
    optimizer: Optimizer, start: Float[Array, "networks parameters"], epochs: int = EPOCHS
) -> Float[Array, " networks"]:
    """Train from these weights, and return the percentage of held-out images gone wrong."""
    rows = np.random.default_rng(0).permutation(len(nn.digits().y))
    x, y = nn.digits().x[rows] / 16, nn.digits().y[rows]
    result = nn.train(
        _networks(len(start)).with_parameters(start),
        x[:IMAGES],
        y[:IMAGES],
        loss=nn.cross_entropy_from_logits,
        optimizer=optimizer,
        epochs=epochs,
        batch_size=BATCH,
        rng=np.random.default_rng(0),
        on_divergence="mark",
    )
    scores = result.network(x[IMAGES:])
    return np.asarray(100 * (scores.argmax(axis=-1) != y[IMAGES:]).mean(axis=-1))


def _networks(seeds: int, draw: int = 0) -> nn.Network:
    rng = np.random.default_rng(draw)
    return nn.MLP([64, HIDDEN, 10], rng=rng, networks=(seeds,), dtype=np.float32)
