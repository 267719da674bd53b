"""Transcribes gradients.tex: slopes of weights and biases, row by row."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw six rows with their targets, and 3 to 4 to 1 units."""
    return {
        "x": rng.normal(size=(6, 3)),
        "parameters": rng.normal(size=_network().parameter_count),
        "y": rng.random((6, 1)),
    }


def equation(
    x: np.ndarray, parameters: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, ...]:
    r"""Add up what every row wants of every weight and bias.

    \begin{aligned}
    \delta^{[L]} &= \frac{1}{m} \left(a^{[L]} - y\right) \\
    \frac{\partial J}{\partial W^{[l]}} &= a^{[l-1] \top} \, \delta^{[l]} \\
    \frac{\partial J}{\partial b^{[l]}} &= \sum_{i=1}^{m} \delta^{[l]}_{i}
    \end{aligned}
    """
    w1, b1 = parameters[:12].reshape(3, 4), parameters[12:16]
    w2, b2 = parameters[16:20], parameters[20]
    dw1, db1 = np.zeros((3, 4)), np.zeros(4)
    dw2, db2 = np.zeros((4, 1)), np.zeros(1)
    for n in range(6):
        a1 = [
            np.tanh(sum(x[n, i] * w1[i, j] for i in range(3)) + b1[j])
            for j in range(4)
        ]
        a2 = 1 / (1 + np.exp(-sum(a1[j] * w2[j] for j in range(4)) - b2))
        delta2 = (a2 - y[n, 0]) / 6
        db2[0] += delta2
        for j in range(4):
            dw2[j, 0] += a1[j] * delta2
            delta1 = delta2 * w2[j] * (1 - a1[j] ** 2)
            db1[j] += delta1
            for i in range(3):
                dw1[i, j] += x[n, i] * delta1
    return dw1, db1, dw2, db2


def package(
    x: np.ndarray, parameters: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, ...]:
    """Carry the mean cross-entropy of the batch back through the network."""
    network = _network().with_parameters(parameters)
    made = network.forward(x)
    loss = nn.binary_cross_entropy
    upstream = loss.gradient(made.outputs, y)
    found = nn.Network.backward(network, made, upstream)
    first, _, second, _ = network.cut(found.parameters)
    return (*first, *second)


def _network() -> nn.Network:
    return nn.MLP(
        [3, 4, 1],
        hidden=nn.tanh,
        output=nn.sigmoid,
        rng=np.random.default_rng(0),
    )
