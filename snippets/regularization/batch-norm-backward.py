"""Transcribes batch-norm-backward.tex: one unit, six examples."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw sums, the slopes that come back for them, and a scale."""
    slopes, sums = rng.normal(size=6), rng.normal(size=6)
    return {"z": sums, "g": slopes, "gamma": rng.normal()}


def equation(z: np.ndarray, g: np.ndarray, gamma: float) -> np.ndarray:
    r"""Take out of each slope what the mean and the variance give back.

    \frac{\partial J}{\partial z_{i}} = \frac{\gamma}{\sqrt{v + \epsilon}}
    \left(g_{i} - \frac{1}{m} \sum_{k=1}^{m} g_{k}
    - \hat{z}_{i} \cdot \frac{1}{m} \sum_{k=1}^{m} g_{k} \hat{z}_{k}\right)
    """
    mu = sum(z) / 6
    v = sum((z[i] - mu) ** 2 for i in range(6)) / 6
    s = math.sqrt(v + 1e-5)
    hat = [(z[i] - mu) / s for i in range(6)]
    mean = sum(g[k] for k in range(6)) / 6
    share = sum(g[k] * hat[k] for k in range(6)) / 6
    return np.array(
        [gamma / s * (g[i] - mean - hat[i] * share) for i in range(6)]
    )


def package(z: np.ndarray, g: np.ndarray, gamma: float) -> np.ndarray:
    """Send the batch forward through the layer and the slopes back."""
    layer, learned = nn.BatchNorm(), (np.array([gamma]), np.array([0.0]))
    running, mode = (np.array([0.0]), np.array([1.0])), nn.Mode(training=True)
    cache = layer.forward(learned, running, z[:, None], mode).cache
    gradient = np.zeros(1), np.zeros(1)
    return layer.backward(
        learned, cache, g[:, None], gradient, to_inputs=True
    )[:, 0]
