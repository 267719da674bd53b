"""Transcribes dot-product.tex: multiply entry by entry, then add."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw two vectors of five entries."""
    return {"x": rng.normal(size=5), "w": rng.normal(size=5)}


def equation(x: np.ndarray, w: np.ndarray) -> float:
    r"""Add up the products of entries.

    x \cdot w = x_{1} w_{1} + x_{2} w_{2} + \ldots + x_{n} w_{n}
    """
    total = 0.0
    for i in range(5):
        total += x[i] * w[i]
    return total


def package(x: np.ndarray, w: np.ndarray) -> float:
    """Write it as NumPy does, and change nothing."""
    return float(nn.linear(x @ w))
