"""Transcribes cut.tex: the line, against the place where the sum is zero."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float]:
    """Draw weights that are not 0, a bias and a first input."""
    w = rng.uniform(0.5, 2, size=2) * rng.choice([-1, 1], size=2)
    return {"w": w, "b": rng.normal(), "x1": rng.normal()}


def equation(w: np.ndarray, b: float, x1: float) -> float:
    r"""Compute the second input.

    x_{2} = -\frac{w_{1}}{w_{2}} \, x_{1} - \frac{b}{w_{2}}
    """
    return -(w[0] / w[1]) * x1 - b / w[1]


def package(w: np.ndarray, b: float, x1: float) -> float:
    """Take the sum at two second inputs and follow it down to zero."""
    rng = np.random.default_rng(0)
    unit = nn.MLP((2, 1), output=nn.linear, rng=rng)
    unit = unit.with_parameters(np.append(w, b))
    at_0, at_1 = unit(np.array([[x1, 0.0], [x1, 1.0]]))[:, 0]
    return float(at_0 / (at_0 - at_1))
