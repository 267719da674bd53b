"""Transcribes batch-statistics.tex: sums over the examples of a batch."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the sums of one unit for six examples."""
    return {"z": rng.normal(1, 3, size=6)}


def equation(z: np.ndarray) -> tuple[float, float]:
    r"""Add up, one example after the other.

    \mu = \frac{1}{m} \sum_{i=1}^{m} z_{i}
    \qquad v = \frac{1}{m} \sum_{i=1}^{m} (z_{i} - \mu)^{2}
    """
    mu = sum(z[i] for i in range(6)) / 6
    return mu, sum((z[i] - mu) ** 2 for i in range(6)) / 6


def package(z: np.ndarray) -> tuple[float, float]:
    """Ask the package what it measures when it standardizes."""
    known = nn.Standardizer.fit(z[:, None])
    return float(known.mean[0]), float(known.scale[0] ** 2)
