"""Transcribes gain.tex: the mean over a bell curve, cut into thin strips."""

import numpy as np

import nnbyhand as nn

ACTIVATIONS = (nn.linear, nn.sigmoid, nn.tanh, nn.gelu, nn.silu)


def inputs(rng: np.random.Generator) -> dict[str, int]:
    """Choose an activation without a corner, where thin strips are exact."""
    return {"which": int(rng.integers(len(ACTIVATIONS)))}


def equation(which: int) -> float:
    r"""Weigh the squares by the height of the bell curve.

    g = \frac{1}{\sqrt{\operatorname{E}\left[f(z)^{2}\right]}}
    """
    places = np.linspace(-12, 12, 2401)
    heights = np.exp(-(places**2) / 2)
    f = ACTIVATIONS[which]
    squares = sum(h * f(z) ** 2 for z, h in zip(places, heights, strict=True))
    return 1 / np.sqrt(squares / sum(heights))


def package(which: int) -> float:
    """Ask the package."""
    return nn.gain(ACTIVATIONS[which])
