"""Transcribes adagrad.tex: five steps, one parameter after the other."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw three parameters, and their slopes at five steps."""
    return {"start": rng.normal(size=3), "g": rng.normal(size=(5, 3))}


def equation(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    r"""Divide every slope by the root of the sum of its squares.

    \begin{aligned}
    s_{t} &= s_{t-1} + g_{t}^{2} \\
    \theta_{t} &= \theta_{t-1} - \eta
    \cdot \frac{g_{t}}{\sqrt{s_{t}} + \epsilon}
    \end{aligned}
    """
    theta = [float(number) for number in start]
    s = [0.0] * 3
    for t in range(5):
        for i in range(3):
            s[i] = s[i] + g[t, i] ** 2
            step = 0.1 * g[t, i] / (math.sqrt(s[i]) + 1e-8)
            theta[i] = theta[i] - step
    return np.array(theta)


def package(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    """Take the steps of the package."""
    optimizer = nn.AdaGrad(rate=0.1, epsilon=1e-8)
    theta, state = start, optimizer.start(start)
    for slopes in g:
        theta, state = optimizer.step(theta, slopes, state)
    return theta
