"""The figures of the chapter on hyperparameters."""

from guide.figures.hyperparameters_rate_valley import one_valley
from guide.figures.hyperparameters_search import projection, seeds, worn
from guide.figures.hyperparameters_sweeps import brakes, choices, rate, size, time
from guide.figures.hyperparameters_valleys import valleys

__all__ = [
    "brakes",
    "choices",
    "one_valley",
    "projection",
    "rate",
    "seeds",
    "size",
    "time",
    "valleys",
    "worn",
]
