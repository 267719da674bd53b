"""What a forward pass costs, counted on networks of the package. Nothing here reads a clock."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

import nnbyhand as nn
from guide.experiments.cache import experiment
from nnbyhand.shapes import Array

FACTORS = (1, 2, 4, 8, 16)
"""By how much width, depth or batch grows."""


@dataclass(frozen=True)
class Cost:
    """What a network and one pass through it amount to.

    Attributes:
        weights: How many weights it learns.
        biases: How many biases it learns.
        multiplications: Of a weight by what comes in, over the whole batch.
        cached: Numbers that the pass keeps for the way back.
    """

    weights: int
    biases: int
    multiplications: int
    cached: int

    @property
    def parameters(self) -> int:
        """All numbers that it learns."""
        return self.weights + self.biases


def cost_of(widths: Sequence[int], batch: int) -> Cost:
    """Build a network, send zeros through it, and count its numbers and those that it keeps."""
    rng = np.random.default_rng(0)  # what it draws does not matter
    network = nn.MLP(widths, hidden=nn.relu, output=nn.sigmoid, rng=rng, dtype=np.float32)
    weights = int(network.weight_mask.sum())
    made = network.forward(np.zeros((batch, widths[0])))
    kept = {id(array): array for cache in made.caches for array in _arrays(cache)}
    cached = sum(array.size for array in kept.values()) - made.outputs.size
    # In a dense layer, every weight meets every example once.
    return Cost(weights, network.parameter_count - weights, batch * weights, cached)


def _arrays(cache: object) -> Sequence[Float[Array, "..."]]:
    return [cache] if isinstance(cache, np.ndarray) else list(cache)  # type: ignore[call-overload]


def reading(batch: int = 1) -> Cost:
    """Count the numbers of a network of 3, 4, 4 and 2 units and those of one example's pass."""
    return cost_of((3, 4, 4, 2), batch)


def small_network(batch: int = 1) -> Cost:
    """Count the numbers of the network of two switches and those of one row's pass."""
    return cost_of((2, 2, 1), batch)


@dataclass(frozen=True)
class Growth:
    """The cost of a pass when one thing at a time grows, for each of `FACTORS`.

    Attributes:
        width, depth, batch: The cost when only this grows. At first the network has 64 inputs, 4
            hidden layers of 64 units and 10 outputs, and the batch 32 examples.
        start.multiplications: Multiplications of a pass before anything grows.
    """

    width: tuple[Cost, ...]
    depth: tuple[Cost, ...]
    batch: tuple[Cost, ...]

    @property
    def start(self) -> Cost:
        """The cost before anything grows."""
        return self.batch[0]

    @property
    def width_16(self) -> float:
        """How many times as many multiplications 16 times the width costs."""
        return self.width[-1].multiplications / self.start.multiplications

    @property
    def depth_16(self) -> float:
        """How many times as many multiplications 16 times the hidden layers cost."""
        return self.depth[-1].multiplications / self.start.multiplications

    @property
    def batch_16(self) -> float:
        """How many times as many multiplications 16 times the batch costs."""
        return self.batch[-1].multiplications / self.start.multiplications


@experiment
def growth() -> Growth:
    """Count the cost of a pass for 1 to 16 times the width, the hidden layers and the batch."""
    return Growth(
        tuple(cost_of(_widths(hidden=4, width=64 * factor), 32) for factor in FACTORS),
        tuple(cost_of(_widths(hidden=4 * factor, width=64), 32) for factor in FACTORS),
        tuple(cost_of(_widths(hidden=4, width=64), 32 * factor) for factor in FACTORS),
    )


def _widths(hidden: int, width: int) -> list[int]:
    return [64, *[width] * hidden, 10]
