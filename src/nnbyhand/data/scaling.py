"""Inputs on one scale: each column with mean 0 and standard deviation 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.shapes import Array, Numbers, as_finite_float64, as_reals


@dataclass(frozen=True, eq=False)
class Standardizer:
    """Subtract a column's mean and divide by its standard deviation.

    Fit it on the training part only, then apply it to all parts. A mean that has seen the test
    part carries knowledge of it into the training, and the test no longer judges fairly.

    A constant column has no spread to divide by: its ``scale`` is 1, so it is shifted to 0 and
    nothing else. (Some pixels of `digits` are never inked.)

    Attributes:
        mean: The mean of each column, in its unit, float64.
        scale: The standard deviation of each column, in its unit: the root of the mean squared
            distance from the mean (divided by n, not n - 1), or 1 where that is 0. float64.

    Example:
        >>> standardizer = Standardizer.fit([[1.0, 5.0], [3.0, 5.0]])
        >>> standardizer([[1.0, 5.0], [5.0, 6.0]])
        array([[-1.,  0.],
               [ 3.,  1.]])

    Chapter: real-data.
    """

    mean: Float[Array, " inputs"]
    scale: Float[Array, " inputs"]

    @classmethod
    def fit(cls, x: Numbers) -> Standardizer:
        """Measure mean and standard deviation of each column.

        Args:
            x: The training part, shape (examples, inputs).

        Raises:
            InputTypeError: If ``x`` does not hold real numbers.
            InputValueError: If a number is NaN or infinite, or too large to be averaged.
            ShapeError: If ``x`` is no matrix, or empty.
        """
        table = as_finite_float64("x", as_reals("x", x).astype(np.float64))
        if table.ndim != 2:  # noqa: PLR2004  (examples and inputs)
            hint = "Make a column of a flat array: x.reshape(-1, 1)."
            raise ShapeError("x", f"shape {table.shape}", "shape (examples, inputs)", hint)
        constant = table.max(axis=0) == table.min(axis=0)
        with np.errstate(over="ignore", invalid="ignore"):  # seen by what comes out
            mean = np.where(constant, table[0], table.mean(axis=0))
            distance = table - mean
            # In units of the largest distance, no square is too large or too small for a float.
            largest = np.where(constant, 1, np.abs(distance).max(axis=0))
            spread = largest * np.sqrt(np.square(distance / largest).mean(axis=0))
        if not np.isfinite(spread).all():
            got, hint = f"numbers up to {np.abs(table).max():.1e}", "Choose a larger unit."
            raise InputValueError("x", got, "numbers whose sums are finite", hint)
        return cls(mean, np.where(spread > 0, spread, 1))  # a spread below every float is 0, too

    def __call__(self, x: Numbers) -> Float[Array, "*networks examples inputs"]:
        """Return (x - mean) / scale, in the shape and dtype of ``x``.

        Raises:
            InputTypeError: If ``x`` does not hold real numbers.
            ShapeError: If ``x`` has not the columns that were measured.
        """
        table = self._checked("x", x)
        return (table - self.mean.astype(table.dtype)) / self.scale.astype(table.dtype)

    def inverse(self, standardized: Numbers) -> Float[Array, "*networks examples inputs"]:
        """Return standardized * scale + mean: the way back, up to rounding.

        Raises:
            InputTypeError: If the argument does not hold real numbers.
            ShapeError: If it has not the columns that were measured.
        """
        table = self._checked("standardized", standardized)
        return table * self.scale.astype(table.dtype) + self.mean.astype(table.dtype)

    def _checked(self, argument: str, values: Numbers) -> Float[Array, "*networks examples inputs"]:
        table = as_reals(argument, values)
        if table.ndim < 2 or table.shape[-1] != len(self.mean):  # noqa: PLR2004
            expected = f"shape (..., examples, {len(self.mean)}) as in fit"
            hint = "Give the columns that were measured, in their order."
            raise ShapeError(argument, f"shape {table.shape}", expected, hint)
        return table
