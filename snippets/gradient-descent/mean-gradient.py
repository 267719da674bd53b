"""Transcribes mean-gradient.tex: examples one by one, against the batch."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the parameters of a network, and five examples."""
    return {
        "theta": rng.normal(size=13),
        "x": rng.normal(size=(5, 2)),
        "y": rng.normal(size=(5, 1)),
    }


def equation(theta: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    r"""Average the gradients of single examples.

    \nabla J = \frac{1}{m} \sum_{i=1}^{m} g_{i}
    """
    w1, b1 = theta[:6].reshape(2, 3), theta[6:9]
    w2, b2 = theta[9:12], theta[12]
    m, total = len(x), np.zeros(13)
    for i in range(m):
        a = np.tanh(x[i] @ w1 + b1)
        delta = 2 * (a @ w2 + b2 - y[i, 0])  # the loss is the squared error
        hidden = delta * w2 * (1 - a * a)
        parts = [np.outer(x[i], hidden).ravel(), hidden, delta * a, [delta]]
        total += np.concatenate(parts)
    return total / m


def package(theta: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ask for the gradient of all examples at once."""
    drawn = nn.MLP([2, 3, 1], hidden=nn.tanh, rng=np.random.default_rng(0))
    network = drawn.with_parameters(theta)
    made = network.forward(x)
    return network.backward(made, nn.mse.gradient(made.outputs, y)).parameters
