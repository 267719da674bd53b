"""What the chapter on regularization states in numbers."""

import math
from itertools import pairwise

from guide.experiments.regularization_batch_norm import modes, rates
from guide.experiments.regularization_dropout import dropped
from guide.experiments.regularization_leaks import chosen_epoch, copies, scaler, selection, wear
from guide.experiments.regularization_moons import HIDDEN, STEPS
from guide.experiments.regularization_remedies import (
    MANY,
    batch_norm,
    batch_norm_small,
    dropout,
    l1,
    l2,
    more_data,
    nothing,
    small_batches,
    small_decay,
    stopping,
    strong_l2,
    weight_decay,
)
from guide.experiments.regularization_sine import NOISE, fits

__all__ = [
    "batch_norm",
    "batch_norm_small",
    "chosen_epoch",
    "coin",
    "copies",
    "dropout",
    "dropped",
    "fits",
    "l1",
    "l2",
    "modes",
    "more_data",
    "more_examples",
    "noise",
    "nothing",
    "parameters",
    "rates",
    "scaler",
    "selection",
    "small_batches",
    "small_decay",
    "steps",
    "stopping",
    "strong_l2",
    "wear",
    "weight_decay",
]


def parameters() -> int:
    """Count the weights and biases of the network that overfits the moons."""
    return sum((inputs + 1) * units for inputs, units in pairwise((2, *HIDDEN, 1)))


def more_examples() -> int:
    """Count the examples of the network that is given four times as many."""
    return MANY


def steps() -> int:
    """Count the steps that each network on the moons makes."""
    return STEPS


def noise() -> float:
    """Square the standard deviation of the noise on the sine."""
    return NOISE**2


def coin() -> float:
    """Compute the cross-entropy of giving both classes the probability one half."""
    return math.log(2)
