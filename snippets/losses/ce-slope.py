"""Transcribes ce-slope.tex: every score of every row."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the scores of five rows of three classes, and the labels."""
    return {
        "z": rng.normal(scale=2, size=(5, 3)),
        "labels": rng.integers(0, 3, 5),
    }


def equation(z: np.ndarray, labels: np.ndarray) -> np.ndarray:
    r"""Subtract target from share, score by score.

    \frac{\partial J}{\partial z_{ik}}
    = \frac{1}{m} \cdot (a_{ik} - y_{ik})
    """
    slopes = np.zeros((5, 3))
    for i, k in np.ndindex(5, 3):
        share = math.exp(z[i, k]) / sum(math.exp(z[i, j]) for j in range(3))
        target = 1 if labels[i] == k else 0
        slopes[i, k] = (share - target) / 5
    return slopes


def package(z: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Ask the package for all slopes at once."""
    return nn.cross_entropy_from_logits.gradient(z, labels)
