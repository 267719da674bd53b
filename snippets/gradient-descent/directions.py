"""Transcribes directions.tex: a step, seen along the axes of the bowl."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the Hessian of a bowl, a distance from its bottom, and a rate."""
    x = rng.normal(size=(6, 3))
    away = rng.normal(size=3)
    return {"h": x.T @ x / 6, "away": away, "rate": rng.uniform(0.1, 1)}


def equation(h: np.ndarray, away: np.ndarray, rate: float) -> np.ndarray:
    r"""Shrink the distance along each axis by a factor of its own.

    u_{i} \to (1 - \eta \cdot \lambda_{i}) \cdot u_{i}
    """
    curvatures, axes = np.linalg.eigh(h)
    moved = np.zeros(3)
    for i in range(3):
        u = sum(axes[k, i] * away[k] for k in range(3))
        moved += (1 - rate * curvatures[i]) * u * axes[:, i]
    return moved


def package(h: np.ndarray, away: np.ndarray, rate: float) -> np.ndarray:
    """Take one step of the optimizer; the gradient is h times away."""
    optimizer = nn.SGD(rate)
    return optimizer.step(away, h @ away, optimizer.start(away))[0]
