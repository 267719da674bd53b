"""Transcribes batch-norm.tex: one unit, six examples."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw the sums of one unit for six examples, a scale and a shift."""
    return {
        "z": rng.normal(size=6),
        "gamma": rng.normal(),
        "beta": rng.normal(),
    }


def equation(z: np.ndarray, gamma: float, beta: float) -> np.ndarray:
    r"""Measure every example against the batch, then scale and shift.

    \hat{z}_{i} = \frac{z_{i} - \mu}{\sqrt{v + \epsilon}}
    \qquad \tilde{z}_{i} = \gamma \hat{z}_{i} + \beta
    """
    mu = sum(z) / 6
    v = sum((z[i] - mu) ** 2 for i in range(6)) / 6
    hat = [(z[i] - mu) / math.sqrt(v + 1e-5) for i in range(6)]
    return np.array([gamma * hat[i] + beta for i in range(6)])


def package(z: np.ndarray, gamma: float, beta: float) -> np.ndarray:
    """Send the batch through the layer of the package in training."""
    learned = np.array([gamma]), np.array([beta])
    running = np.array([0.0]), np.array([1.0])
    mode = nn.Mode(training=True)
    return (
        nn.BatchNorm()
        .forward(learned, running, z[:, None], mode)
        .outputs[:, 0]
    )
