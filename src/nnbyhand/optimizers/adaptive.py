"""Optimizers that adapt the step in each parameter by itself: AdaGrad and RMSprop.

They divide by the root of past squared gradients, so that the step is about as long as the rate
in every parameter, however large or small its gradients are.

In the update rules g is the gradient of a step, s a running vector, 0 before the first step;
squares, roots and divisions go entry by entry. epsilon stands outside the root, as in PyTorch;
Keras puts it inside. The sources are listed in `nnbyhand.optimizers.facts`.
"""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass
from typing import Any

import numpy as np
from jaxtyping import Shaped

from nnbyhand.errors import InputValueError
from nnbyhand.optimizers import facts as optimizer_facts
from nnbyhand.optimizers.base import Optimizer, OptimizerState, Rate, Vector, Vectors
from nnbyhand.shapes import NDArray, float_between


@dataclass(frozen=True)
class AdaptiveOptimizer(Optimizer):
    """An optimizer that divides by a root plus epsilon, which keeps the divisor above 0.

    Chapter: optimizers.

    >>> issubclass(RMSprop, AdaptiveOptimizer)
    True

    Attributes:
        epsilon: A small number above 0 that the parameters' dtype can tell from 0.

    Raises:
        InputValueError: If ``epsilon`` is not; in ``start`` if the dtype cannot tell.
    """

    _: KW_ONLY
    epsilon: float | int = 1e-8

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        hint = "It keeps a division by 0 away; 1e-8 is usual."
        object.__setattr__(
            self, "epsilon", float_between("epsilon", self.epsilon, 0.0, math.inf, hint)
        )

    def start(
        self,
        parameters: Shaped[NDArray[Any], "..."],
        weight_mask: Shaped[NDArray[Any], "..."] | None = None,
    ) -> OptimizerState:
        """Return the state before the first step, as `Optimizer.start` does."""
        state = super().start(parameters, weight_mask)
        if parameters.dtype.type(self.epsilon) == 0:
            expected = f"a number that {parameters.dtype} can tell from 0"
            hint = "Train in float32, or enlarge epsilon."
            raise InputValueError("epsilon", f"{self.epsilon}", expected, hint)
        return state

    def _check_average(self, argument: str) -> None:
        """Check the factor of a running average and keep it as a Python float."""
        hint = "It is the part of the running average that each step keeps."
        value = float_between(argument, getattr(self, argument), 0.0, 1.0, hint)
        object.__setattr__(self, argument, value)


@dataclass(frozen=True)
class AdaGrad(AdaptiveOptimizer):
    """A rate per parameter that falls as its gradients add up.

        s     <- s + g**2
        theta <- theta - rate * g / (sqrt(s) + epsilon)

    The default of epsilon is PyTorch's; Keras starts s at 0.1 instead of 0.

    Source: Duchi, Hazan and Singer 2011, diagonal form, where epsilon is delta.

    Chapter: optimizers.

    >>> optimizer, theta = AdaGrad(rate=1.0), np.zeros(2)
    >>> optimizer.step(theta, np.array([3.0, -0.03]), optimizer.start(theta))[0].round(6)
    array([-1.,  1.])

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
    """

    rate: Rate = 0.01
    _: KW_ONLY
    epsilon: float | int = 1e-10

    name = "AdaGrad"
    slug = "adagrad"
    facts = optimizer_facts.ADAGRAD

    def _direction(self, g: Vector, vectors: Vectors, t: int) -> tuple[Vector, Vectors]:  # noqa: ARG002
        (s,) = vectors
        s = s + g**2
        return g / (np.sqrt(s) + self.epsilon), (s,)


@dataclass(frozen=True)
class RMSprop(AdaptiveOptimizer):
    """AdaGrad with a running average in the place of the sum, so that old gradients fade.

        s     <- alpha * s + (1 - alpha) * g**2
        theta <- theta - rate * g / (sqrt(s) + epsilon)

    alpha is 0.9 in the source and in Keras (as rho), 0.99 in PyTorch. s starts at 0, so the first
    step is 1 / sqrt(1 - alpha) times the rate: 3.2 times for 0.9.

    Source: Tieleman and Hinton 2012.

    Chapter: optimizers.

    >>> optimizer, theta = RMSprop(rate=1.0, alpha=0.75), np.zeros(2)
    >>> optimizer.step(theta, np.array([3.0, -0.03]), optimizer.start(theta))[0].round(5)
    array([-2.,  2.])

    Attributes:
        rate: The learning rate, as `Optimizer` says.
        epsilon: A small number above 0.
        alpha: What each step keeps of the average, strictly between 0 and 1.
    """

    rate: Rate = 0.001
    _: KW_ONLY
    alpha: float | int = 0.9

    name = "RMSprop"
    slug = "rmsprop"
    facts = optimizer_facts.RMSPROP

    def __post_init__(self) -> None:
        """Check the numbers."""
        super().__post_init__()
        self._check_average("alpha")

    def _direction(self, g: Vector, vectors: Vectors, t: int) -> tuple[Vector, Vectors]:  # noqa: ARG002
        (s,) = vectors
        s = self.alpha * s + (1 - self.alpha) * g**2
        return g / (np.sqrt(s) + self.epsilon), (s,)
