"""The valley of the loss over the learning rate, for networks few enough to train in a browser."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from guide.experiments.hyperparameters_task import START, Setting, scores
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

RATES = (1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0)
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
    found = scores(setting, NETWORKS, RATES)
    return RateValley(quartiles(found.validation), np.median(found.training, axis=1))
