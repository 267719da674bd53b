"""Transcribes critical.tex: the condition, against many steps."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw the Hessian of a bowl, and rates on both sides of the limit."""
    x = rng.normal(size=(6, 3))
    h = x.T @ x / 6
    return {"h": h, "rate": rng.uniform(0.1, 4) / np.linalg.eigvalsh(h)[-1]}


def equation(h: np.ndarray, rate: float) -> np.ndarray:
    r"""Ask for the largest curvature.

    0 < \eta < \frac{2}{\lambda_{\text{max}}}
    """
    largest = max(np.linalg.eigvalsh(h))
    return np.array(0 < rate < 2 / largest)


def package(h: np.ndarray, rate: float) -> np.ndarray:
    """Take 300 steps from where every axis counts: near the bottom?"""
    optimizer, away = nn.SGD(rate), np.linalg.eigh(h)[1].sum(axis=1)
    state, start = optimizer.start(away), np.linalg.norm(away)
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(300):
            away, state = optimizer.step(away, h @ away, state)
    return np.array(np.linalg.norm(away) < start)
