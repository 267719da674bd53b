"""Is a gradient right? Compare it with differences of the function that it claims to describe."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.shapes import Array, Numbers, as_finite_float64, float_between, require_same_shape

ScalarFunction: TypeAlias = Callable[[Float[Array, "..."]], Numbers]
Index: TypeAlias = tuple[int, ...] | None
Moves: TypeAlias = Iterator[tuple[Index, Float[Array, "..."]]]

DEFAULT_STEP = float(np.finfo(np.float64).eps) ** (1 / 3)
"""About 6e-6. A central difference over a step h is wrong by about h**2, because the function
bends, plus eps / h, because its values are rounded. The sum is least near h = eps**(1/3)."""


@dataclass(frozen=True)
class GradientReport:
    """Where a gradient and the differences disagree most.

    Attributes:
        relative_error: |analytic - numeric| divided by the larger of the two, or by 6e-6 times
            the function's value where both are smaller: differences cannot resolve less.
        index: The entry of the point, or None for a random direction.
        analytic: The slope that the gradient claims there.
        numeric: The slope that the differences show.
        step: How far the point was moved to either side.

    Example:
        >>> report = nn.gradient_check(lambda z: (z**2).sum(), [3.0], [6.0])
        >>> report.index, report.analytic, round(report.numeric, 6)
        ((0,), 6.0, 6.0)

    Chapter: backpropagation.
    """

    relative_error: float
    index: Index
    analytic: float
    numeric: float
    step: float

    def __str__(self) -> str:
        """Return the report as one line."""
        return (
            f"largest relative error {self.relative_error:.1e} {_place(self.index)}: "
            f"analytic {self.analytic:.9g}, numeric {self.numeric:.9g}, step {self.step:.1e}"
        )


def gradient_check(
    function: ScalarFunction,
    point: Numbers,
    gradient: Numbers,
    *,
    step: float = DEFAULT_STEP,
    rng: np.random.Generator | None = None,
) -> GradientReport:
    """Compare a gradient with central differences.

    A right gradient of a smooth function has a relative error below 1e-4, mostly far below. A wrong
    sign gives 2, a forgotten factor of 2 gives 0.5. Keep away from kinks, such as a ReLU at 0.

    Args:
        function: Takes an array like ``point``, returns one float64 number.
        point: Where the gradient was taken, in float64.
        gradient: The gradient to check, in the shape of ``point``.
        step: Size of the move, relative to the entry moved where that is larger than 1.
        rng: With a generator, the slope along one random direction is compared, at the cost of two
            function calls. Without, every entry is, at the cost of two calls each.

    Returns:
        The place of largest relative error.

    Raises:
        InputTypeError: If numbers are not real, or coarser than float64.
        InputValueError: If a number is NaN or infinite, or ``step`` too small to move the point.
        ShapeError: If shapes differ, the point is empty, or the function returns an array.

    Example:
        >>> z = np.array([0.5, -1.0])
        >>> right = nn.gradient_check(lambda z: nn.tanh(z).sum(), z, nn.tanh.derivative(z))
        >>> wrong = nn.gradient_check(lambda z: nn.tanh(z).sum(), z, -nn.tanh.derivative(z))
        >>> right.relative_error < 1e-9, round(wrong.relative_error, 6)
        (True, 2.0)

    Chapter: backpropagation.
    """
    center = as_finite_float64("point", point)
    claimed = as_finite_float64("gradient", gradient)
    require_same_shape("gradient", claimed, "point", center)
    size = float_between("step", step, 0.0, math.inf, f"The default is {DEFAULT_STEP:.1e}.")
    moves = _entry_by_entry(center, size) if rng is None else _at_random(center, size, rng)
    reports = [_compare(function, center, claimed, index, move) for index, move in moves]
    return max(reports, key=lambda report: report.relative_error)


def _entry_by_entry(center: Float[Array, "*shape"], step: float) -> Moves:
    for index in np.ndindex(center.shape):
        move = np.zeros_like(center)
        move[index] = step * max(1.0, abs(float(center[index])))
        yield index, move


def _at_random(center: Float[Array, "*shape"], step: float, rng: np.random.Generator) -> Moves:
    direction = rng.standard_normal(center.shape)
    length = step * max(1.0, float(np.abs(center).max()))
    yield None, np.asarray(direction * (length / np.linalg.norm(direction)))


def _compare(
    function: ScalarFunction,
    center: Float[Array, "*shape"],
    gradient: Float[Array, "*shape"],
    index: Index,
    move: Float[Array, "*shape"],
) -> GradientReport:
    low, high = np.asarray(center - move), np.asarray(center + move)
    # Rounding shifts both points a little. The gradient is applied to the move really made.
    moved = high - low
    length = float(np.linalg.norm(moved))
    if length == 0:
        got, expected = "a move lost in rounding", f"about {DEFAULT_STEP:.1e}"
        raise InputValueError(argument="step", got=got, expected=expected, hint="Enlarge it.")
    below, above = _evaluate(function, low, index), _evaluate(function, high, index)
    numeric = (above - below) / length
    analytic = float(np.sum(gradient * moved)) / length
    scale = max(1.0, float(np.abs(center[move != 0]).max()))
    resolved = DEFAULT_STEP * max(abs(below), abs(above)) / scale
    error = abs(analytic - numeric)
    relative = 0.0 if error == 0 else error / max(abs(analytic), abs(numeric), resolved)
    return GradientReport(relative, index, analytic, numeric, length / 2)


def _evaluate(function: ScalarFunction, point: Float[Array, "..."], index: Index) -> float:
    argument = f"function(point), with point moved {_place(index)}"
    value = as_finite_float64(argument, function(point))
    if value.shape != ():
        hint = "Sum or average inside the function."
        raise ShapeError(argument, f"shape {value.shape}", "one number, shape ()", hint)
    return float(value)


def _place(index: Index) -> str:
    return "in a random direction" if index is None else f"at index {index}"
