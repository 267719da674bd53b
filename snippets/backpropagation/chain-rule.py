"""Transcribes chain-rule.tex: three slopes in a row, for each weight."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw three inputs, the weights and bias of a unit, and a target."""
    parameters = rng.normal(size=4)
    return {
        "x": rng.normal(size=3),
        "parameters": parameters,
        "y": rng.random(),
    }


def equation(x: np.ndarray, parameters: np.ndarray, y: float) -> np.ndarray:
    r"""Multiply the slopes along the way from a weight to the loss.

    \frac{\partial J}{\partial w} = \frac{\partial z}{\partial w}
    \cdot \frac{\partial a}{\partial z}
    \cdot \frac{\partial J}{\partial a}
    """
    z = sum(x[i] * parameters[i] for i in range(3)) + parameters[3]
    a = 1 / (1 + np.exp(-z))
    slopes = []
    for i in range(3):
        z_over_w = x[i]
        a_over_z = a * (1 - a)
        loss_over_a = (1 - y) / (1 - a) - y / a
        slopes.append(z_over_w * a_over_z * loss_over_a)
    return np.array(slopes)


def package(x: np.ndarray, parameters: np.ndarray, y: float) -> np.ndarray:
    """Ask the package for the slopes of the same unit."""
    unit = _unit().with_parameters(parameters)
    made = unit.forward(x[None])
    loss = nn.binary_cross_entropy
    upstream = loss.gradient(made.outputs, [[y]])
    return nn.Network.backward(unit, made, upstream).parameters[:3]


def _unit() -> nn.Network:
    return nn.MLP([3, 1], output=nn.sigmoid, rng=np.random.default_rng(0))
