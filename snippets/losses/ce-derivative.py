"""Transcribes ce-derivative.tex: one share after the other."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw two rows of four shares: the outputs and the targets."""
    return {name: rng.dirichlet(np.full(4, 3.0)) for name in ("a", "y")}


def equation(a: np.ndarray, y: np.ndarray) -> np.ndarray:
    r"""Divide each target by its share.

    \frac{\partial \operatorname{CE}}{\partial a_{k}} = -\frac{y_{k}}{a_{k}}
    """
    return np.array([-y[k] / a[k] for k in range(4)])


def package(a: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Ask the package for the slopes of a batch of this one row."""
    return nn.cross_entropy.gradient(a[None], y[None])[0]
