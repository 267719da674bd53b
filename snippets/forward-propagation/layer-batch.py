"""Transcribes layer-batch.tex: a batch through one layer, row by row."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw 5 examples of 3 inputs, and a layer of 4 units."""
    shapes = {"a": (5, 3), "w": (3, 4), "b": (4,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def equation(
    a: np.ndarray, w: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    r"""Treat every example by itself, with tanh for g.

    Z^{[l]} = A^{[l-1]} W^{[l]} + b^{[l]}, \qquad A^{[l]} = g^{[l]}(Z^{[l]})
    """
    z = np.zeros((5, 4))
    for n, j in np.ndindex(5, 4):
        z[n, j] = sum(a[n, i] * w[i, j] for i in range(3)) + b[j]
    return z, np.tanh(z)


def package(
    a: np.ndarray, w: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Give the whole batch to a dense layer and an activation."""
    z = nn.Dense(3, 4).forward((w, b), (), a, nn.Mode())[0]
    return z, nn.tanh(z)
