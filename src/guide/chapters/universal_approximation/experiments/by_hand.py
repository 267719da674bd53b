"""Networks whose weights are set by hand to follow a curve, and how many units that takes."""

from dataclasses import dataclass
from functools import reduce

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
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
        edges[0], edges[-1] = -1, 2  # the first and the last step lie outside the interval
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


PIECES = (4, 8, 16, 32, 64, 128, 256)


def curvature(x: float = 0.25) -> float:
    """Compute the largest second derivative of the curve, where both waves bend most, at 0.25."""
    slow, fast = (2 * np.pi) ** 2, (6 * np.pi) ** 2
    return abs(float(-0.3 * slow * np.sin(2 * np.pi * x) + 0.2 * fast * np.sin(6 * np.pi * x)))


@dataclass(frozen=True)
class Widths:
    """Largest errors of the two constructions.

    Attributes:
        pieces: Into how many pieces the interval is cut.
        bumps, dots: The error, with two sigmoids for each piece and with one ReLU.
        bound: What the error of the second cannot exceed.
        dots[4]: The error of 64 ReLUs.
        bound[4]: The bound for 64 ReLUs.
    """

    pieces: tuple[int, ...]
    bumps: Float[Array, " counts"]
    dots: Float[Array, " counts"]
    bound: Float[Array, " counts"]

    @property
    def bumps_exponent(self) -> float:
        """The slope of the errors of bumps over units, both on logarithmic scales, from 32 on."""
        return self._slope(self.bumps)

    @property
    def dots_exponent(self) -> float:
        """The slope of the errors of connected dots over units, on the same scales."""
        return self._slope(self.dots)

    @property
    def dots_for_a_digit(self) -> float:
        """How many times as many ReLUs make the error ten times smaller, by the exponent."""
        return float(10 ** (-1 / self.dots_exponent))

    def _slope(self, errors: Float[Array, " counts"]) -> float:
        start = self.pieces.index(32)
        return float(np.polyfit(np.log(self.pieces[start:]), np.log(errors[start:]), 1)[0])


@experiment
def by_hand() -> Widths:
    """Set the weights of bumps and of connected dots and measure the largest error of each."""
    return Widths(
        PIECES,
        np.array([ByHand.bumps(count).error() for count in PIECES]),
        np.array([ByHand.dots(count).error() for count in PIECES]),
        np.array([curvature() / 8 / count**2 for count in PIECES]),
    )


def cell_error(inputs: int = 2, side: int = 10, points: int = 3) -> float:
    """Measure the error of one bump per cell for several odd dimmers in a row.

    The lamp is as bright as the product of the dimmers. Each bump is as tall as the lamp is bright
    in the middle of its cell.
    """
    middles = (np.arange(side) + 0.5) / side
    within = np.linspace(-0.5, 0.5, points) / side
    places = (middles[:, None] + within).ravel()
    right, drawn = curve(places), curve(np.repeat(middles, points))
    all_right, all_drawn = (
        reduce(np.multiply.outer, [values] * inputs) for values in (right, drawn)
    )
    return float(np.abs(all_right - all_drawn).max())


def sawtooth(x: Float[Array, " points"], hidden_layers: int) -> Float[Array, " points"]:
    """Fold the interval from 0 to 1 once per layer, by a tent of two ReLUs."""
    for _ in range(hidden_layers):
        x = 2 * nn.relu(x) - 4 * nn.relu(x - 0.5)
    return x


def sawtooth_pieces(hidden_layers: int = 10) -> int:
    """Count the straight pieces that ten layers of two ReLUs draw when each is a tent."""
    x = np.linspace(0, 1, 2 ** (hidden_layers + 2) + 1)
    return count_pieces(sawtooth(x, hidden_layers))


@dataclass(frozen=True)
class RandomPieces:
    """Median number of straight pieces that 100 ReLUs draw from -1 to 1 with random weights.

    Attributes:
        one_layer: Median number of pieces with all ReLUs in one layer.
        ten_layers: Median number of pieces with the ReLUs in ten layers.
    """

    one_layer: float
    ten_layers: float


@experiment
def random_pieces(seeds: int = 100) -> RandomPieces:
    """Draw He-normal weights and biases of spread 0.1 for 100 ReLUs, and count pieces."""
    rng = np.random.default_rng(0)
    counts = [
        [count_pieces(_drawn(widths, rng)) for _ in range(seeds)] for widths in ((100,), (10,) * 10)
    ]
    return RandomPieces(*(float(np.median(each)) for each in counts))


def count_pieces(outputs: Float[Array, " points"]) -> int:
    """Count straight pieces of a function that was measured at evenly spaced points."""
    turning = np.abs(np.diff(outputs, 2)) > 1e-9 * np.abs(outputs).max()
    return 1 + int(np.count_nonzero(turning & ~np.roll(turning, 1)))


def _drawn(widths: tuple[int, ...], rng: np.random.Generator) -> Float[Array, " points"]:
    a: Float[Array, "points units"] = np.linspace(-1, 1, 4097)[:, None]
    for units in widths:
        w = rng.normal(size=(a.shape[1], units)) * np.sqrt(2 / a.shape[1])
        a = nn.relu(a @ w + rng.normal(scale=0.1, size=units))
    return np.asarray(a @ rng.normal(size=a.shape[1]))
