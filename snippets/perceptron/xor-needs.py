"""Transcribes xor-needs.tex: four inequalities, against four answers."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw two weights and a bias."""
    return {"w": rng.normal(size=2), "b": rng.normal()}


def equation(w: np.ndarray, b: float) -> np.ndarray:
    r"""Tell which of the four inequalities hold.

    \begin{aligned}
    (0, 0) \text{ dark} && b &< 0 \\
    (0, 1) \text{ lit} && w_{2} + b &\ge 0 \\
    (1, 0) \text{ lit} && w_{1} + b &\ge 0 \\
    (1, 1) \text{ dark} && w_{1} + w_{2} + b &< 0
    \end{aligned}
    """
    return np.array([b < 0, w[1] + b >= 0, w[0] + b >= 0, w[0] + w[1] + b < 0])


def package(w: np.ndarray, b: float) -> np.ndarray:
    """Tell which rows of XOR the perceptron gets right."""
    return nn.Perceptron(w, b)(nn.XOR.x) == nn.XOR.y[:, 0]
