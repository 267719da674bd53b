"""The handwritten digits in one random order, in which networks of several chapters learn them."""

import numpy as np
from jaxtyping import Float, Int

import nnbyhand as nn
from nnbyhand.shapes import Array, NDArray

INK = 16
"""The darkest value of a pixel."""


def shuffled_digits() -> tuple[Float[Array, "images 64"], Int[NDArray[np.int64], " images"]]:
    """Return all images, with pixels from 0 to 1, and what they show."""
    rows = np.random.default_rng(0).permutation(len(nn.digits().y))
    return nn.digits().x[rows] / INK, nn.digits().y[rows].astype(np.int64)
