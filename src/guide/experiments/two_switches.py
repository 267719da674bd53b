"""The example that runs through the guide: two switches, one lamp, and the network that learns it.

A switch is 0 (off) or 1 (on). A lamp wired to two switches may ask for both (AND), for at least one
(OR), or, as on a staircase, for exactly one (XOR).
"""

import numpy as np
from jaxtyping import Bool, Float

import nnbyhand as nn
from nnbyhand.shapes import Array

EXAMPLE = np.array([[1.0, 0.0]])
"""The first switch is on, the second off: the row that the chapters work by hand."""

TARGET = np.array([[1.0]])
"""The staircase lamp shall shine for it."""

PARAMETERS = np.array([0.5, -0.5, 0.25, 0.75, 0.0, -0.25, 1.0, -1.0, 0.1])
"""Where the network of two inputs, two hidden units and one output starts.

First the weights of the hidden layer, row by row, and its biases, then those of the output.
"""


def network(parameters: Float[Array, " 9"] = PARAMETERS) -> nn.Network:
    """Return the network of 2 inputs, 2 hidden sigmoid units and 1 sigmoid output."""
    rng = np.random.default_rng(0)  # what it draws is replaced
    built = nn.MLP((2, 2, 1), hidden=nn.sigmoid, output=nn.sigmoid, rng=rng)
    return built.with_parameters(parameters)


def solved(answers: Float[Array, "*networks 4 1"]) -> Bool[np.ndarray, "*networks"]:
    """Tell which networks answer all four rows right: above one half where the lamp shines."""
    return np.asarray(((answers > 0.5) == (nn.XOR.y > 0.5)).all(axis=(-2, -1)))  # noqa: PLR2004  (one half)
