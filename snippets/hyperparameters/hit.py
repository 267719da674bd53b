"""Transcribes hit.tex: one minus all misses, against adding up first hits."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the share of good values and a number of trials."""
    return {"p": rng.uniform(0.01, 0.9), "n": rng.integers(1, 20)}


def equation(p: float, n: int) -> np.ndarray:
    r"""Multiply the chances of n misses, and take the rest.

    P_{n} = 1 - (1 - p)^{n}
    """
    misses = 1.0
    for _ in range(int(n)):
        misses *= 1 - p
    return np.asarray(1 - misses)


def package(p: float, n: int) -> np.ndarray:
    """Add up the chances that the first hit comes at trial 1, 2, ... n."""
    before = np.arange(int(n))
    return nn.linear(np.sum(p * (1 - p) ** before))
