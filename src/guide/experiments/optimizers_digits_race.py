"""The race on digits: 100 networks with each optimizer, at its best rate and at other rates."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.optimizers_digits import (
    EPOCHS,
    IMAGES,
    OPTIMIZERS,
    ByOptimizer,
    held_out_errors,
    rate_grid,
    starting_weights,
)
from guide.experiments.spread import quartiles
from nnbyhand.optimizers.base import Optimizer
from nnbyhand.shapes import Array

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
