"""Transcribes clip.tex: number by number, against the package."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw a gradient and a limit, which it exceeds or not."""
    return {"g": rng.normal(size=5), "c": rng.uniform(0.5, 5)}


def equation(g: np.ndarray, c: float) -> np.ndarray:
    r"""Shorten the gradient; epsilon is 1e-6.

    \hat{g} = g \cdot
    \min\left(1, \frac{c}{\lVert g \rVert + \varepsilon}\right)
    """
    norm = np.sqrt(sum(entry * entry for entry in g))
    return np.array([entry * min(1, c / (norm + 1e-6)) for entry in g])


def package(g: np.ndarray, c: float) -> np.ndarray:
    """Clip by the norm."""
    return nn.clip_by_norm(g, limit=c)
