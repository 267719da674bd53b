"""Transcribes converges.tex: the condition, against steps of the optimizer."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw a curvature, and rates on both sides of the limit."""
    curvature = rng.uniform(0.1, 20)
    return {"curvature": curvature, "rate": rng.uniform(0.01, 4) / curvature}


def equation(curvature: float, rate: float) -> np.ndarray:
    r"""Ask both sides.

    |1 - \eta \cdot \lambda| < 1 \quad \text{if and only if} \quad
    0 < \eta < \frac{2}{\lambda}
    """
    return np.array([abs(1 - rate * curvature) < 1, 0 < rate < 2 / curvature])


def package(curvature: float, rate: float) -> np.ndarray:
    """Step down a bowl, and see whether the distance has shrunk."""
    optimizer, away = nn.SGD(rate), np.array([1.0])
    state = optimizer.start(away)
    for _ in range(10):
        away, state = optimizer.step(away, curvature * away, state)
    return np.array([abs(away[0]) < 1, abs(away[0]) < 1])
