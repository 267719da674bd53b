"""Transcribes rows.tex: each row by itself, against a network of one unit."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw four examples of three inputs, with weights and a bias."""
    rows, weights = rng.normal(size=(4, 3)), rng.normal(size=3)
    return {"x": rows, "w": weights, "b": rng.normal()}


def equation(x: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    r"""Take the rows one after the other.

    z = X w + b
    """
    z = np.zeros(4)
    for row in range(4):
        z[row] = sum(x[row, i] * w[i] for i in range(3)) + b
    return z


def package(x: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """Give all rows to a network that has one linear unit."""
    rng = np.random.default_rng(0)
    unit = nn.MLP((3, 1), output=nn.linear, rng=rng)
    return unit.with_parameters(np.append(w, b))(x)[:, 0]
