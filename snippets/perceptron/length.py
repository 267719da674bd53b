"""Transcribes length.tex: squared length after the package has updated."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw weights, and a row of three inputs with the 1 behind it."""
    v, r = rng.normal(size=4), np.append(rng.normal(size=3), 1.0)
    return {"v": v, "r": r}


def equation(v: np.ndarray, r: np.ndarray) -> float:
    r"""Add up entry by entry; t is the target that the sum misses.

    \lVert v + t \cdot r \rVert^{2}
    = \lVert v \rVert^{2} + 2 \cdot t \cdot (v \cdot r)
    + t^{2} \cdot \lVert r \rVert^{2}
    """
    z = sum(v[j] * r[j] for j in range(4))
    t = -1 if z >= 0 else 1
    before, row = (sum(number**2 for number in each) for each in (v, r))
    return before + 2 * t * z + t**2 * row


def package(v: np.ndarray, r: np.ndarray) -> float:
    """Let the package answer the row, wrongly, and update."""
    start = nn.Perceptron(v[:-1], v[-1])
    x, y = [r[:-1]], 1 - start([r[:-1]])
    learned = nn.learn_perceptron(x, y, epochs=1, start=start).perceptron
    return (learned.weights**2).sum() + learned.bias**2
