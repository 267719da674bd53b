"""What the chapter on the perceptron states in numbers: lamps, updates, bounds."""

from guide.experiments.perceptron_bound import and_orders, clouds, or_orders, race
from guide.experiments.perceptron_lamps import (
    lamps,
    learned_and,
    learned_or,
    random_starts,
    xor_learned,
)

__all__ = [
    "and_orders",
    "clouds",
    "lamps",
    "learned_and",
    "learned_or",
    "or_orders",
    "race",
    "random_starts",
    "xor_learned",
]
