"""Transcribes mean.tex: every loss, example by example."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw six outputs between 0 and 1, and labels."""
    return {"a": rng.uniform(0.01, 0.99, 6), "y": rng.integers(0, 2, 6)}


def equation(a: np.ndarray, y: np.ndarray) -> tuple[float, ...]:
    r"""Add up the loss of each example and divide by their number.

    J = \frac{1}{m} \sum_{i=1}^{m} \operatorname{loss}(a_{i}, y_{i})
    """
    losses = (
        lambda a, y: (a - y) ** 2,
        lambda a, y: (a - y) ** 2 / 2,
        lambda a, y: abs(a - y),
        lambda a, y: -math.log(a if y == 1 else 1 - a),
    )
    return tuple(
        sum(loss(a[i], y[i]) for i in range(6)) / 6 for loss in losses
    )


def package(a: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, ...]:
    """Give all examples at once, each in a row."""
    a, y = a[:, None], y[:, None]
    return (
        nn.mse(a, y),
        nn.half_mse(a, y),
        nn.mae(a, y),
        nn.binary_cross_entropy(a, y),
    )
