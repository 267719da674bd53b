"""Transcribes mean-gradient.tex: every loss, example by example."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw six outputs between 0 and 1, and labels."""
    return {"a": rng.uniform(0.01, 0.99, 6), "y": rng.integers(0, 2, 6)}


def equation(a: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, ...]:
    r"""Divide the slope of each example by the number of examples.

    \frac{\partial J}{\partial a_{i}}
    = \frac{1}{m} \cdot \operatorname{slope}(a_{i}, y_{i})
    """
    slopes = (
        lambda a, y: 2 * (a - y),
        lambda a, y: a - y,
        lambda a, y: 1 if a > y else -1,
        lambda a, y: (a - y) / (a * (1 - a)),
    )
    return tuple(
        np.array([slope(a[i], y[i]) / 6 for i in range(6)]) for slope in slopes
    )


def package(a: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, ...]:
    """Give all examples at once, each in a row."""
    a, y = a[:, None], y[:, None]
    gradients = (
        nn.mse.gradient(a, y),
        nn.half_mse.gradient(a, y),
        nn.mae.gradient(a, y),
        nn.binary_cross_entropy.gradient(a, y),
    )
    return tuple(gradient[:, 0] for gradient in gradients)
