"""Transcribes multiplications.tex: the formula against a pass that counts."""

from typing import ClassVar

import numpy as np

import nnbyhand as nn


class Weight(float):
    """A number that notes each time it multiplies."""

    used: ClassVar[list[float]] = []

    def __rmul__(self, other: float) -> float:
        Weight.used.append(self)
        return float(self) * other


def inputs(rng: np.random.Generator) -> dict[str, object]:
    """Draw the widths of a network of 1 to 3 layers, and the batch."""
    n = rng.integers(1, 5, size=rng.integers(2, 5)).tolist()
    return {"n": n, "m": int(rng.integers(1, 5))}


def equation(n: list[int], m: int) -> int:
    r"""Count by the formula.

    M = m \cdot \sum_{l=1}^{L} n_{l-1} \cdot n_{l}
    """
    return m * sum(n[i - 1] * n[i] for i in range(1, len(n)))


def package(n: list[int], m: int) -> int:
    """Send a batch through the network's weights, and count."""
    network = nn.MLP(n, rng=np.random.default_rng(0))
    a = np.ones((m, n[0]), dtype=object)
    Weight.used.clear()
    for weights, biases in filter(None, network.arrays):
        noting = [[Weight(w) for w in row] for row in weights.tolist()]
        a = a @ np.array(noting, dtype=object) + biases
    return len(Weight.used)
