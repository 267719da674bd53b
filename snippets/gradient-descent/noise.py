"""Transcribes noise.tex: the formula, against all batches there are."""

from itertools import product

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw three examples of a line, and a batch size."""
    return {"x": rng.normal(size=3), "y": rng.normal(size=3)} | {
        "size": int(rng.integers(1, 5))
    }


def equation(x: np.ndarray, y: np.ndarray, size: int) -> np.ndarray:
    r"""Divide the noise of single examples by the root of the batch size.

    \operatorname{noise}(B) = \frac{\operatorname{noise}(1)}{\sqrt{B}}
    """
    slopes = [-y[i] * x[i] for i in range(3)]  # of half (0 x - y) squared
    mean = sum(slopes) / 3
    single = np.sqrt(sum((slope - mean) ** 2 for slope in slopes) / 3)
    return np.array(single / np.sqrt(size))


def package(x: np.ndarray, y: np.ndarray, size: int) -> np.ndarray:
    """Go through every batch, drawn with repetition."""
    away = []
    whole = nn.half_mse.gradient(np.zeros((3, 1)), y[:, None])[:, 0] @ x
    for batch in product(range(3), repeat=size):
        rows = list(batch)
        upstream = nn.half_mse.gradient(np.zeros((size, 1)), y[rows, None])
        away.append(upstream[:, 0] @ x[rows] - whole)
    return np.array(np.sqrt(np.mean(np.square(away))))
