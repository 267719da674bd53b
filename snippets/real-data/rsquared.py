"""Transcribes rsquared.tex: sums over examples, against the package."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw seven targets, and outputs near them."""
    y = rng.normal(size=7)
    return {"y": y, "y_hat": y + rng.normal(size=7)}


def equation(y: np.ndarray, y_hat: np.ndarray) -> float:
    r"""Add up squared errors, and squared distances from the mean.

    R^{2} = 1 - \frac{\sum_{i=1}^{m} (y_{i} - \hat{y}_{i})^{2}}
    {\sum_{i=1}^{m} (y_{i} - \bar{y})^{2}}
    """
    mean = sum(y) / 7
    errors = sum((y[i] - y_hat[i]) ** 2 for i in range(7))
    return 1 - errors / sum((y[i] - mean) ** 2 for i in range(7))


def package(y: np.ndarray, y_hat: np.ndarray) -> float:
    """Give the package two columns."""
    return float(nn.r2(y_hat[:, None], y[:, None]))
