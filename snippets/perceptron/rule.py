"""Transcribes rule.tex: one row, one look, against the package."""

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
) -> np.ndarray:
    r"""Change each weight by itself, then the bias.

    \begin{aligned}
    w_{\text{new}} &= w + \eta \cdot (y - a) \cdot x \\
    b_{\text{new}} &= b + \eta \cdot (y - a)
    \end{aligned}
    """
    a = 1 if sum(x[i] * w[i] for i in range(3)) + b >= 0 else 0
    new = [w[i] + eta * (y - a) * x[i] for i in range(3)]
    return np.array([*new, b + eta * (y - a)])


def package(
    x: np.ndarray, y: int, w: np.ndarray, b: float, eta: float
) -> np.ndarray:
    """Let the package look at the row once."""
    start = nn.Perceptron(w, b)
    learned = nn.learn_perceptron([x], [y], rate=eta, epochs=1, start=start)
    return np.append(learned.perceptron.weights, learned.perceptron.bias)
