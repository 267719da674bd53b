"""Transcribes sum.tex: all pairs of two lists, each as likely."""

import numpy as np


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the values that u may have, and those that v may have."""
    return {"u": rng.normal(size=4), "v": rng.normal(loc=1, size=5)}


def equation(u: np.ndarray, v: np.ndarray) -> float:
    r"""Add the variances, one list at a time.

    \operatorname{Var}[u + v] = \operatorname{Var}[u] + \operatorname{Var}[v]
    """
    variances = []
    for values in (u, v):
        mean = sum(values) / len(values)
        squares = [(value - mean) ** 2 for value in values]
        variances.append(sum(squares) / len(values))
    return variances[0] + variances[1]


def package(u: np.ndarray, v: np.ndarray) -> float:
    """Take the variance of all sums."""
    return (u[:, None] + v).var()
