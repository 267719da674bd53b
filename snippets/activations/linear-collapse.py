"""Transcribes linear-collapse.tex: two layers in loops, then one layer."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw four examples, and layers from 3 to 5 to 2 units."""
    shapes = {"x": (4, 3), "w1": (3, 5), "b1": (5,), "w2": (5, 2), "b2": (2,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def equation(
    x: np.ndarray,
    w1: np.ndarray,
    b1: np.ndarray,
    w2: np.ndarray,
    b2: np.ndarray,
) -> np.ndarray:
    r"""Add up the left side term by term, one layer after the other.

    \left(X W^{[1]} + b^{[1]}\right) W^{[2]} + b^{[2]}
    = X \left(W^{[1]} W^{[2]}\right) + \left(b^{[1]} W^{[2]} + b^{[2]}\right)
    """
    hidden = np.zeros((4, 5))
    for n, j in np.ndindex(4, 5):
        hidden[n, j] = sum(x[n, i] * w1[i, j] for i in range(3)) + b1[j]
    output = np.zeros((4, 2))
    for n, k in np.ndindex(4, 2):
        output[n, k] = sum(hidden[n, j] * w2[j, k] for j in range(5)) + b2[k]
    return output


def package(
    x: np.ndarray,
    w1: np.ndarray,
    b1: np.ndarray,
    w2: np.ndarray,
    b2: np.ndarray,
) -> np.ndarray:
    """Compute the right side, which is one linear layer."""
    return nn.linear(x @ (w1 @ w2) + (b1 @ w2 + b2))
