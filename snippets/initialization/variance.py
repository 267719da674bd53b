"""Transcribes variance.tex: numbers that are as likely as each other."""

import numpy as np


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw five numbers."""
    return {"w": rng.normal(size=5)}


def equation(w: np.ndarray) -> float:
    r"""Take the mean of the squared distances from the mean.

    \operatorname{Var}[w]
    = \operatorname{E}\left[(w - \operatorname{E}[w])^{2}\right]
    """
    mean = sum(w) / len(w)
    return sum((number - mean) ** 2 for number in w) / len(w)


def package(w: np.ndarray) -> float:
    """Ask NumPy."""
    return w.var()
