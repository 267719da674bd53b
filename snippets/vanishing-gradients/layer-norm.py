"""Transcribes layer-norm.tex: one row against the package's layer."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row of five units, their scales and their shifts."""
    return {name: rng.normal(size=5) for name in ("z", "gamma", "beta")}


def equation(z: np.ndarray, gamma: np.ndarray, beta: np.ndarray) -> np.ndarray:
    r"""Center the row, divide by its deviation, then scale and shift.

    \hat{z}_{j} = \gamma_{j} \cdot \frac{z_{j} - \mu}{\sqrt{s^{2} +
    \varepsilon}} + \beta_{j}
    """
    mean = sum(z) / 5
    square = sum((each - mean) ** 2 for each in z) / 5
    return np.array(
        [
            gamma[j] * (z[j] - mean) / np.sqrt(square + 1e-5) + beta[j]
            for j in range(5)
        ]
    )


def package(z: np.ndarray, gamma: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Let the package's layer do it."""
    layer = nn.LayerNorm()
    return layer.forward((gamma, beta), (), z[None], nn.Mode()).outputs[0]
