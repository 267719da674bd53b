"""Transcribes scale-shift-gradient.tex: one unit, six examples."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw sums and the slopes that come back for them."""
    return {"z": rng.normal(size=6), "g": rng.normal(size=6)}


def equation(z: np.ndarray, g: np.ndarray) -> tuple[float, float]:
    r"""Add up over the examples, which share both parameters.

    \frac{\partial J}{\partial \gamma} = \sum_{i=1}^{m} g_{i} \hat{z}_{i}
    \qquad \frac{\partial J}{\partial \beta} = \sum_{i=1}^{m} g_{i}
    """
    mu = sum(z) / 6
    v = sum((z[i] - mu) ** 2 for i in range(6)) / 6
    hat = [(z[i] - mu) / (v + 1e-5) ** 0.5 for i in range(6)]
    return sum(g[i] * hat[i] for i in range(6)), sum(g[i] for i in range(6))


def package(z: np.ndarray, g: np.ndarray) -> tuple[float, float]:
    """Send the batch forward through the layer and the slopes back."""
    layer, learned = nn.BatchNorm(), (np.array([1.0]), np.array([0.0]))
    running, mode = (np.array([0.0]), np.array([1.0])), nn.Mode(training=True)
    cache = layer.forward(learned, running, z[:, None], mode).cache
    gradient = np.zeros(1), np.zeros(1)
    layer.backward(learned, cache, g[:, None], gradient, to_inputs=True)
    return float(gradient[0][0]), float(gradient[1][0])
