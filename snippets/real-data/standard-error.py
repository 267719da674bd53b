"""Transcribes standard-error.tex: against all possible test results."""

import math

import numpy as np


def inputs(rng: np.random.Generator) -> dict[str, float | int]:
    """Draw how often a model is right, and how large the test is."""
    return {"p": rng.uniform(0.05, 0.95), "m": int(rng.integers(1, 40))}


def equation(p: float, m: int) -> float:
    r"""Compute the spread from the formula.

    s_{m} = \sqrt{\frac{p \cdot (1 - p)}{m}}
    """
    return math.sqrt(p * (1 - p) / m)


def package(p: float, m: int) -> float:
    """Weigh every share of right answers by its probability."""
    right = range(m + 1)
    chance = [math.comb(m, k) * p**k * (1 - p) ** (m - k) for k in right]
    mean = sum(chance[k] * k / m for k in right)
    return math.sqrt(sum(chance[k] * (k / m - mean) ** 2 for k in right))
