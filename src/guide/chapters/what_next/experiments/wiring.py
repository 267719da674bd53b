"""How many weights two layers have, and how much attention three words pay one another."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.shapes import Array

WORDS = ("switch", "lamp", "glows")
INPUTS, WINDOW = 6, 2
"""How many inputs the two layers of the first figure have, and how many a window sees."""


@dataclass(frozen=True)
class Wiring:
    """What two layers on the same inputs are made of.

    Attributes:
        dense: How many weights the dense layer has.
        shared: How many the convolution has.
    """

    dense: int
    shared: int


def wiring() -> Wiring:
    """Count the weights of two layers that have as many inputs and outputs."""
    return Wiring(dense=INPUTS * (INPUTS - WINDOW + 1), shared=WINDOW)


@dataclass(frozen=True)
class Shares:
    """Who takes how much from whom.

    Attributes:
        shares: One row for each word that asks, one column for each that is asked.
    """

    shares: Float[Array, "asking asked"]

    @property
    def lamp_from_switch(self) -> float:
        """Percent that "lamp" takes from "switch"."""
        return 100 * float(self.shares[1, 0])

    @property
    def glows_from_lamp(self) -> float:
        """Percent that "glows" takes from "lamp"."""
        return 100 * float(self.shares[2, 1])


def attention() -> Shares:
    """Compute the shares of three words from the queries and keys that the page sets by hand."""
    queries = np.array([[0.0, 0.0], [2.0, 0.0], [1.0, 3.0]])
    keys = np.array([[2.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
    return Shares(nn.softmax(queries @ keys.T / np.sqrt(2)))
