"""Transcribes whole-network.tex: the network of two switches in one go."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw two inputs and the 9 numbers of the network."""
    return {"x": rng.normal(size=2), "parameters": rng.normal(size=9)}


def equation(x: np.ndarray, parameters: np.ndarray) -> float:
    r"""Work from the inside out.

    \hat{y} = \sigma(\sigma(x W^{[1]} + b^{[1]}) W^{[2]} + b^{[2]})
    """
    w1, b1 = parameters[:4].reshape(2, 2), parameters[4:6]
    w2, b2 = parameters[6:8], parameters[8]
    total = b2
    for j in range(2):
        z = x[0] * w1[0, j] + x[1] * w1[1, j] + b1[j]
        total += w2[j] / (1 + np.exp(-z))
    return float(1 / (1 + np.exp(-total)))


def package(x: np.ndarray, parameters: np.ndarray) -> float:
    """Give the row to a network with these numbers."""
    network = nn.MLP(
        [2, 2, 1],
        hidden=nn.sigmoid,
        output=nn.sigmoid,
        rng=np.random.default_rng(0),
    )
    return network.with_parameters(parameters)(x[None]).item()
