"""Transcribes forward.tex: progress after the package has made an update."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a line, weights, and a row of three inputs with the 1 behind it."""
    u, v = rng.normal(size=(2, 4))
    return {"u": u, "v": v, "r": np.append(rng.normal(size=3), 1.0)}


def equation(u: np.ndarray, v: np.ndarray, r: np.ndarray) -> float:
    r"""Add up entry by entry; t is the target that the sum misses.

    u \cdot (v + t \cdot r) = u \cdot v + t \cdot (u \cdot r)
    """
    z = sum(v[j] * r[j] for j in range(4))
    t = -1 if z >= 0 else 1
    before = sum(u[j] * v[j] for j in range(4))
    return before + t * sum(u[j] * r[j] for j in range(4))


def package(u: np.ndarray, v: np.ndarray, r: np.ndarray) -> float:
    """Let the package answer the row, wrongly, and update."""
    start = nn.Perceptron(v[:-1], v[-1])
    x, y = [r[:-1]], 1 - start([r[:-1]])
    learned = nn.learn_perceptron(x, y, epochs=1, start=start).perceptron
    return u @ np.append(learned.weights, learned.bias)
