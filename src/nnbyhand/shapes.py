"""What may come in: real numbers, in shapes that fit together.

Signatures name the axes they use, as in ``Float[Array, "examples inputs"]``. Three dots,
``"..."``, or a starred name, ``"*shape"``, stand for any number of axes.

>>> nn.shapes.as_reals("x", [[1, 2], [3, 4]])
array([[1., 2.],
       [3., 4.]])

Chapter: forward-propagation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, TypeVar

import numpy as np
from jaxtyping import Float

from nnbyhand.errors import InputTypeError, InputValueError, ShapeError

Entry = TypeVar("Entry", bound=np.generic)

# numpy.typing has the same under this name, but jaxtyping cannot read that one from NumPy 2.5 on.
NDArray: TypeAlias = np.ndarray[tuple[Any, ...], np.dtype[Entry]]
"""An array of any shape, with entries of one NumPy type."""

Array: TypeAlias = NDArray[np.floating]
"""An array of floats, the type that the package computes with and returns."""

Numbers: TypeAlias = NDArray[Any] | np.generic | Sequence[Any] | float | int
"""What callers may pass: an array, a number, or numbers in nested lists or tuples."""

_FLOATS = (np.float16, np.float32, np.float64)


def as_reals(argument: str, values: object) -> Float[Array, "..."]:
    """Turn input into an array of floats.

    Args:
        argument: Name of the argument, for the error message.
        values: Floats of 16, 32 or 64 bits, which keep their dtype, or integers, which become
            float64; as an array, a number, or nested lists or tuples.

    Returns:
        The numbers in their shape. An array of floats comes back as it is, not copied.

    Raises:
        ShapeError: If nested lists have different lengths.
        InputTypeError: If something other than real numbers came.
    """
    try:
        array = np.asarray(values)
    except ValueError as error:
        got, expected = "nested lists of different lengths", "lists of one length"
        raise ShapeError(argument, got, expected, "Make all rows equally long.") from error
    if array.dtype.type in _FLOATS:
        return array
    if array.dtype.kind in "iu":
        return array.astype(np.float64)
    got = f"{type(values).__name__} of dtype {array.dtype}"
    expected = "real numbers (integers, float16, float32 or float64)"
    hint = "If these are real numbers, convert them first: np.asarray(values, dtype=float)."
    raise InputTypeError(argument, got, expected, hint)


def as_finite_float64(argument: str, values: object) -> Float[Array, "..."]:
    """Turn input into a float64 array of finite numbers, at least one.

    Args:
        argument: Name of the argument, for the error message.
        values: Real numbers; floats have 64 bits.

    Returns:
        The numbers in their shape.

    Raises:
        InputTypeError: If the numbers are not real, or of fewer bits.
        InputValueError: If one is NaN or infinite.
        ShapeError: If there is none.
    """
    array = as_reals(argument, values)
    if array.dtype != np.float64:
        hint = "Compute in float64: coarser numbers differ by little more than rounding error."
        raise InputTypeError(argument, f"dtype {array.dtype}", "float64", hint)
    if array.size == 0:
        hint = "Check where its entries were lost."
        raise ShapeError(argument, f"shape {array.shape}", "a shape with entries", hint)
    for index in np.argwhere(~np.isfinite(array)).tolist():
        got = f"{array[tuple(index)]} at index {tuple(index)}"
        hint = "Find out where it comes from."
        raise InputValueError(argument, got, "finite numbers", hint)
    return array


def float_between(argument: str, value: object, low: float, high: float, hint: str) -> float:
    """Turn input into one float that lies strictly between ``low`` and ``high``.

    Args:
        argument: Name of the argument, for the error message.
        value: The number.
        low: Lower bound, excluded.
        high: Upper bound, excluded.
        hint: What to do about a number outside, as a sentence.

    Returns:
        A Python float. Unlike a NumPy float64, it does not turn float32 arrays into float64.

    Raises:
        InputTypeError: If it is not a real number.
        InputValueError: If it is NaN or not between the bounds.
        ShapeError: If it is an array with axes.
    """
    number = as_reals(argument, value)
    if number.shape != ():
        raise ShapeError(argument, f"shape {number.shape}", "one number, shape ()", hint)
    if not low < number < high:
        expected = f"a number above {low:g} and below {high:g}"
        raise InputValueError(argument, f"{number}", expected, hint)
    return float(number)


def require_same_shape(
    argument: str, array: Float[Array, "..."], model: str, like: Float[Array, "..."]
) -> None:
    """Refuse an array whose shape differs from that of another, even if NumPy would broadcast it.

    Shapes ``(n,)`` and ``(n, 1)`` broadcast to ``(n, n)``: the mistake runs and computes nonsense.

    Args:
        argument: Name of the array under test, for the error message.
        array: The array under test.
        model: Name of the argument whose shape it must have.
        like: An array of that shape.

    Raises:
        ShapeError: If the shapes differ.
    """
    if array.shape != like.shape:
        expected = f"shape {like.shape} as {model} has"
        hint = f"Give {argument} exactly one entry for each entry of {model}."
        raise ShapeError(argument, f"shape {array.shape}", expected, hint)


def require_rows(argument: str, array: Float[Array, "..."]) -> None:
    """Refuse an array without a last axis, or with an empty one.

    Args:
        argument: Name of the array, for the error message.
        array: The array under test.

    Raises:
        ShapeError: If its rows hold no entry, or if it has no rows.
    """
    if array.ndim == 0 or array.shape[-1] == 0:
        expected = "shape (..., classes) with at least one class"
        hint = "Put the scores of one example in one row: [[0.5, 1.5, 2.0]]."
        raise ShapeError(argument, f"shape {array.shape}", expected, hint)
