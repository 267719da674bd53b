"""Transcribes softmax-jacobian.tex: entry by entry, against the package."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a row of four scores."""
    return {"z": rng.normal(scale=2, size=4)}


def equation(z: np.ndarray) -> np.ndarray:
    r"""Fill the table of slopes, case by case.

    \frac{\partial a_{i}}{\partial z_{j}} = \begin{cases}
    a_{i} \cdot (1 - a_{i}) & i = j \\ -a_{i} \cdot a_{j} & i \neq j
    \end{cases}
    """
    a = np.exp(z) / np.exp(z).sum()
    jacobian = np.zeros((4, 4))
    for i, j in np.ndindex(4, 4):
        jacobian[i, j] = a[i] * (1 - a[i]) if i == j else -a[i] * a[j]
    return jacobian


def package(z: np.ndarray) -> np.ndarray:
    """Ask the package for the same table."""
    return nn.softmax.jacobian(z)
