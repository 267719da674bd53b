"""Arguments that are one number, and fields that keep what was checked."""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np

from nnbyhand.errors import InputTypeError, InputValueError, ShapeError
from nnbyhand.shapes import as_reals

Number: TypeAlias = float | int | np.floating | np.integer
"""What callers may pass for one number."""


def keep(made: object, **fields: object) -> None:
    """Set fields of a frozen dataclass while it is made, in the form that was checked."""
    for name, value in fields.items():
        object.__setattr__(made, name, value)


def whole_number(argument: str, value: object, least: int, hint: str) -> int:
    """Turn input into an int that is not below ``least``.

    Args:
        argument: Name of the argument, for the error message.
        value: A Python or NumPy integer; True and False do not count as numbers.
        least: The smallest number that will do.
        hint: What to do about anything else, as a sentence.

    Returns:
        A Python int.

    Raises:
        InputTypeError: If it is no integer.
        InputValueError: If it is too small.
    """
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise InputTypeError(argument, type(value).__name__, "a whole number", hint)
    if value < least:
        raise InputValueError(argument, f"{value}", f"a whole number from {least} on", hint)
    return int(value)


def not_negative(argument: str, value: object, hint: str) -> float:
    """Turn input into one finite float that is 0 or more.

    Args:
        argument: Name of the argument, for the error message.
        value: The number.
        hint: What to do about anything else, as a sentence.

    Returns:
        A Python float. Unlike a NumPy float64, it does not turn float32 arrays into float64.

    Raises:
        InputTypeError: If it is not a real number.
        InputValueError: If it is NaN, infinite or below 0.
        ShapeError: If it is an array with axes.
    """
    number = as_reals(argument, value)
    if number.shape != ():
        raise ShapeError(argument, f"shape {number.shape}", "one number, shape ()", hint)
    if not 0 <= number < math.inf:
        raise InputValueError(argument, f"{number}", "a finite number, 0 or more", hint)
    return float(number)
