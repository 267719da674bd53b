"""Transcribes weighted-sum.tex: in a loop, against a network of one unit."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw five inputs, their weights and a bias."""
    x, w = rng.normal(size=(2, 5))
    return {"x": x, "w": w, "b": rng.normal()}


def equation(x: np.ndarray, w: np.ndarray, b: float) -> float:
    r"""Add up the terms, then the bias.

    z = \sum_{i=1}^{n} x_{i} w_{i} + b
    """
    z = 0.0
    for i in range(5):
        z += x[i] * w[i]
    return z + b


def package(x: np.ndarray, w: np.ndarray, b: float) -> float:
    """Give the numbers to a network that has one linear unit."""
    rng = np.random.default_rng(0)
    unit = nn.MLP((5, 1), output=nn.linear, rng=rng)
    return float(unit.with_parameters(np.append(w, b))(x[None, :])[0, 0])
