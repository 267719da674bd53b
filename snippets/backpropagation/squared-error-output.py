"""Transcribes squared-error-output.tex: a squared error behind a sigmoid."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw a sum and a target."""
    return {"z": 3 * rng.normal(), "y": rng.random()}


def equation(z: float, y: float) -> float:
    r"""Multiply the slope of the square by that of the sigmoid.

    \delta = 2 \cdot (a - y) \cdot a \cdot (1 - a)
    """
    a = 1 / (1 + np.exp(-z))
    return 2 * (a - y) * a * (1 - a)


def package(z: float, y: float) -> float:
    """Carry the slope of the mean squared error back through the sigmoid."""
    upstream = nn.mse.gradient([[nn.sigmoid(z)]], [[y]])
    return float(nn.sigmoid.backward([[z]], upstream)[0, 0])
