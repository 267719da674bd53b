"""A network with two baselines beside it, and the examples that networks get wrong."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.shapes import Array, NDArray


@dataclass(frozen=True)
class Compared:
    """What three models reach.

    Attributes:
        network, linear, neighbor: A number for each split, and for each start of a network.
    """

    network: Float[Array, "*splits"]
    linear: Float[Array, " splits"]
    neighbor: Float[Array, " splits"]

    @property
    def median(self) -> dict[str, float]:
        """The median of each model."""
        return {name: float(np.median(numbers)) for name, numbers in self._models().items()}

    @property
    def mean(self) -> dict[str, float]:
        """The mean of each model."""
        return {name: float(numbers.mean()) for name, numbers in self._models().items()}

    def _models(self) -> dict[str, Float[Array, "*splits"]]:
        return {"network": self.network, "linear": self.linear, "neighbor": self.neighbor}


@dataclass(frozen=True)
class Missed:
    """How often networks get the examples of a data set wrong.

    Attributes:
        never: How many examples no network gets wrong.
        hard: How many examples most networks get wrong.
        hard_share: Percent of all mistakes that the hard examples account for.
    """

    never: int
    hard: int
    hard_share: float

    @classmethod
    def counted(
        cls, misses: Int[NDArray[np.integer], " rows"], asked: Int[NDArray[np.integer], " rows"]
    ) -> "Missed":
        """Count from how many networks were wrong about each example, of how many asked."""
        hard = 2 * misses > asked
        share = 100 * float(misses[hard].sum() / misses.sum())
        return cls(int((misses == 0).sum()), int(hard.sum()), share)
