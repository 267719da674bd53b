"""Transcribes unit-sum.tex: every unit of a layer, wire by wire."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw one row of 3 inputs, and a layer of 4 units."""
    shapes = {"x": (3,), "w": (3, 4), "b": (4,)}
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}


def equation(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    r"""Add up what comes in on the wires of each unit, and its bias.

    z_{j} = \sum_{i=1}^{n} x_{i} W_{ij} + b_{j}
    """
    z = np.zeros(4)
    for j in range(4):
        z[j] = sum(x[i] * w[i, j] for i in range(3)) + b[j]
    return z


def package(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Give the row to a dense layer with these numbers."""
    layer = nn.Dense(3, 4)
    return layer.forward((w, b), (), x[None], nn.Mode())[0][0]
