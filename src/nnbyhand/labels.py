"""Classes in three forms: integers from 0 on, one-hot rows, and scores that a network gives."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import whole_number
from nnbyhand.errors import InputTypeError, InputValueError
from nnbyhand.shapes import Array, NDArray, Numbers, as_reals

Integers: TypeAlias = NDArray[np.integer]
"""An array of integers: labels of classes, or numbers of rows."""


def one_hot(labels: Numbers, classes: int) -> Float[Array, "*examples classes"]:
    """Write each label as a row that is 1 in the column of its class and 0 elsewhere.

    Args:
        labels: Integers from 0 to ``classes`` - 1, of shape (examples,).
        classes: How many classes there are, also where the last ones do not occur.

    Returns:
        The rows in float64, shape (examples, classes).

    Raises:
        InputTypeError: If the labels, or ``classes``, are no integers.
        InputValueError: If a label is negative or too large, or ``classes`` below 1.

    Example:
        >>> one_hot([2, 0], classes=3)
        array([[0., 0., 1.],
               [1., 0., 0.]])

    Chapter: losses.
    """
    columns = whole_number("classes", classes, 1, "Give the number of classes.")
    return np.eye(columns)[as_labels("labels", labels, columns)]


def as_labels(
    argument: str, values: object, classes: int | None = None
) -> Int[Integers, "*examples"]:
    """Turn input into an int64 array of labels.

    Args:
        argument: Name of the argument, for the error message.
        values: Integers from 0 on.
        classes: How many classes there are, or None for any number.

    Returns:
        The labels in their shape.

    Raises:
        InputTypeError: If something other than integers came.
        InputValueError: If a label is negative, or not below ``classes``.
        ShapeError: If nested lists have different lengths.
    """
    as_reals(argument, values)  # refuses what holds no numbers
    labels = np.asarray(values)
    if labels.dtype.kind not in "iu":
        hint = "Convert labels with labels.astype(int); make a column with values.reshape(-1, 1)."
        raise InputTypeError(argument, f"dtype {labels.dtype}", "integer labels", hint)
    wrong = (labels < 0) | (False if classes is None else labels >= classes)
    if wrong.any():
        span = "integers from 0 on" if classes is None else f"integers from 0 to {classes - 1}"
        hint = "Number the classes from 0: np.unique(names, return_inverse=True)[1]."
        raise InputValueError(argument, f"label {labels[wrong][0]}", span, hint)
    return labels.astype(np.int64)


def labels_of_rows(
    argument: str, rows: Float[Array, "*networks examples columns"], hint: str
) -> Int[Integers, "*networks examples"]:
    """Read the label of each target row: the place of the 1, or the 0 or 1 of a single column.

    Args:
        argument: Name of the rows, for the error message.
        rows: One-hot rows, or a single column of 0 and 1.
        hint: What to do about anything else, as a sentence.

    Returns:
        The labels.

    Raises:
        InputValueError: If an entry is neither 0 nor 1, or a one-hot row has not exactly one 1.
    """
    single = rows.shape[-1] == 1
    clean = ((rows == 0) | (rows == 1)).all(axis=-1)
    if not single:
        clean &= (rows == 1).sum(axis=-1) == 1
    for index in np.argwhere(~clean).tolist():
        got = f"{rows[tuple(index)].tolist()} at index {tuple(index)}"
        expected = "[0] or [1]" if single else "one-hot rows, with a single 1 and zeros"
        raise InputValueError(argument, got, expected, hint)
    return rows[..., 0].astype(np.int64) if single else rows.argmax(axis=-1)
