"""What one example in a batch does: noise, more steps, or a rate that is too large for it?"""

from dataclasses import dataclass, replace

import numpy as np

from guide.experiments.cache import experiment
from guide.experiments.hyperparameters_task import EXAMPLES, START, Scores, Setting, scores

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
