"""Networks of one hidden layer whose weights are set by hand, and the curve that they follow."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.shapes import Array

POINTS = np.linspace(0, 1, 6401)
"""Where errors on the interval are measured."""


def curve(x: Float[Array, " points"]) -> Float[Array, " points"]:
    """Return how bright the odd dimmer's lamp is at position x, a slow wave and a fast one."""
    return np.asarray(0.5 + 0.3 * np.sin(2 * np.pi * x) - 0.2 * np.sin(6 * np.pi * x))


@dataclass(frozen=True)
class ByHand:
    """A network of one input and one hidden layer.

    Attributes:
        activation: That of the hidden units.
        w, b: Weight and bias of each hidden unit.
        v: The weight with which it counts in the output.
        c: The bias of the output.
    """

    activation: nn.Elementwise
    w: Float[Array, " units"]
    b: Float[Array, " units"]
    v: Float[Array, " units"]
    c: float

    @classmethod
    def bumps(cls, pieces: int) -> "ByHand":
        """Set two steep sigmoids for each piece: one steps up to the curve, one steps down."""
        edges = np.linspace(0, 1, pieces + 1)
        heights = curve((edges[:-1] + edges[1:]) / 2)
        edges[0], edges[-1] = -1, 2  # the outermost steps stand outside
        steep = 100 * pieces
        places = np.concatenate([edges[:-1], edges[1:]])
        v = np.concatenate([heights, -heights])
        return cls(nn.sigmoid, np.full(2 * pieces, steep), -steep * places, v, 0.0)

    @classmethod
    def dots(cls, pieces: int) -> "ByHand":
        """Set one ReLU for each piece, which turns the slope toward the next point of the curve."""
        knots = np.linspace(0, 1, pieces + 1)
        slopes = np.diff(curve(knots)) * pieces
        v = np.diff(slopes, prepend=0)
        return cls(nn.relu, np.ones(pieces), -knots[:-1], v, float(curve(knots[:1])[0]))

    def __call__(self, x: Float[Array, " points"]) -> Float[Array, " points"]:
        """Return the output at each place."""
        return np.asarray(self.activation(x[:, None] * self.w + self.b) @ self.v + self.c)

    def error(self) -> float:
        """Return the largest distance from the curve between 0 and 1."""
        return float(np.abs(self(POINTS) - curve(POINTS)).max())
