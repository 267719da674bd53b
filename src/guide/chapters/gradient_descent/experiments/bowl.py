"""One weight on a curve: two valleys, and the bowl of one example at three learning rates."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from nnbyhand.shapes import Array

HOURS, CENTS = 2.0, 6.0
"""The one example: two hours of light cost six cents."""

PRICE = CENTS / HOURS
CURVATURE = HOURS**2


def landscape(w: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Return the height of a curve with two valleys."""
    return w**4 / 4 - w**2 + 0.3 * w + 1.5


def landscape_slope(w: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Return the slope of that curve."""
    return w**3 - 2 * w + 0.3


def bowl(w: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Return half the squared error of the one example."""
    return (HOURS * w - CENTS) ** 2 / 2


def bowl_slope(w: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
    """Return the slope of the bowl."""
    return HOURS * (HOURS * w - CENTS)


@dataclass(frozen=True)
class Valleys:
    """Two walks down one curve.

    Attributes:
        path: The weights after each step, a column for each of the two starts.
        left, right: Where the walks end.
        left_height: The height of the curve where the left walk ends.
        right_height: The height of the curve where the right walk ends.
        gap: How far apart the starts are.
    """

    path: Float[Array, "steps 2"]
    left: float
    right: float
    left_height: float
    right_height: float
    gap: float


def valleys(rate: float = 0.1, steps: int = 60) -> Valleys:
    """Step down a curve with two valleys from two starts that lie close together."""
    starts = np.array([0.0, 0.4])
    path = _walk(starts, landscape_slope, np.full(2, rate), steps)
    heights = landscape(path[-1])
    ends = [float(number) for number in (*path[-1], *heights, np.ptp(starts))]
    return Valleys(path, *ends)


@dataclass(frozen=True)
class ThreeRates:
    """Ten steps into the bowl, from a distance of 3 to its lowest point.

    Attributes:
        rates: The learning rates.
        paths: The weights after each step, a column for each rate.
        small: How far from the lowest point the weight is at the end, at rate 0.02.
        right: How far from the lowest point the weight is at the end, at rate 0.2.
        large: How far from the lowest point the weight is at the end, at rate 0.52.
        small_for_a_tenth: Steps until a tenth of the distance is left, at the small rate.
    """

    rates: tuple[float, float, float]
    paths: Float[Array, "steps 3"]
    small: float
    right: float
    large: float
    small_for_a_tenth: int


def three_rates(steps: int = 10) -> ThreeRates:
    """Step down half the squared error of one example, at learning rates 0.02, 0.2 and 0.52."""
    rates = (0.02, 0.2, 0.52)
    walks = _walk(np.zeros(3), bowl_slope, np.array(rates), 100)
    away = np.abs(walks - PRICE)
    small, right, large = (float(distance) for distance in away[steps])
    needed = int(np.argmax(away[:, 0] <= PRICE / 10))
    return ThreeRates(rates, walks[: steps + 1], small, right, large, needed)


def bowl_walk(rate: float, steps: int) -> Float[Array, " places"]:
    """Return where the weight is before and after each of some steps into the bowl from 0."""
    return _walk(np.zeros(1), bowl_slope, np.array([rate]), steps)[:, 0]


def _walk(
    starts: Float[Array, " walks"],
    slope: Callable[[Float[Array, "walks 1"]], Float[Array, "walks 1"]],
    rates: Float[Array, " walks"],
    steps: int,
) -> Float[Array, "steps walks"]:
    """Take steps of `nn.SGD` from each start, with a rate of its own, and return all places."""
    optimizer, w = nn.SGD(rates[:, None]), starts[:, None]
    state = optimizer.start(w)
    places = [w]
    for _ in range(steps):
        w, state = optimizer.step(w, slope(w), state)
        places.append(w)
    return np.stack(places)[..., 0]
