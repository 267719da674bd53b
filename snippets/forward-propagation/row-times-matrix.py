"""Transcribes row-times-matrix.tex: both entries of the product."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row of 2 numbers and a matrix of 2 rows and 2 columns."""
    return {"x": rng.normal(size=2), "w": rng.normal(size=(2, 2))}


def equation(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    r"""Write out the right side.

    \begin{bmatrix} x_{1} & x_{2} \end{bmatrix}
    \begin{bmatrix} W_{11} & W_{12} \\ W_{21} & W_{22} \end{bmatrix}
    = \begin{bmatrix} x_{1} W_{11} + x_{2} W_{21}
    & x_{1} W_{12} + x_{2} W_{22} \end{bmatrix}
    """
    first = x[0] * w[0, 0] + x[1] * w[1, 0]
    second = x[0] * w[0, 1] + x[1] * w[1, 1]
    return np.array([[first, second]])


def package(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Give the row to a dense layer without biases."""
    layer = nn.Dense(2, 2)
    return layer.forward((w, np.zeros(2)), (), x[None], nn.Mode())[0]
