"""Transcribes adam.tex: five steps, one parameter after the other."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw three parameters, and their slopes at five steps."""
    return {"start": rng.normal(size=3), "g": rng.normal(size=(5, 3))}


def equation(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    r"""Divide the mean slope by the root of the mean square, both corrected.

    \begin{aligned}
    m_{t} &= \beta_{1} \cdot m_{t-1} + (1 - \beta_{1}) \cdot g_{t} \\
    s_{t} &= \beta_{2} \cdot s_{t-1} + (1 - \beta_{2}) \cdot g_{t}^{2} \\
    \hat{m}_{t} &= \frac{m_{t}}{1 - \beta_{1}^{t}} \qquad
    \hat{s}_{t} = \frac{s_{t}}{1 - \beta_{2}^{t}} \\
    \theta_{t} &= \theta_{t-1} - \eta
    \cdot \frac{\hat{m}_{t}}{\sqrt{\hat{s}_{t}} + \epsilon}
    \end{aligned}
    """
    theta = [float(number) for number in start]
    m, s = [0.0] * 3, [0.0] * 3
    for t in range(5):
        for i in range(3):
            m[i] = 0.9 * m[i] + (1 - 0.9) * g[t, i]
            s[i] = 0.999 * s[i] + (1 - 0.999) * g[t, i] ** 2
            mean = m[i] / (1 - 0.9 ** (t + 1))
            square = s[i] / (1 - 0.999 ** (t + 1))
            step = 0.1 * mean / (math.sqrt(square) + 1e-8)
            theta[i] = theta[i] - step
    return np.array(theta)


def package(start: np.ndarray, g: np.ndarray) -> np.ndarray:
    """Take the steps of the package."""
    optimizer = nn.Adam(rate=0.1)
    theta, state = start, optimizer.start(start)
    for slopes in g:
        theta, state = optimizer.step(theta, slopes, state)
    return theta
