"""What the chapter on universal approximation states in numbers."""

from guide.experiments.universal_approximation_by_hand import ByHand, curve
from guide.experiments.universal_approximation_limits import outside, parabolas
from guide.experiments.universal_approximation_size import (
    by_hand,
    cell_error,
    curvature,
    random_pieces,
    sawtooth,
    sawtooth_pieces,
)
from guide.experiments.universal_approximation_training import few_examples, trained

__all__ = [
    "ByHand",
    "by_hand",
    "cell_error",
    "curvature",
    "curve",
    "few_examples",
    "outside",
    "parabolas",
    "random_pieces",
    "sawtooth",
    "sawtooth_pieces",
    "trained",
]
