"""Transcribes product.tex: all pairs of two lists, each as likely."""

import numpy as np


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the values that w may have, and those that a may have."""
    return {"w": rng.normal(size=4), "a": rng.normal(loc=1, size=5)}


def equation(w: np.ndarray, a: np.ndarray) -> float:
    r"""Multiply the mean squares, one list at a time.

    \operatorname{E}\left[(w a)^{2}\right]
    = \operatorname{E}\left[w^{2}\right]
    \cdot \operatorname{E}\left[a^{2}\right]
    """
    of_w = sum(value**2 for value in w) / len(w)
    of_a = sum(value**2 for value in a) / len(a)
    return of_w * of_a


def package(w: np.ndarray, a: np.ndarray) -> float:
    """Take the mean square of all products."""
    return (np.outer(w, a) ** 2).mean()
