"""Transcribes penalized.tex: the price of every weight, and of no bias."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw a loss, a strength, six weights and two biases."""
    return {
        "loss": rng.uniform(),
        "strength": rng.uniform(),
        "w": rng.normal(size=8),
    }


def equation(
    loss: float, strength: float, w: np.ndarray
) -> tuple[float, float]:
    r"""Add up the prices of the first six, which are weights, for both kinds.

    J_{\text{penalized}} = J + \sum_{i=1}^{n} R(w_{i})
    """
    l2 = sum(strength / 2 * w[i] ** 2 for i in range(6))
    l1 = sum(strength * abs(w[i]) for i in range(6))
    return loss + l2, loss + l1


def package(
    loss: float, strength: float, w: np.ndarray
) -> tuple[float, float]:
    """Give the package all eight and say which are weights."""
    mask = np.arange(8) < 6
    l2, l1 = nn.L2(strength)(w, mask), nn.L1(strength)(w, mask)
    return loss + float(l2), loss + float(l1)
