"""How far one bad point moves a line, for lines of least squared, absolute and Huber loss."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from jaxtyping import Float

from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

POINTS = 20
NOISE = 0.3
DELTA = 0.5
ROUNDS = 100
SHIFTS = (0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)

Lines = Float[Array, "seeds 2"]
"""Intercept and slope of a line for each seed."""


@dataclass(frozen=True)
class Outlier:
    """How far one bad target moves the line at that point, for each loss.

    Attributes:
        data_sets: How many data sets were drawn.
        points: How many points each has.
        shifts: How far the bad target lies above its right place.
        mse, mae, huber: First quartile, median and third quartile over the seeds of how far the
            fitted line rose there, for each shift.
        mse[-1, 1]: The median for the MSE at a shift of 10.
        mae[-1, 1]: The median for the MAE at a shift of 10.
        huber[-1, 1]: The median for the Huber loss at a shift of 10.
    """

    data_sets: int
    points: int
    shifts: tuple[float, ...]
    mse: Float[Array, "shifts 3"]
    mae: Float[Array, "shifts 3"]
    huber: Float[Array, "shifts 3"]


@experiment
def outlier(seeds: int = 500) -> Outlier:
    """Fit lines to 20 noisy points, lift the last one, fit again, and compare both lines there."""
    x, y = noisy_points(seeds)
    rises = []
    for fit in (least_squares, least_absolute, least_huber):
        clean = _at_last(x, fit(x, y))
        lifted = [_at_last(x, fit(x, with_bad_point(y, shift))) for shift in SHIFTS]
        rises.append(quartiles(np.array(lifted) - clean))
    return Outlier(seeds, POINTS, SHIFTS, *rises)


def noisy_points(lines: int) -> tuple[Float[Array, " points"], Float[Array, "seeds points"]]:
    """Draw points around the line y = x for each line to fit, with x from 0 to 5."""
    x = np.linspace(0, 5, POINTS)
    return x, x + NOISE * np.random.default_rng(0).normal(size=(lines, POINTS))


def with_bad_point(y: Float[Array, "seeds points"], shift: float) -> Float[Array, "seeds points"]:
    """Return the targets with the last one lifted."""
    lifted = y.copy()
    lifted[:, -1] += shift
    return lifted


def least_squares(x: Float[Array, " points"], y: Float[Array, "seeds points"]) -> Lines:
    """Return the lines of least MSE."""
    return _weighted(x, y, np.ones_like(y))


def least_huber(x: Float[Array, " points"], y: Float[Array, "seeds points"]) -> Lines:
    """Return the lines of least Huber loss, by weights that make squares count like it."""
    line = least_squares(x, y)
    for _ in range(ROUNDS):
        error = np.abs(line[:, :1] + line[:, 1:] * x - y)
        line = _weighted(x, y, DELTA / np.maximum(error, DELTA))
    return line


def least_absolute(x: Float[Array, " points"], y: Float[Array, "seeds points"]) -> Lines:
    """Return the lines of least MAE: the best of all lines through two of the points."""
    first, second = np.array(list(combinations(range(x.size), 2))).T
    slopes = (y[:, second] - y[:, first]) / (x[second] - x[first])
    starts = y[:, first] - slopes * x[first]
    losses = np.abs(starts[..., None] + slopes[..., None] * x - y[:, None]).sum(axis=-1)
    best = losses.argmin(axis=1), np.arange(len(y))
    return np.stack([starts[best[::-1]], slopes[best[::-1]]], axis=1)


def _weighted(
    x: Float[Array, " points"], y: Float[Array, "seeds points"], w: Float[Array, "seeds points"]
) -> Lines:
    total = w.sum(axis=1, keepdims=True)
    x_mean, y_mean = (w * x).sum(1, keepdims=True) / total, (w * y).sum(1, keepdims=True) / total
    covariance = (w * (x - x_mean) * (y - y_mean)).sum(axis=1, keepdims=True)
    slope = covariance / (w * (x - x_mean) ** 2).sum(axis=1, keepdims=True)
    return np.concatenate([y_mean - slope * x_mean, slope], axis=1)


def _at_last(x: Float[Array, " points"], line: Lines) -> Float[Array, " seeds"]:
    return np.asarray(line[:, 0] + line[:, 1] * x[-1])
