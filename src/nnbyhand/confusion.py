"""Which classes are mistaken for which? The confusion matrix, and what is read from it.

A ratio 0/0 counts as 0: nothing was found where there was nothing to find.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import Number, whole_number
from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.labels import Integers
from nnbyhand.metrics import decide
from nnbyhand.shapes import Array, Numbers


def confusion_matrix(
    outputs: Numbers, targets: Numbers, *, classes: int | None = None, threshold: Number = 0.5
) -> Int[Integers, "classes classes"]:
    """Count the examples of each true class (row) that were taken for each class (column).

    Args:
        outputs: Scores or labels of one network, as `accuracy` takes them, without NaN.
        targets: As `accuracy` takes them.
        classes: How many rows the matrix has. By default as many as the scores have columns (two
            for a single column), or the largest label plus 1.
        threshold: As `accuracy` takes it.

    Raises:
        InputTypeError: As `accuracy`, or if ``classes`` is no integer.
        InputValueError: As `accuracy`, if a score is NaN, or if there are more classes.
        ShapeError: As `accuracy`, or if there are several networks.

    Example:
        >>> confusion_matrix([1, 0, 2, 1], targets=[1, 0, 2, 0])
        array([[1, 1, 0],
               [0, 1, 0],
               [0, 0, 1]])

    Chapter: real-data.
    """
    predicted, true, found = decide(outputs, targets, threshold)
    if predicted.ndim > 1:
        got, expected = f"shape {np.shape(outputs)}", "one network: (examples, classes)"
        raise ShapeError("outputs", got, expected, "Take one network at a time: outputs[0].")
    if (predicted < 0).any():
        hint = "Find out where it comes from."
        raise InputValueError("outputs", "a NaN score", "scores that can be compared", hint)
    if classes is not None:
        found = whole_number("classes", classes, found, "Count every class that occurs.")
    pairs = np.bincount(true * found + predicted, minlength=found * found)
    return pairs.reshape(found, found)


def precision(
    outputs: Numbers, targets: Numbers, *, average: str | None = "macro", threshold: Number = 0.5
) -> Float[Array, "*classes"]:
    """Return, of the examples taken for a class, the share that belong to it.

    For a yes-or-no question, the precision of "yes" is the entry 1 of ``average=None``.

    Args:
        outputs: As `confusion_matrix` takes them.
        targets: As `accuracy` takes them.
        average: "macro" for the mean over classes, "micro" for all decisions pooled (which with
            one class per example is the accuracy), None for each class by itself.
        threshold: As `accuracy` takes it.

    Returns:
        One number, or one for each class. 0/0, a class that is never predicted, counts as 0, and
        so does a class of the scores that occurs nowhere.

    Raises:
        InputTypeError: As `accuracy`.
        InputValueError: As `confusion_matrix`, or if ``average`` is none of the three.
        ShapeError: As `confusion_matrix`.

    Example:
        >>> precision([1, 1, 1, 0], targets=[1, 1, 0, 0], average=None)
        array([1.        , 0.66666667])

    Chapter: real-data.
    """
    counts = confusion_matrix(outputs, targets, threshold=threshold)
    return _averaged(np.diag(counts), counts.sum(axis=0), average)


def recall(
    outputs: Numbers, targets: Numbers, *, average: str | None = "macro", threshold: Number = 0.5
) -> Float[Array, "*classes"]:
    """Return, of the examples that belong to a class, the share that were taken for it.

    Arguments, averages and errors are those of `precision`. 0/0, a class without examples, counts
    as 0.

    Example:
        >>> recall([1, 1, 1, 0], targets=[1, 1, 0, 0], average=None)
        array([0.5, 1. ])

    Chapter: real-data.
    """
    counts = confusion_matrix(outputs, targets, threshold=threshold)
    return _averaged(np.diag(counts), counts.sum(axis=1), average)


def f1(
    outputs: Numbers, targets: Numbers, *, average: str | None = "macro", threshold: Number = 0.5
) -> Float[Array, "*classes"]:
    """Return the harmonic mean of precision and recall, 2PR / (P + R).

    It is computed as twice the right decisions, divided by the examples taken for the class plus
    those that belong to it. Arguments and errors are those of `precision`. "macro" is the mean of
    the classes' F1. 0/0, a class that occurs nowhere, counts as 0.

    Source: van Rijsbergen 1979, Information Retrieval, chapter 7 (as effectiveness, 1 - F1).

    Example:
        >>> f1([1, 1, 1, 0], targets=[1, 1, 0, 0], average=None)
        array([0.66666667, 0.8       ])

    Chapter: real-data.
    """
    counts = confusion_matrix(outputs, targets, threshold=threshold)
    return _averaged(2 * np.diag(counts), counts.sum(axis=0) + counts.sum(axis=1), average)


def _averaged(
    part: Int[Integers, " classes"], whole: Int[Integers, " classes"], average: str | None
) -> Float[Array, "*classes"]:
    """Divide class by class, or sum by sum, and take the mean where one is wanted."""
    if average not in {"macro", "micro", None}:
        hint = "Write None, without quotes, for each class by itself."
        raise InputValueError("average", repr(average), "'macro', 'micro' or None", hint)
    if average == "micro":
        return _ratio(part.sum(), whole.sum())
    shares = _ratio(part, whole)
    return shares if average is None else np.asarray(shares.mean())


def _ratio(
    part: Int[Integers, "*classes"] | np.integer, whole: Int[Integers, "*classes"] | np.integer
) -> Float[Array, "*classes"]:
    # No part is larger than its whole, so a whole of 0 has a part of 0, and 0/1 is 0.
    return np.asarray(part / np.maximum(whole, 1))
