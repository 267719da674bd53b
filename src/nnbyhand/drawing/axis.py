"""An axis of a drawing: from numbers to pixels, with round numbers for its ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import InputValueError
from nnbyhand.shapes import Array

_ROUND = (1, 2, 5, 10)
_INTERVALS = 4
_SLACK = 1e-9  # of an interval: a tick on the edge counts, however it was rounded
_LARGEST_PLAIN, _MOST_DECIMALS = 1e5, 4
CLOSEST = 1e-300
"""Numbers that are closer together leave floats no room for ticks between them."""


@dataclass(frozen=True)
class Axis:
    """A straight scale. Larger numbers may lie at smaller pixels, as they do on a y axis.

    Attributes:
        low: The number at its beginning.
        high: The number at its end, larger than ``low``.
        start: Where it begins, in pixels.
        end: Where it ends, in pixels.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, values: Float[Array, "*shape"]) -> Float[Array, "*shape"]:
        """Return where numbers lie, in pixels."""
        share: Array = (values - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    @property
    def step(self) -> float:
        """The distance between ticks: 1, 2 or 5 times a power of ten, four intervals or fewer."""
        least = (self.high - self.low) / _INTERVALS
        power = 10.0 ** math.floor(math.log10(least))
        return next(m * power for m in _ROUND if m * power >= least * (1 - _SLACK))

    @property
    def ticks(self) -> tuple[float, ...]:
        """The multiples of the step that lie on the axis."""
        first = math.ceil(self.low / self.step - _SLACK)
        last = math.floor(self.high / self.step + _SLACK)
        return tuple(number * self.step for number in range(first, last + 1))

    def label(self, tick: float) -> str:
        """Return a tick as text, with the decimals that the step needs."""
        decimals = max(0, -math.floor(math.log10(self.step) + _SLACK))
        largest = max(abs(self.low), abs(self.high))
        plain = largest < _LARGEST_PLAIN and decimals <= _MOST_DECIMALS
        text = f"{tick:.{decimals}f}" if plain else f"{tick:.4g}"
        return text.replace("-", "−") if float(text) else "0"


def limits(argument: str, values: Float[Array, "..."], margin: float) -> tuple[float, float]:
    """Return between which numbers an axis runs, so that it shows all of the finite values.

    Args:
        argument: Name of the values, for the error message.
        values: Numbers; those that are not finite do not count.
        margin: How much further it runs to either side, as a share of their range.

    Returns:
        The two ends. Where all values are equal, the axis runs half a unit to either side, or half
        their size if that is more.

    Raises:
        InputValueError: If no value is finite, or they are too far apart for floats.
    """
    finite = values[np.isfinite(values)].astype(np.float64)
    if finite.size == 0:
        hint = "There is nothing to draw; look at the numbers first."
        raise InputValueError(argument, "no finite number", "at least one", hint)
    low, high = float(finite.min()), float(finite.max())
    spread = high - low
    apart = spread >= max(abs(high) * _SLACK, CLOSEST)
    extra = spread * margin if apart else max(0.5, abs(high) / 2)
    start, end = low - extra, high + extra
    if not math.isfinite(end - start):
        hint = "Draw their logarithm."
        raise InputValueError(argument, f"{low:g} to {high:g}", "numbers less far apart", hint)
    return start, end
