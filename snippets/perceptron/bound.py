"""Transcribes bound.tex: R and gamma in loops, against the package."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw ten rows, and label them by a line u."""
    x, u = rng.normal(size=(10, 2)), rng.normal(size=3)
    return {"x": x, "y": nn.Perceptron(u[:2], u[2])(x), "u": u}


def equation(x: np.ndarray, y: np.ndarray, u: np.ndarray) -> float:
    r"""Find the longest row and the one closest to the line.

    \text{updates} \le \left(\frac{R}{\gamma}\right)^{2},
    \quad R = \max_{i} \lVert r_{i} \rVert,
    \quad \gamma = \min_{i}
    \frac{t_{i} \cdot (u \cdot r_{i})}{\lVert u \rVert}
    """
    lengths, gaps = [], []
    for row, label in zip(x, y, strict=True):
        extended = [*row, 1.0]
        t = 1 if label == 1 else -1
        dot = sum(u[j] * extended[j] for j in range(3))
        lengths.append(sum(number**2 for number in extended) ** 0.5)
        gaps.append(t * dot / sum(number**2 for number in u) ** 0.5)
    return (max(lengths) / min(gaps)) ** 2


def package(x: np.ndarray, y: np.ndarray, u: np.ndarray) -> float:
    """Ask the package for the bound."""
    return nn.convergence_bound(x, y, u[:2], u[2])
