"""Which class was meant and which is right? Scores and targets in any form become labels."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import Number
from nnbyhand.errors import ShapeError
from nnbyhand.labels import Integers, as_labels, labels_of_rows
from nnbyhand.shapes import Array, Numbers, as_reals, float_between, require_same_shape


class Decisions(NamedTuple):
    """What a network decided, and what is true.

    Attributes:
        predicted: Labels of shape (*networks, examples); -1 where a score is NaN.
        true: Labels of shape (examples,) or (*networks, examples).
        classes: How many classes there are.
    """

    predicted: Int[Integers, "*networks examples"]
    true: Int[Integers, "..."]
    classes: int


def decide(outputs: Numbers, targets: Numbers, threshold: Number) -> Decisions:
    """Turn outputs and targets, in every form that `accuracy` takes, into labels.

    Raises:
        InputTypeError: If an argument does not hold real numbers, or labels are no integers.
        InputValueError: If a label is out of range, a row names no class, or the threshold is NaN
            or infinite.
        ShapeError: If the shapes do not fit, or there is no example.
    """
    hint = "Take 0.5 for probabilities and 0 for logits."
    turn = float_between("threshold", threshold, -np.inf, np.inf, hint)
    values = as_reals("outputs", outputs)
    if values.ndim == 1 and values.size > 0:
        predicted = as_labels("outputs", outputs)
        require_same_shape("targets", as_reals("targets", targets), "outputs", values)
        true = as_labels("targets", targets)
        return Decisions(predicted, true, int(max(predicted.max(), true.max())) + 1)
    scores = as_rows("outputs", values)
    true = labels_of_targets(targets, scores)
    return Decisions(labels_of_scores(scores, turn), true, max(scores.shape[-1], 2))


def as_rows(argument: str, values: Numbers) -> Float[Array, "*networks examples columns"]:
    """Turn input into an array with one row per example, at least one, none of them empty.

    Raises:
        InputTypeError: If it does not hold real numbers.
        ShapeError: If it has no rows, or nothing in them.
    """
    rows = as_reals(argument, values)
    if rows.ndim < 2 or 0 in rows.shape:  # noqa: PLR2004  (examples and columns)
        expected = "shape (..., examples, columns), none of them 0"
        hint = "Give one row per example: values.reshape(-1, 1) makes a column of a flat array."
        raise ShapeError(argument, f"shape {rows.shape}", expected, hint)
    return rows


def labels_of_targets(
    targets: Numbers, scores: Float[Array, "*networks examples columns"]
) -> Int[Integers, "..."]:
    """Read the true labels from targets in any form that goes with the scores.

    Args:
        targets: In the shape of ``scores`` (one-hot rows, or one column of 0 and 1), or integer
            labels of shape (examples,) where there are several columns. In both cases the axes
            that count networks may be missing.
        scores: What a network gave.

    Returns:
        The labels, shape (examples,) or (*networks, examples).

    Raises:
        InputTypeError: If the targets are no real numbers, or labels that are no integers.
        InputValueError: If a row is not one-hot, or a label has no column.
        ShapeError: If the targets have another shape.
    """
    rows = as_reals("targets", targets)
    if rows.shape in (scores.shape, scores.shape[-2:]):
        hint = "Only targets that name one class can be counted as hit or missed."
        return labels_of_rows("targets", rows, hint)
    examples, columns = scores.shape[-2:]
    if columns > 1 and rows.shape in (scores.shape[:-1], (examples,)):
        return as_labels("targets", targets, columns)
    expected = f"shape {scores.shape} as outputs has"
    if columns > 1:
        expected += f", or integer labels of shape ({examples},)"
    hint = "Give one target per example: y.reshape(-1, 1) makes a column of a flat array."
    raise ShapeError("targets", f"shape {rows.shape}", expected, hint)


def labels_of_scores(
    scores: Float[Array, "*networks examples columns"], threshold: float
) -> Int[Integers, "*networks examples"]:
    """Decide for one class per example.

    Args:
        scores: One score per class, of which the largest wins, and the first of equal ones; or a
            single score, which means class 1 above the threshold and class 0 otherwise.
        threshold: Where a single score turns to class 1.

    Returns:
        The labels; -1 where a score is NaN, because then no class is the largest.
    """
    single = scores.shape[-1] == 1
    labels = scores[..., 0] > threshold if single else scores.argmax(axis=-1)
    return np.where(np.isnan(scores).any(axis=-1), -1, labels)
