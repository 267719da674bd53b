"""Transcribes best-rate.tex: both factors at the best rate."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw the least curvature and the condition number."""
    return {"low": rng.uniform(0.1, 2), "kappa": rng.uniform(1, 200)}


def equation(low: float, kappa: float) -> np.ndarray:
    r"""Compute all three sides.

    \begin{aligned}
    |1 - \eta \cdot \lambda_{\text{max}}| =
    |1 - \eta \cdot \lambda_{\text{min}}|
    &= \frac{\kappa - 1}{\kappa + 1} \\
    \text{at} \quad \eta &=
    \frac{2}{\lambda_{\text{max}} + \lambda_{\text{min}}}
    \end{aligned}
    """
    least, most = low, kappa * low
    rate = 2 / (most + least)
    sides = [abs(1 - rate * most), abs(1 - rate * least)]
    return np.array([*sides, (kappa - 1) / (kappa + 1)])


def package(low: float, kappa: float) -> np.ndarray:
    """Take one step from 1 along both axes; all three must agree."""
    curvatures, away = np.array([kappa * low, low]), np.ones(2)
    optimizer = nn.SGD(2 / (kappa * low + low))
    state = optimizer.start(away)
    steep, flat = np.abs(optimizer.step(away, curvatures * away, state)[0])
    return np.array([steep, flat, flat])
