"""Transcribes residual.tex: both ways back of one residual layer."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row, weights and biases, and the gradient at the outputs."""
    return {
        "x": rng.normal(size=3),
        "parameters": rng.normal(size=12),
        "upstream": rng.normal(size=3),
    }


def equation(
    x: np.ndarray, parameters: np.ndarray, upstream: np.ndarray
) -> np.ndarray:
    r"""Add what goes around the layer to what goes through it.

    \frac{\partial J}{\partial x} = \frac{\partial J}{\partial y} + \delta \,
    W^{\top}
    """
    w, b = parameters[:9].reshape(3, 3), parameters[9:]
    z = [sum(x * w[:, k]) + b[k] for k in range(3)]
    delta = [upstream[k] * (1 - np.tanh(z[k]) ** 2) for k in range(3)]
    return np.array(
        [
            upstream[j] + sum(delta[k] * w[j, k] for k in range(3))
            for j in range(3)
        ]
    )


def package(
    x: np.ndarray, parameters: np.ndarray, upstream: np.ndarray
) -> np.ndarray:
    """Send the gradient back through the package's residual layer."""
    rng = np.random.default_rng(0)
    layer = nn.Residual(nn.Dense(3, 3), nn.tanh)
    network = nn.Network.build(layer, rng=rng, inputs=3)
    network = network.with_parameters(parameters)
    made = network.forward(x[None])
    return nn.Network.backward(network, made, upstream[None]).x[0]
