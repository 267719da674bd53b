"""Transcribes hessian.tex: entry by entry, against gradients that move."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw five nights."""
    return {"hours": rng.uniform(0, 10, 5), "cents": rng.normal(size=5)}


def equation(hours: np.ndarray, cents: np.ndarray) -> np.ndarray:
    r"""Average the products of the columns: hours, and a 1 for the bias.

    H = \frac{1}{m} \cdot X^{\top} X
    """
    m = len(cents)
    x = np.array([[h, 1.0] for h in hours])
    hessian = np.zeros((2, 2))
    for i, j in np.ndindex(2, 2):
        hessian[i, j] = sum(x[n, i] * x[n, j] for n in range(m)) / m
    return hessian


def package(hours: np.ndarray, cents: np.ndarray) -> np.ndarray:
    """Move w and b by 1 and see how the gradient changes: exact here."""
    rng = np.random.default_rng(0)  # what it draws is replaced
    drawn = nn.MLP([1, 1], rng=rng)

    def gradient(theta: np.ndarray) -> np.ndarray:
        line = drawn.with_parameters(theta)
        made = line.forward(hours[:, None])
        upstream = nn.half_mse.gradient(made.outputs, cents[:, None])
        return line.backward(made, upstream).parameters

    return np.stack([gradient(row) - gradient(0 * row) for row in np.eye(2)])
