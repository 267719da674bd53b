"""Compares arrays that a reader's code made with those that it should make."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np

from guide.exercises.judging import Fault, Suspect, Written, convict, described

Array: TypeAlias = Any
"""An array of NumPy. What a reader makes of one may hold anything."""

MATRICES = {
    "name 'np'": "`import numpy as np` must stand on top.",
    "enough dimensions": (
        "One side of `@` is a single number, where a row or a matrix is needed. Is it still what"
        " you think it is?"
    ),
    "matmul": (
        "The shapes do not fit: in `A @ B`, A has as many columns as B has rows. Rows of `x` are"
        " examples, columns of `w` are units, so it is `x @ w`, without a transpose."
    ),
    "not aligned": (
        "The shapes do not fit: in a product, the first has as many columns as the second has rows."
        " Rows of `x` are examples, columns of `w` are units, so it is `x @ w`."
    ),
    "could not be broadcast": (
        "Two shapes do not fit each other. A bias has one number for each unit, shape `(units,)`,"
        " and NumPy adds it to every row by itself; `*` multiplies entry by entry, `@` matrices."
    ),
}
"""What to say of Python's errors about shapes."""


def array_of(value: object, name: str) -> Array:
    """Return a value as an array of numbers.

    Raises:
        Fault: It is none.
    """
    if value is None:
        raise Fault(f"{name} is nothing (`None`). Compute it.")
    try:
        array = np.asarray(value)
        is_complex = np.iscomplexobj(array)
        array = array.astype(complex if is_complex else float)
    except (OverflowError, TypeError, ValueError) as error:
        message = f"{name} should be an array of numbers. It is {described(value)}."
        raise Fault(message) from error
    if is_complex:
        raise Fault(f"{name} holds complex numbers. Compute with real ones.")
    return array


def require_shape(array: Array, shape: tuple[int, ...], name: str, why: str) -> None:
    """Raise a fault if an array has not the shape it should have."""
    if array.shape != shape:
        raise Fault(f"{name} has shape {array.shape}, and should have {shape}: {why}")


def require_equal(array: Array, right: Array, name: str) -> None:
    """Raise a fault that shows the first entry which is wrong."""
    wrong = np.argwhere(~np.isclose(array, right, rtol=1e-6, atol=1e-9))
    if len(wrong) == 0:
        return
    at = tuple(int(index) for index in wrong[0])
    place = f"[{', '.join(map(str, at))}]" if at else ""
    if np.isnan(array[at]):
        raise Fault(
            f"{name}{place} is nan, not a number. Something grew beyond every float before it was"
            " divided: take powers of numbers that are not above 0."
        )
    raise Fault(f"{name}{place} is {array[at]:.4g}, and should be {right[at]:.4g}.")


def alike(answer: object, other: object) -> bool:
    """Say whether two answers are the same: numbers, arrays, or lists of them."""
    if isinstance(answer, list | tuple):
        return (
            isinstance(other, list | tuple)
            and len(answer) == len(other)
            and all(map(alike, answer, other))
        )
    if isinstance(other, list | tuple):
        return False
    first, second = np.asarray(answer), np.asarray(other)
    return first.shape == second.shape and np.allclose(
        first, second, rtol=1e-6, atol=1e-9, equal_nan=True
    )


def answers_of(
    written: Written,
    cases: Sequence[tuple[Any, ...]],
    suspects: Sequence[Suspect],
    square: tuple[Any, ...] = (),
) -> list[Any]:
    """Return what the reader's function answers, unless a suspect answers the same.

    Where shapes do not fit, NumPy stops it. On square matrices all fit, and tell what it does.

    Raises:
        Fault: It stops, or is one of the suspects.
    """
    try:
        answers = [written(*case) for case in cases]
    except Fault:
        if square:
            _convict_by(written, [square], suspects)
        raise
    convict(suspects, _as_all(answers, cases))
    return answers


def _convict_by(
    written: Written, cases: Sequence[tuple[Any, ...]], suspects: Sequence[Suspect]
) -> None:
    try:
        answers = [written(*case) for case in cases]
    except Fault:
        return  # what it says of the first cases is plainer
    convict(suspects, _as_all(answers, cases))


def _as_all(
    answers: Sequence[Any], cases: Sequence[tuple[Any, ...]]
) -> Callable[[Callable[..., Any]], bool]:
    def is_it(wrong: Callable[..., Any]) -> bool:
        with np.errstate(all="ignore"):
            return all(
                alike(answer, wrong(*case)) for answer, case in zip(answers, cases, strict=True)
            )

    return is_it
