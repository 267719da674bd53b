"""Networks that learn handwritten digits: seven optimizers on a grid of rates, and their race.

A run has 80 steps, if nothing else is said: two epochs over 1,200 images in batches of 30. Errors
are counted on the 597 other images, in percent. All optimizers start from the same weights, and
see the same batches.
"""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.digits import shuffled_digits
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
    x, y = shuffled_digits()
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


USUAL_RATE = 0.01
"""Keras's default for SGD, for the optimizers that the package gives none."""


@dataclass(frozen=True)
class DigitsRace(ByOptimizer):
    """Percent of the held-out images that the networks of each optimizer get wrong.

    Attributes:
        networks: The number of networks for each optimizer.
        images: The number of images to learn from.
        held_out: The number of images to count errors on.
        quartiles: First quartile, median and third quartile, for each optimizer.
        sgd: Median percent wrong with SGD.
        momentum: Median percent wrong with momentum.
        nesterov: Median percent wrong with Nesterov.
        adagrad: Median percent wrong with AdaGrad.
        rmsprop: Median percent wrong with RMSprop.
        adam: Median percent wrong with Adam.
        adamw: Median percent wrong with AdamW.
    """

    networks: int
    images: int
    held_out: int
    quartiles: Float[Array, "optimizers 3"]

    @property
    def gap(self) -> float:
        """The highest median minus the lowest."""
        return float(np.ptp(self.quartiles[:, 1]))


@dataclass(frozen=True)
class Outcome:
    """Errors of networks trained with one optimizer.

    Attributes:
        networks: How many networks were trained.
        rate: The learning rate they were trained at.
        median: Median percentage of the held-out images that they get wrong.
    """

    networks: int
    rate: float
    median: float


def default_rate(slug: str) -> float:
    """Return the default rate of the package, or Keras's for SGD where it has none."""
    known: float | None = OPTIMIZERS[slug].facts.default_rate
    return known or USUAL_RATE


@experiment
def best_rates(seeds: int = 100) -> DigitsRace:
    """Train 100 new networks with each optimizer, at the rate that was best on 15 others."""
    grid = rate_grid()
    return _race({slug: getattr(grid, slug) for slug in OPTIMIZERS}, seeds)


@experiment
def default_rates(seeds: int = 100) -> DigitsRace:
    """Train the same 100 networks at default rates: 0.01 for SGD, momentum, Nesterov, AdaGrad."""
    return _race({slug: default_rate(slug) for slug in OPTIMIZERS}, seeds)


@experiment
def carried_rate(seeds: int = 100) -> Outcome:
    """Train the same 100 networks with Adam, at the rate that was best for SGD."""
    return _outcome(nn.Adam(rate_grid().sgd), rate_grid().sgd, seeds)


@experiment
def uncorrected_digits(seeds: int = 100) -> Outcome:
    """Train the same 100 networks with Adam at its best rate, without bias correction."""
    rate = rate_grid().adam
    return _outcome(nn.Adam(rate, bias_correction=False), rate, seeds)


@experiment
def longer_default(seeds: int = 100, epochs: int = 3 * EPOCHS) -> Outcome:
    """Train the same 100 networks with Adam at its default rate, for 240 steps instead of 80."""
    return _outcome(nn.Adam(), default_rate("adam"), seeds, epochs)


def _race(rates: dict[str, float], seeds: int) -> DigitsRace:
    start = starting_weights(seeds)
    errors = [
        held_out_errors(replace(OPTIMIZERS[slug], rate=rate), start) for slug, rate in rates.items()
    ]
    spread = quartiles(errors)
    medians = dict(zip(rates, spread[:, 1].tolist(), strict=True))
    held_out = len(nn.digits().y) - IMAGES
    return DigitsRace(networks=seeds, images=IMAGES, held_out=held_out, quartiles=spread, **medians)


def _outcome(optimizer: Optimizer, rate: float, seeds: int, epochs: int = EPOCHS) -> Outcome:
    errors = held_out_errors(optimizer, starting_weights(seeds), epochs)
    return Outcome(seeds, rate, float(np.median(errors)))


@dataclass(frozen=True)
class Memory:
    """Numbers that training keeps for the network of the race on digits.

    Attributes:
        parameters: Weights and biases.
        momentum: How many numbers momentum remembers beside them.
        adam: How many numbers Adam remembers beside them.
    """

    parameters: int
    momentum: int
    adam: int


def memory() -> Memory:
    """Start momentum and Adam on a network of 64, 16 and 10 units and count what they keep."""
    parameters = nn.MLP([64, 16, 10], rng=np.random.default_rng(0)).parameters
    momentum, adam = (
        sum(vector.size for vector in optimizer.start(parameters).vectors)
        for optimizer in (nn.Momentum(0.1), nn.Adam())
    )
    return Memory(parameters.size, momentum, adam)


def weight_size() -> float:
    """Take the root of the mean square of the first weights of 100 networks of the race."""
    network = nn.MLP([64, 16, 10], rng=np.random.default_rng(0), networks=(100,))
    weights = network.parameters[:, network.weight_mask]
    return float(np.sqrt(np.mean(weights**2)))
