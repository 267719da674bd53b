"""Transcribes sgd.tex: five steps, one parameter after the other."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw three parameters, and their slopes at five steps."""
    return {"start": rng.normal(size=3), "g": rng.normal(size=(5, 3))}


def equation(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    r"""Move every parameter against its slope.

    \theta_{t} = \theta_{t-1} - \eta \cdot g_{t}
    """
    theta = [float(number) for number in start]
    for t in range(5):
        for i in range(3):
            theta[i] = theta[i] - 0.1 * g[t, i]
    return np.array(theta)


def package(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    """Take the steps of the package."""
    optimizer = nn.SGD(rate=0.1)
    theta, state = start, optimizer.start(start)
    for slopes in g:
        theta, state = optimizer.step(theta, slopes, state)
    return theta
