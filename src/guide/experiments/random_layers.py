"""Rows sent through layers of random weights, and blame sent back, for any scale and depth."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.spread import quartiles
from nnbyhand.shapes import Array

UNITS = 16
DEEPEST = 20


@dataclass(frozen=True)
class Sent:
    """What random layers make of a row, and of blame that comes back.

    Attributes:
        sums: Root mean square of the sums z of layers 0 to `depth`: quartiles over the networks.
        blame: Length of the blame in layers 0 to `depth`, over that in the last: quartiles.
    """

    sums: Float[Array, "layers 3"]
    blame: Float[Array, "layers 3"]


def sent(activation: nn.Elementwise, gain: float, depth: int, networks: int = 21) -> Sent:
    """Send rows of standard normal sums through random layers of 16 units, and blame back.

    Weights have a standard deviation of `gain` over the root of 16. All depths and gains share
    their draws, so that nothing else changes when one of them does.
    """
    rng = np.random.default_rng(0)
    z, end = rng.normal(size=(2, networks, 1, UNITS))
    drawn = rng.normal(size=(DEEPEST, networks, UNITS, UNITS))
    weights = gain / np.sqrt(UNITS) * drawn[:depth]
    sums = [z]
    for layer in weights:
        sums.append(activation(sums[-1]) @ layer)
    blame = [end / np.linalg.norm(end, axis=-1, keepdims=True)]
    for layer, before in zip(weights[::-1], sums[-2::-1], strict=True):
        blame.append(blame[-1] @ layer.mT * activation.derivative(before))
    sizes = np.sqrt(np.mean(np.square(sums), axis=(2, 3)))
    lengths = np.linalg.norm(blame[::-1], axis=(2, 3))
    return Sent(quartiles(sizes), quartiles(lengths))
