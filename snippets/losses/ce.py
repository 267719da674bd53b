"""Transcribes ce.tex: the sum over classes, term by term."""

import math

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw two rows of four shares: the outputs and the targets."""
    return {name: rng.dirichlet(np.ones(4)) for name in ("a", "y")}


def equation(a: np.ndarray, y: np.ndarray) -> float:
    r"""Add up the surprises of one row, each times its target.

    \operatorname{CE}(a) = -\sum_{k=1}^{K} y_{k} \cdot \log a_{k}
    """
    return -sum(y[k] * math.log(a[k]) for k in range(4))


def package(a: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Give the package a batch of this one row."""
    return nn.cross_entropy(a[None], y[None])
