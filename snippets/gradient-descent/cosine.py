"""Transcribes cosine.tex: step by step, against the schedule."""

import numpy as np

import nnbyhand as nn


def inputs(rng: np.random.Generator) -> dict[str, float]:
    """Draw the first rate and the number of steps."""
    return {"first": rng.uniform(0.01, 2), "last": int(rng.integers(1, 30))}


def equation(first: float, last: int) -> np.ndarray:
    r"""Compute the rate of each step.

    \eta_{t} = \frac{\eta_{0}}{2} \cdot
    \left(1 + \operatorname{cos}\left(\frac{\pi \cdot t}{T}\right)\right)
    """
    rates = [first / 2 * (1 + np.cos(np.pi * t / last)) for t in range(last)]
    return np.array(rates)


def package(first: float, last: int) -> np.ndarray:
    """Ask the schedule."""
    schedule = nn.CosineDecay(first, steps=last)
    return np.array([schedule(t) for t in range(last)])
