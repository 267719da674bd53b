"""Transcribes orthogonal.tex: the length with the weights, and without."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row of six numbers and orthogonal weights for six units."""
    return {"a": rng.normal(size=6), "w": nn.orthogonal((6, 6), rng=rng)}


def equation(a: np.ndarray, w: np.ndarray) -> float:
    r"""Multiply out and add up the squares.

    \lVert a W \rVert = \lVert a \rVert
    """
    made = [sum(a[i] * w[i, j] for i in range(6)) for j in range(6)]
    return sum(value**2 for value in made) ** 0.5


def package(a: np.ndarray, w: np.ndarray) -> float:
    """Take the length of the row as it was."""
    return np.linalg.norm(a[: len(w)])
