"""Transcribes layer-row.tex: one row through a network of 2 layers."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw one row of 3 inputs, and the numbers of layers of 4 and 2 units."""
    return {"x": rng.normal(size=3), "parameters": rng.normal(size=26)}


def equation(x: np.ndarray, parameters: np.ndarray) -> np.ndarray:
    r"""Take tanh for g in layer 1, and the sigmoid in layer 2.

    z^{[l]} = a^{[l-1]} W^{[l]} + b^{[l]}, \qquad a^{[l]} = g^{[l]}(z^{[l]})
    """
    w1, b1, w2, b2 = np.split(parameters, [12, 16, 24])
    a = x
    for w, b, n, g in (
        (w1.reshape(3, 4), b1, 3, np.tanh),
        (w2.reshape(4, 2), b2, 4, lambda z: 1 / (1 + np.exp(-z))),
    ):
        sums = [sum(a[i] * w[i, j] for i in range(n)) for j in range(b.size)]
        z = np.array([sums[j] + b[j] for j in range(b.size)])
        a = np.array([g(z[j]) for j in range(b.size)])
    return a


def package(x: np.ndarray, parameters: np.ndarray) -> np.ndarray:
    """Give the row to a network with these numbers."""
    network = nn.MLP(
        [3, 4, 2],
        hidden=nn.tanh,
        output=nn.sigmoid,
        rng=np.random.default_rng(0),
    )
    return network.with_parameters(parameters)(x[None])[0]
