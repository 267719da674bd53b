"""What every optimizer offers: a state, and steps against a direction made of gradients.

Optimizers differ in how they make the direction; the step is the same:

    parameters <- parameters - rate * direction
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, TypeAlias

import numpy as np
from jaxtyping import Float, Shaped
from numpy.typing import DTypeLike

from nnbyhand.arguments import keep
from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.optimizers.facts import OptimizerFacts
from nnbyhand.optimizers.schedules import POSITIVE_RATE
from nnbyhand.shapes import Array, NDArray, as_reals, float_between
from nnbyhand.signatures import as_written

Rate: TypeAlias = float | int | np.floating | Array | Callable[[int], float]
"""A number, a schedule, or an array that broadcasts against the parameters: for an ensemble, a
column with one rate per network, shape (networks, 1)."""

Vector: TypeAlias = Float[Array, "*networks parameters"]
"""All parameters of a network in one row; an ensemble of networks has one row each."""

Vectors: TypeAlias = tuple[Vector, ...]
"""What an optimizer remembers: running sums or averages, in the shape of the parameters."""


@as_written
class OptimizerState(NamedTuple):
    """What an optimizer remembers between two steps.

    Attributes:
        steps: How many steps were made; a schedule is called with it.
        vectors: Running sums or averages of gradients.
        weight_mask: True where a parameter is a weight, for weight decay; None for all of them.

    Example:
        >>> from nnbyhand.optimizers.momentum import Momentum
        >>> Momentum(rate=0.1).start(np.ones(2))
        OptimizerState(steps=0, vectors=(array([0., 0.]),), weight_mask=None)

    Chapter: optimizers.
    """

    steps: int
    vectors: Vectors = ()
    weight_mask: NDArray[np.bool_] | None = None


@dataclass(frozen=True)
class Optimizer(ABC):
    """A rule that turns gradients into steps; a subclass says how it makes their direction.

    Attributes:
        name: The name as prose writes it.
        slug: The name as addresses write it.
        facts: What is known about it.
        rate: The learning rate: a positive number, a schedule, or an array of positive numbers.

    Raises:
        InputTypeError: If the rate is neither real numbers nor can be called.
        InputValueError: If a rate is not above 0 and finite.

    Example:
        >>> from nnbyhand.optimizers.momentum import SGD
        >>> optimizer = SGD(rate=0.1)
        >>> parameters = np.array([1.0, 2.0])
        >>> state = optimizer.start(parameters)
        >>> parameters, state = optimizer.step(parameters, np.array([10.0, -10.0]), state)
        >>> parameters, state.steps
        (array([0., 3.]), 1)

    Chapter: optimizers.
    """

    name: ClassVar[str]
    slug: ClassVar[str]
    facts: ClassVar[OptimizerFacts]

    rate: Rate

    def step(
        self,
        parameters: Vector,
        gradient: Vector,
        state: OptimizerState,
    ) -> tuple[Vector, OptimizerState]:
        """Return the parameters and the state after one step; shapes are not checked again.

        Args:
            parameters: The parameters before it.
            gradient: Gradient of the loss there.
            state: What ``start`` or the last step returned.
        """
        direction, vectors = self._direction(gradient, state)
        moved = parameters - self._rate_at(state.steps, parameters.dtype) * direction
        return moved, OptimizerState(state.steps + 1, vectors, state.weight_mask)

    def start(
        self,
        parameters: Shaped[NDArray[Any], "..."],
        weight_mask: Shaped[NDArray[Any], "..."] | None = None,
    ) -> OptimizerState:
        """Return the state before the first step.

        Args:
            parameters: All parameters of a network, shape (parameters,), or of an ensemble.
            weight_mask: True where a parameter is a weight, shape (parameters,). Only optimizers
                with weight decay look at it.

        Raises:
            InputTypeError: If the parameters are not floats or the mask does not hold booleans.
            ShapeError: If the rate or the mask does not fit the parameters.
        """
        _require_floats(parameters)
        _require_fitting_rate(self.rate, parameters)
        _require_fitting_mask(weight_mask, parameters)
        vectors = tuple(np.zeros_like(parameters) for _ in range(self.facts.vectors))
        return OptimizerState(0, vectors, weight_mask)

    @abstractmethod
    def _direction(self, g: Vector, state: OptimizerState) -> tuple[Vector, Vectors]:
        """Return the direction of the next step, and the vectors to remember after it."""

    def _rate_at(self, step: int, dtype: DTypeLike) -> float | Array:
        """Return the rate of a step, in a type that leaves the parameters their dtype."""
        if callable(self.rate):
            return float(self.rate(step))
        if isinstance(self.rate, np.ndarray):
            return self.rate.astype(dtype, copy=False)
        return float(self.rate)

    def __post_init__(self) -> None:
        """Check the rate and keep a number as a Python float."""
        keep(self, rate=_checked_rate(self.rate))


def _checked_rate(rate: Rate) -> Rate:
    """Return a schedule as it is, a number as a float, and an array as a read-only copy."""
    if callable(rate):
        return rate
    rates = as_reals("rate", rate)
    if rates.ndim == 0:
        return float_between("rate", rate, 0.0, math.inf, POSITIVE_RATE)
    if not ((rates > 0) & (rates < math.inf)).all():
        got, expected = f"an array from {rates.min()} to {rates.max()}", "finite numbers above 0"
        raise InputValueError("rate", got, expected, POSITIVE_RATE)
    rates = rates.copy()
    rates.setflags(write=False)
    return rates


def _require_floats(parameters: Shaped[NDArray[Any], "..."]) -> None:
    if parameters.dtype.kind != "f":
        hint = "Convert them first: parameters.astype(float)."
        raise InputTypeError("parameters", f"dtype {parameters.dtype}", "floats", hint)


def _require_fitting_rate(rate: Rate, parameters: Shaped[NDArray[Any], "..."]) -> None:
    if not isinstance(rate, np.ndarray):
        return
    try:
        fits = np.broadcast_shapes(rate.shape, parameters.shape) == parameters.shape
    except ValueError:
        fits = False
    if not fits:
        expected = f"a shape that broadcasts to {parameters.shape} as parameters has"
        hint = "For an ensemble, give one rate per network as a column: rates[:, None]."
        raise ShapeError("rate", f"shape {rate.shape}", expected, hint)


def _require_fitting_mask(
    mask: Shaped[NDArray[Any], "..."] | None, parameters: Shaped[NDArray[Any], "..."]
) -> None:
    if mask is None:
        return
    if mask.dtype != np.bool_:
        hint = "Take the mask of the network: network.weight_mask."
        raise InputTypeError("weight_mask", f"dtype {mask.dtype}", "booleans", hint)
    if mask.shape != parameters.shape[-1:]:
        expected = f"shape {parameters.shape[-1:]} as a row of parameters has"
        hint = "Give it one entry per parameter; an ensemble shares it."
        raise ShapeError("weight_mask", f"shape {mask.shape}", expected, hint)
