"""Each hyperparameter over a wide range, while all others stay at their starting values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.hyperparameters_task import (
    EXAMPLES,
    HELD_OUT,
    START,
    Setting,
    broadcast,
    losses,
    network_of,
    points,
    scores,
)
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

    @property
    def first_training(self) -> float:
        """Median training loss at the smallest value."""
        return float(self.training[0])

    @property
    def last_training(self) -> float:
        """Median training loss at the largest value."""
        return float(self.training[-1])


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
