"""Transcribes half.tex: normal sums of any variance."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw the standard deviation of the sums."""
    return {"s": rng.uniform(0.1, 3)}


def equation(s: float) -> float:
    r"""Halve the variance of the sums.

    \operatorname{E}\left[\operatorname{ReLU}(z)^{2}\right]
    = \frac{1}{2} \cdot \operatorname{Var}[z]
    """
    return s**2 / 2


def package(s: float) -> float:
    """Take 1 / gain**2, the mean square for s = 1; ReLU scales with s."""
    return s**2 / nn.gain(nn.relu) ** 2
