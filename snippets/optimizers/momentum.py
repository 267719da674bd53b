"""Transcribes momentum.tex: five steps, one parameter after the other."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw three parameters, and their slopes at five steps."""
    return {"start": rng.normal(size=3), "g": rng.normal(size=(5, 3))}


def equation(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    r"""Let every parameter roll by itself.

    \begin{aligned}
    v_{t} &= \mu \cdot v_{t-1} + g_{t} \\
    \theta_{t} &= \theta_{t-1} - \eta \cdot v_{t}
    \end{aligned}
    """
    theta = [float(number) for number in start]
    v = [0.0] * 3
    for t in range(5):
        for i in range(3):
            v[i] = 0.9 * v[i] + g[t, i]
            theta[i] = theta[i] - 0.1 * v[i]
    return np.array(theta)


def package(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    """Take the steps of the package."""
    optimizer = nn.Momentum(rate=0.1, momentum=0.9)
    theta, state = start, optimizer.start(start)
    for slopes in g:
        theta, state = optimizer.step(theta, slopes, state)
    return theta
