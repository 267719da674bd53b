"""Transcribes balance.tex: the variance of weights that it asks for."""

import numpy as np

import nnbyhand as nn

KNOWN = (nn.sigmoid, nn.tanh, nn.relu, nn.gelu)


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Draw a number of units and an activation."""
    return {"n": int(rng.integers(1, 500)), "which": int(rng.integers(4))}


def equation(n: int, which: int) -> np.ndarray:
    r"""Solve for the variance, with the average as a sum over thin strips.

    n \cdot \mathrm{Var}[w] \cdot \mathrm{E}\left[g'(z)^{2}\right] = 1
    """
    z = (np.arange(-80_000, 80_000) + 0.5) / 10_000
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    square = np.sum(density * KNOWN[which].derivative(z) ** 2) / 10_000
    return np.array(1 / (n * square))


def package(n: int, which: int) -> np.ndarray:
    """Square the deviation that the package's gain gives the weights."""
    rule = nn.LeCun(gain=nn.gain(KNOWN[which], backward=True))
    return np.array((rule.gain * rule.std(n, n)) ** 2)
