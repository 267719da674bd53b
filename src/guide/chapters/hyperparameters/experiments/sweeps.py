"""Each hyperparameter over a wide range, while all others stay at their starting values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.chapters.hyperparameters.experiments.task import (
    EXAMPLES,
    HELD_OUT,
    START,
    Scores,
    Setting,
    broadcast,
    losses,
    network_of,
    points,
    scores,
)
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

RATES = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0)
WIDTHS = (1, 2, 4, 8, 16, 32, 128)
LAYERS = (0, 1, 2, 4)
BATCHES = (1, 2, 4, 8, 16, 32, 64)
EPOCHS = (1, 2, 5, 10, 20, 30, 60, 120)
DROPOUTS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
DECAYS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)


@dataclass(frozen=True)
class Sweep:
    """Losses over the values of one hyperparameter.

    Attributes:
        seeds: How many networks were trained at each value.
        values: The values.
        validation: First quartile, median and third quartile of the validation loss.
        training: Median training loss.
    """

    seeds: int
    values: tuple[float, ...]
    validation: Float[Array, "values 3"]
    training: Float[Array, " values"]

    @property
    def first(self) -> float:
        """Median validation loss at the smallest value."""
        return float(self.validation[0, 1])

    @property
    def last(self) -> float:
        """Median validation loss at the largest value."""
        return float(self.validation[-1, 1])

    @property
    def least(self) -> float:
        """The lowest of the median validation losses."""
        return float(self.validation[:, 1].min())

    @property
    def best(self) -> float:
        """The value with the lowest median validation loss."""
        return float(self.values[int(self.validation[:, 1].argmin())])


def _sweep(
    seeds: int,
    values: Sequence[float],
    validation: Sequence[Float[Array, " seeds"]] | Float[Array, "values seeds"],
    training: Sequence[Float[Array, " seeds"]] | Float[Array, "values seeds"],
) -> Sweep:
    return Sweep(seeds, tuple(values), quartiles(validation), np.median(training, axis=1))


def each(seeds: int, values: Sequence[float], settings: Sequence[Setting]) -> Sweep:
    """Train one network per seed with each setting and measure its losses."""
    runs = [scores(setting, seeds) for setting in settings]
    validation, training = [run.validation for run in runs], [run.training for run in runs]
    return _sweep(seeds, values, validation, training)


@experiment
def rate(seeds: int = 50) -> Sweep:
    """Train networks at ten learning rates from 0.0001 to 3 and measure their losses."""
    found = scores(START, seeds, RATES)
    return _sweep(seeds, RATES, found.validation, found.training)


@experiment
def width(seeds: int = 50) -> Sweep:
    """Train networks of 1 to 128 hidden units and measure their losses."""
    return each(seeds, WIDTHS, [replace(START, width=width) for width in WIDTHS])


@experiment
def layers(seeds: int = 50) -> Sweep:
    """Train networks of 0 to 4 hidden layers and measure their losses."""
    return each(seeds, LAYERS, [replace(START, layers=layers) for layers in LAYERS])


@experiment
def batch(seeds: int = 50) -> Sweep:
    """Train networks with 1 to 64 examples per step, for 30 epochs, and measure their losses."""
    return each(seeds, BATCHES, [replace(START, batch=batch) for batch in BATCHES])


@experiment
def dropout(seeds: int = 50) -> Sweep:
    """Train networks that drop 0 to 90 percent of their hidden outputs and measure losses."""
    return each(seeds, DROPOUTS, [replace(START, dropout=rate) for rate in DROPOUTS])


@experiment
def decay(seeds: int = 50) -> Sweep:
    """Train networks with weight decays from 0.003 to 3 and measure their losses."""
    return each(seeds, DECAYS, [replace(START, decay=decay) for decay in DECAYS])


@experiment
def epochs(seeds: int = 50) -> Sweep:
    """Train networks for 120 epochs and measure their losses on the way."""
    seen, other = points(seeds, EXAMPLES, 1), points(seeds, HELD_OUT, 2)
    validation, training = [], []

    def measure(end: nn.EpochEnd) -> None:
        if end.epoch in EPOCHS:
            validation.append(losses(end.network, other))
            training.append(losses(end.network, seen))

    network = network_of(START, seeds)
    nn.train(
        network,
        broadcast(seen.x, network.networks),
        broadcast(seen.y, network.networks),
        loss=nn.binary_cross_entropy_from_logits,
        optimizer=START.stepper(START.rate),
        epochs=EPOCHS[-1],
        batch_size=START.batch,
        rng=np.random.default_rng(4),
        callbacks=[measure],
        progress=False,
    )
    return _sweep(seeds, EPOCHS, validation, training)


SLOWER = 0.01
"""The rate below the one of the start, on the grid of the maps."""


@dataclass(frozen=True)
class OneExample:
    """Median losses with one example in a batch, beside those of the start.

    Attributes:
        times_as_many_steps: How many times as many steps one example makes in the same epochs.
        training: Median training loss with one example in a batch, at the rate of the start.
        validation: Median validation loss with one example in a batch, at the rate of the start.
        start_training: Median training loss of the start, with 8 examples in a batch.
        start_validation: Median validation loss of the start, with 8 examples in a batch.
        slower_training: Median training loss with one example in a batch, at a rate of 0.01.
        slower_validation: Median validation loss with one example in a batch, at a rate of 0.01.
    """

    times_as_many_steps: int
    training: float
    validation: float
    start_training: float
    start_validation: float
    slower_training: float
    slower_validation: float


@experiment
def one_example(seeds: int = 50) -> OneExample:
    """Train for 30 epochs with 1 example in a batch, at rates 0.03 and 0.01, and with 8."""
    one = replace(START, batch=1)
    runs = (_medians(setting, seeds) for setting in (one, START, replace(one, rate=SLOWER)))
    return OneExample(_steps(one) // _steps(START), *(loss for pair in runs for loss in pair))


def _steps(setting: Setting) -> int:
    return EXAMPLES // setting.batch * setting.epochs


def _medians(setting: Setting, seeds: int) -> tuple[float, float]:
    found: Scores = scores(setting, seeds)
    return float(np.median(found.training)), float(np.median(found.validation))


VALLEY_RATES = (1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0)
NETWORKS = 9
"""How many there are at each rate: then quartiles are three of the nine losses themselves."""


@dataclass(frozen=True)
class RateValley:
    """Losses of the networks at each of the rates.

    Attributes:
        validation: First quartile, median and third quartile of the validation loss.
        training: Median training loss.
    """

    validation: Float[Array, "rates 3"]
    training: Float[Array, " rates"]


def rate_valley(setting: Setting = START) -> RateValley:
    """Train nine networks at each of eight rates, all else as a setting says."""
    found = scores(setting, NETWORKS, VALLEY_RATES)
    return RateValley(quartiles(found.validation), np.median(found.training, axis=1))
