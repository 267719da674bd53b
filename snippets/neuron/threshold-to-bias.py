"""Transcribes threshold-to-bias.tex: counts against a threshold."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw five switches, their weights and a threshold."""
    switches = rng.integers(2, size=5)
    return {"x": switches, "w": rng.normal(size=5), "theta": rng.normal()}


def equation(x: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    r"""Ask both questions.

    \begin{aligned}
    \sum_{i=1}^{n} x_{i} w_{i} \ge \theta & \quad \text{is the same as} \\
    \sum_{i=1}^{n} x_{i} w_{i} + b \ge 0 & \quad \text{with} \quad b = -\theta
    \end{aligned}
    """
    points = 0.0
    for i in range(5):
        points += x[i] * w[i]
    return np.array([points >= theta, points + -theta >= 0])


def package(x: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    """Ask the package once, and expect its answer twice."""
    answer = nn.Perceptron(weights=w, bias=-theta)(x)
    return np.array([answer, answer])
