"""The standard normal distribution: how likely a number is, and how likely one below it."""

from __future__ import annotations

import math

import numpy as np
from jaxtyping import Float

from nnbyhand.shapes import Array

# NumPy has no error function. C's is called number by number: slow, but right to the last digits.
_erfc = np.frompyfunc(math.erfc, 1, 1)


def normal_probability(z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Return the probability that a standard normal number lies below ``z``, in float64.

    It is erfc(-z / sqrt(2)) / 2. The more common (1 + erf(z / sqrt(2))) / 2 would lose all digits
    of the small probabilities on the left.
    """
    twice: Array = np.asarray(_erfc(-math.sqrt(0.5) * z.astype(np.float64)), dtype=np.float64)
    return twice / 2


def normal_density(z: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Return the standard normal density exp(-z**2 / 2) / sqrt(2 pi), in float64."""
    wide = z.astype(np.float64)
    with np.errstate(over="ignore"):  # a square beyond the largest float is inf; exp makes it 0
        bell: Array = np.exp(-wide * wide / 2)
    return bell / math.sqrt(2 * math.pi)
