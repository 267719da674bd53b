"""Transcribes paths.tex: one term for each unit that an output feeds."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw outputs of three units, and the layer of two that they feed."""
    return {
        "a": rng.normal(size=3),
        "w": rng.normal(size=(3, 2)),
        "y": rng.normal(size=2),
    }


def equation(a: np.ndarray, w: np.ndarray, y: np.ndarray) -> np.ndarray:
    r"""Add up the ways on which each output moves the loss.

    \frac{\partial J}{\partial a_{j}} = \sum_{k} \delta_{k} \cdot w_{jk}
    """
    delta = [sum(a[j] * w[j, k] for j in range(3)) - y[k] for k in range(2)]
    slopes = [sum(delta[k] * w[j, k] for k in range(2)) for j in range(3)]
    return np.array(slopes)


def package(a: np.ndarray, w: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Carry half the squared error back through the layer."""
    layer = _layer().with_parameters(np.append(w, [0.0, 0.0]))
    made = layer.forward(a[None])
    loss = nn.half_mse
    upstream = 2 * loss.gradient(made.outputs, y[None])  # of the sum
    return nn.Network.backward(layer, made, upstream).x[0]


def _layer() -> nn.Network:
    return nn.MLP([3, 2], rng=np.random.default_rng(0))
