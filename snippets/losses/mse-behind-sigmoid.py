"""Transcribes mse-behind-sigmoid.tex: slope by slope, with the chain."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw six scores and labels."""
    return {"z": rng.normal(scale=2, size=6), "y": rng.integers(0, 2, 6)}


def equation(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    r"""Fill in each slope.

    \frac{\partial J}{\partial z_{i}}
    = \frac{2}{m} \cdot (a_{i} - y_{i}) \cdot a_{i} \cdot (1 - a_{i})
    """
    a = [1 / (1 + math.exp(-z[i])) for i in range(6)]
    return np.array(
        [2 / 6 * (a[i] - y[i]) * a[i] * (1 - a[i]) for i in range(6)]
    )


def package(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Send the gradient of the loss back through the sigmoid."""
    slope = nn.mse.gradient(nn.sigmoid(z)[:, None], y[:, None])
    return nn.sigmoid.backward(z, slope[:, 0])
