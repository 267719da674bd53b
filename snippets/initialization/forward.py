"""Transcribes forward.tex: one unit, with all weights there could be."""

from itertools import product

import numpy as np

import nnbyhand as nn

N_IN = 4


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw four inputs, and two opposite values that each weight may have."""
    return {"a": rng.normal(loc=1, size=N_IN), "s": rng.uniform(0.1, 2)}


def equation(a: np.ndarray, s: float) -> float:
    r"""Multiply number of inputs, variance of a weight, mean square of inputs.

    \operatorname{Var}[z] = n_{\text{in}} \cdot \operatorname{Var}[w]
    \cdot \operatorname{E}\left[a^{2}\right]
    """
    of_w = (s**2 + (-s) ** 2) / 2
    of_a = sum(value**2 for value in a) / N_IN
    return N_IN * of_w * of_a


def package(a: np.ndarray, s: float) -> float:
    """Take the variance of the sums of all 16 units there could be."""
    units = np.array(list(product((-s, s), repeat=N_IN))).T
    return nn.linear(a @ units).var()
