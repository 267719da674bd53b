"""What happens to a network when a condition of the theorem is taken away."""

from dataclasses import dataclass
from itertools import combinations
from math import prod

import numpy as np
from jaxtyping import Float

from guide.chapters.universal_approximation.experiments.by_hand import POINTS, ByHand, curve
from guide.chapters.universal_approximation.experiments.training import BEYOND, trained
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

WIDTHS = (1, 2, 3, 4, 8, 16, 32, 64, 128, 256)


@dataclass(frozen=True)
class Outside:
    """What networks of 64 units say at x = 1.5, where it is 0.5.

    Attributes:
        low: First quartile of the outputs of the trained networks.
        median: Median of the outputs of the trained networks.
        high: Third quartile of the outputs of the trained networks.
        by_hand: The output of the network that connects the dots.
        inside: The largest error of that network between 0 and 1.
    """

    low: float
    median: float
    high: float
    by_hand: float
    inside: float


def outside(x: float = 1.5) -> Outside:
    """Ask networks for x = 1.5, half a length beyond the interval that they were made for."""
    place = int(np.argmin(np.abs(BEYOND - x)))
    low, median, high = quartiles(trained().beyond[:, place])
    network = ByHand.dots(64)
    says = network(BEYOND)[place]
    return Outside(float(low), float(median), float(high), float(says), network.error())


@dataclass(frozen=True)
class Parabolas:
    """Networks whose activation squares, beside the best that any parabola can do.

    Attributes:
        widths: The numbers of hidden units.
        errors: First quartile, median and third quartile of the largest error, for each width.
        floor: The error below which no parabola comes.
        best: The parabola with the least squared error, along `POINTS`.
        errors[2, 1]: The median error of 3 units.
        errors[9, 1]: The median error of 256 units.
    """

    widths: tuple[int, ...]
    errors: Float[Array, "widths 3"]
    floor: float
    best: Float[Array, " points"]


@experiment
def parabolas(seeds: int = 100) -> Parabolas:
    """Draw hidden weights, square the sums, solve for the best output weights, measure errors."""
    rng = np.random.default_rng(0)
    x = POINTS[::128]
    errors = []
    for width in WIDTHS:
        w, b = rng.normal(size=(2, seeds, 1, width))
        squares = (x[:, None] * w + b) ** 2
        rows = np.concatenate([squares, np.ones_like(squares[..., :1])], axis=-1)
        outputs = (rows @ np.linalg.pinv(rows) @ curve(x)[:, None])[..., 0]
        errors.append(quartiles(np.abs(outputs - curve(x)).max(axis=1)))
    best = np.polyval(np.polyfit(POINTS, curve(POINTS), 2), POINTS)
    return Parabolas(WIDTHS, np.array(errors), _floor(), best)


def _floor(grid: int = 41) -> float:
    """Return the largest error that no parabola avoids at some four points of a grid.

    At four points, one combination of heights is zero for every parabola. What it is for the curve,
    over the sum of its weights, is what the worst of the four must be off by.
    """
    points = np.linspace(0, 1, grid)
    x = points[np.array(list(combinations(range(grid), 4)))].T
    others = [[x[i] - x[j] for j in range(4) if j != i] for i in range(4)]
    weights = np.array([1 / prod(differences) for differences in others])
    off = np.abs((weights * curve(x)).sum(axis=0)) / np.abs(weights).sum(axis=0)
    return float(off.max())
