"""Transcribes uniform.tex: the mean of w * w from -c to c."""

import numpy as np


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw the limit."""
    return {"c": rng.uniform(0.1, 3)}


def equation(c: float) -> float:
    r"""Divide the square of the limit by 3.

    \operatorname{E}\left[w^{2}\right] = \frac{c^{2}}{3}
    """
    return c**2 / 3


def package(c: float) -> float:
    """Take the mean by a quadrature that is exact for a parabola."""
    places, shares = np.polynomial.legendre.leggauss(2)
    return np.sum(shares / 2 * (c * places) ** 2)
