"""Transcribes dropout-mask.tex: one unit after the other."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, np.ndarray | float | int]:
    """Draw the outputs of six units, a rate and a seed."""
    rate, seed = rng.uniform(0.1, 0.9), int(rng.integers(1000))
    return {"a": rng.normal(size=6), "p": rate, "seed": seed}


def equation(a: np.ndarray, p: float, seed: int) -> np.ndarray:
    r"""Toss a coin per unit; keep it with probability 1 - p.

    \tilde{a}_{j} = \frac{r_{j}}{1 - p} \, a_{j}
    """
    coins = np.random.default_rng(seed).random((1, 6))[0]
    r = [1 if coins[j] >= p else 0 for j in range(6)]
    return np.array([r[j] / (1 - p) * a[j] for j in range(6)])


def package(a: np.ndarray, p: float, seed: int) -> np.ndarray:
    """Send one example through a dropout layer in training."""
    rng = np.random.default_rng(seed)
    layer = nn.Dropout(p)
    mode = nn.Mode(training=True, rng=rng)
    return layer.forward((), (), a[None], mode).outputs[0]
