"""Transcribes signed-distance.tex: against steps along the weights."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw two weights, a bias and a point of the plane."""
    w = rng.uniform(0.5, 2, size=2) * rng.choice([-1, 1], size=2)
    return {"w": w, "b": rng.normal(), "x": rng.normal(size=2)}


def equation(w: np.ndarray, b: float, x: np.ndarray) -> float:
    r"""Divide the sum by the length of the weights.

    d = \frac{z}{\lVert w \rVert}, \quad \text{with} \quad
    \lVert w \rVert = \sqrt{w_{1}^{2} + w_{2}^{2}}
    """
    z = x[0] * w[0] + x[1] * w[1] + b
    return z / (w[0] ** 2 + w[1] ** 2) ** 0.5


def package(w: np.ndarray, b: float, x: np.ndarray) -> float:
    """Drop a perpendicular on the line and measure it, minus on the 0 side."""
    along = np.array([-w[1], w[0]])
    on_line = np.array([0.0, -b / w[1]])
    foot = on_line + along * ((x - on_line) @ along) / (along @ along)
    side = 2 * nn.Perceptron(weights=w, bias=b)(x) - 1
    return float(side * np.hypot(*(x - foot)))
