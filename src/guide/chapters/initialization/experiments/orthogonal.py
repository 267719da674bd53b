"""How much the length of a row changes on its way through many linear layers."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

WIDTH = 32
DEPTH = 40


@dataclass(frozen=True)
class Lengths:
    """The length of a row behind each of 40 linear layers, where it begins at 1.

    Attributes:
        lecun, orthogonal: Quartiles over the networks, for layer 0 to 40.
        lecun[-1, 0]: First quartile of the length by LeCun's rule, behind the last layer.
        lecun[-1, 1]: Median length by LeCun's rule, behind the last layer.
        lecun[-1, 2]: Third quartile of the length by LeCun's rule, behind the last layer.
        off: The largest distance from 1 of any length through orthogonal layers.
    """

    lecun: Float[Array, "depths 3"]
    orthogonal: Float[Array, "depths 3"]
    off: float


@experiment
def lengths(seeds: int = 100) -> Lengths:
    """Send a row of length 1 through 40 linear layers of 32 units, by two rules."""
    walks = [_walk(rule, seeds) for rule in (nn.LeCun(), nn.orthogonal)]
    lecun, orthogonal = (quartiles(walk) for walk in walks)
    return Lengths(lecun, orthogonal, float(np.abs(walks[1] - 1).max()))


def _walk(rule: nn.Initialization, seeds: int) -> Float[Array, "depths networks"]:
    rng = np.random.default_rng(0)
    row = rng.standard_normal((seeds, 1, WIDTH))
    row /= np.linalg.norm(row, axis=-1, keepdims=True)
    found = [np.linalg.norm(row, axis=-1)[:, 0]]
    for _ in range(DEPTH):
        row = row @ rule((seeds, WIDTH, WIDTH), rng=rng)
        found.append(np.linalg.norm(row, axis=-1)[:, 0])
    return np.array(found)
