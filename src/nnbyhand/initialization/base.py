"""What weights may start from, whatever the size of the layer: one number, or random numbers."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.shapes import Array, float_between

_POSITIVE = "For weights that are all 0 there is nn.zeros."


class Initialization(ABC):
    """A rule that draws the weights of a dense layer. Biases start from 0 whatever the rule.

    Example:
        >>> class Ones(Initialization):
        ...     def __call__(self, shape, *, rng):
        ...         return np.ones(shape)
        >>> Ones()((1, 2), rng=np.random.default_rng(0))
        array([[1., 1.]])

    Chapter: initialization.
    """

    @abstractmethod
    def __call__(self, shape: tuple[int, ...], *, rng: np.random.Generator) -> Float[Array, "..."]:
        """Draw weights.

        Args:
            shape: (*networks, inputs, outputs); every network of an ensemble gets its own draw.
            rng: Where the randomness comes from.

        Returns:
            The weights, in float64.
        """


@dataclass(frozen=True)
class Constant(Initialization):
    """Every weight the same. All units of a layer then learn the same, and stay equal.

    Raises:
        InputValueError: If ``value`` is not finite.

    Example:
        >>> Constant(0.5)((1, 2), rng=np.random.default_rng(0))
        array([[0.5, 0.5]])

    Chapter: initialization.
    """

    value: float | int

    def __call__(
        self,
        shape: tuple[int, ...],
        *,
        rng: np.random.Generator,
    ) -> Float[Array, "..."]:
        """Fill the shape with the value, as `Initialization` says."""
        return np.full(shape, float(self.value))

    def __post_init__(self) -> None:
        """Check the value."""
        float_between("value", self.value, -math.inf, math.inf, "Weights start from finite values.")


@dataclass(frozen=True)
class Normal(Initialization):
    """Normally distributed around 0, with the same spread whatever the layer's size.

    Attributes:
        std: Standard deviation.

    Raises:
        InputValueError: If ``std`` is not above 0 and finite.

    Example:
        >>> Normal(std=0.01)((2, 3), rng=np.random.default_rng(0)).shape
        (2, 3)

    Chapter: initialization.
    """

    std: float | int

    def __call__(self, shape: tuple[int, ...], *, rng: np.random.Generator) -> Float[Array, "..."]:
        """Draw from N(0, std**2), as `Initialization` says."""
        return self.std * rng.standard_normal(shape)

    def __post_init__(self) -> None:
        """Check the spread."""
        float_between("std", self.std, 0.0, math.inf, _POSITIVE)


@dataclass(frozen=True)
class Uniform(Initialization):
    """Evenly distributed from -limit to limit, whatever the layer's size.

    Attributes:
        limit: The largest size of a weight.

    Raises:
        InputValueError: If ``limit`` is not above 0 and finite.

    Example:
        >>> Uniform(limit=0.5)((2, 3), rng=np.random.default_rng(0)).shape
        (2, 3)

    Chapter: initialization.
    """

    limit: float | int

    def __call__(self, shape: tuple[int, ...], *, rng: np.random.Generator) -> Float[Array, "..."]:
        """Draw from U(-limit, limit), as `Initialization` says."""
        return rng.uniform(-self.limit, self.limit, shape)

    def __post_init__(self) -> None:
        """Check the limit."""
        float_between("limit", self.limit, 0.0, math.inf, _POSITIVE)


zeros = Constant(0.0)
