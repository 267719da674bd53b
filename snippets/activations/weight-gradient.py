"""Transcribes weight-gradient.tex: each slope against a moved weight."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw four inputs and four weights of one linear unit."""
    return {"x": rng.normal(size=4), "w": rng.normal(size=4)}


def equation(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    r"""Multiply the slope of the loss at z by each input.

    \frac{\partial J}{\partial w_{i}} = \delta \cdot x_{i}
    """
    delta = sum(x[i] * w[i] for i in range(4))  # the loss is z * z / 2
    return np.array([delta * x[i] for i in range(4)])


def package(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Move each weight by 1 to both sides, exact for this loss."""
    above = nn.linear((w + np.eye(4)) @ x) ** 2 / 2
    below = nn.linear((w - np.eye(4)) @ x) ** 2 / 2
    return (above - below) / 2
