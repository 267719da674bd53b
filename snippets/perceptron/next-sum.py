"""Transcribes next-sum.tex: the sum of a row after the package updates."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row of three inputs, its target, a start and a rate."""
    return {
        "x": rng.normal(size=3),
        "y": rng.integers(2),
        "w": rng.normal(size=3),
        "b": rng.normal(),
        "eta": rng.uniform(0.1, 2),
    }


def equation(
    x: np.ndarray, y: int, w: np.ndarray, b: float, eta: float
) -> float:
    r"""Change the sum by the squares of the inputs, and by 1.

    z_{\text{new}} = z + \eta \cdot (y - a)
    \cdot \left(x_{1}^{2} + \ldots + x_{n}^{2} + 1\right)
    """
    z = sum(x[i] * w[i] for i in range(3)) + b
    a = 1 if z >= 0 else 0
    return z + eta * (y - a) * (sum(x[i] ** 2 for i in range(3)) + 1)


def package(
    x: np.ndarray, y: int, w: np.ndarray, b: float, eta: float
) -> float:
    """Let the package look at the row once, and add up again."""
    start = nn.Perceptron(w, b)
    learned = nn.learn_perceptron([x], [y], rate=eta, epochs=1, start=start)
    return x @ learned.perceptron.weights + learned.perceptron.bias
