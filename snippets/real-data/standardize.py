"""Transcribes standardize.tex: later rows, scaled by the training rows."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Draw one column of training rows, and three later rows."""
    column = rng.normal(5, 2, size=11)
    return {"train": column[:8], "later": column[8:]}


def equation(train: np.ndarray, later: np.ndarray) -> np.ndarray:
    r"""Measure mean and deviation of the training rows in loops.

    \tilde{x}_{i} = \frac{x_{i} - \mu}{s}
    """
    mu = sum(train) / 8
    s = (sum((value - mu) ** 2 for value in train) / 8) ** 0.5
    return np.array([(later[i] - mu) / s for i in range(3)])


def package(train: np.ndarray, later: np.ndarray) -> np.ndarray:
    """Fit the package's scaler on the same rows."""
    return nn.Standardizer.fit(train[:, None])(later[:, None])[:, 0]
