"""How good are the outputs? The share of right answers, and measures of probabilities and numbers.

Every metric takes what the network gave and what is true, in this order, as a loss does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import Number
from nnbyhand.errors import ShapeError
from nnbyhand.labels import Integers, as_labels, labels_of_rows
from nnbyhand.losses.base import require_probabilities, require_sums
from nnbyhand.shapes import Array, Numbers, as_reals, float_between, require_same_shape


def accuracy(
    outputs: Numbers, targets: Numbers, *, threshold: Number = 0.5
) -> Float[Array, "*networks"]:
    """Return the share of examples whose class is right.

    Args:
        outputs: Scores of shape (*networks, examples, classes), the largest of which decides; a
            single column (*networks, examples, 1), which means class 1 above the threshold; or
            integer labels (examples,). An example with a NaN score counts as wrong.
        targets: Rows in the shape of the scores, one-hot or a column of 0 and 1, with or without
            the axes that count networks; or integer labels (examples,).
        threshold: Where a single column turns to class 1: 0.5 for probabilities, 0 for logits.

    Returns:
        A float64 number from 0 to 1 for each network.

    Raises:
        InputTypeError: If an argument does not hold real numbers, or labels are no integers.
        InputValueError: If a label is out of range, a row names no class, or the threshold is NaN
            or infinite.
        ShapeError: If the shapes do not fit, or there is no example.

    Example:
        >>> scores = [[0.1, 0.7, 0.2], [0.8, 0.1, 0.1], [0.3, 0.3, 0.4], [0.2, 0.5, 0.3]]
        >>> accuracy(scores, [1, 0, 2, 0])
        array(0.75)

    Chapter: real-data.
    """
    decided = decide(outputs, targets, threshold)
    return np.asarray((decided.predicted == decided.true).mean(axis=-1))


def log_loss(outputs: Numbers, targets: Numbers) -> Float[Array, "*networks"]:
    """Return the mean of -log p over the examples, with p the probability given to the truth.

    In nats. It is the cross-entropy against targets that name one class. Probability 0 for the
    truth costs infinity; nothing is added inside the logarithm. A NaN gives NaN.

    Args:
        outputs: Probabilities: rows of shape (*networks, examples, classes) that sum to 1, or a
            single column (*networks, examples, 1) with the probability of class 1.
        targets: As `accuracy` takes them.

    Returns:
        A number from 0 on for each network, in the dtype of the outputs.

    Raises:
        InputTypeError: If an argument does not hold real numbers, or labels are no integers.
        InputValueError: If the outputs are no probabilities, a label has no column, or a row of
            targets names no class.
        ShapeError: If the shapes do not fit, or there is no example.

    Source: Good 1952, Rational Decisions.

    Example:
        >>> loss = log_loss([[0.5, 0.5], [0.75, 0.25]], [0, 0])
        >>> print(loss.round(4))  # (log 2 + log 4/3) / 2
        0.4904

    Chapter: losses.
    """
    p = as_rows("outputs", outputs)
    require_probabilities(p, "their softmax, or the sigmoid of a single column")
    if p.shape[-1] > 1:
        require_sums("outputs", p)
    true = np.broadcast_to(labels_of_targets(targets, p), p.shape[:-1])
    with np.errstate(divide="ignore"):  # log(0) is minus infinity, as it should be
        if p.shape[-1] == 1:
            logs = np.where(true == 1, np.log(p[..., 0]), np.log1p(-p[..., 0]))
        else:
            logs = np.log(np.take_along_axis(p, true[..., None], axis=-1)[..., 0])
    logs = np.where(np.isnan(p).any(axis=-1), np.nan, logs)
    return np.asarray(0 - logs.mean(axis=-1))  # 0 - 0 is 0, where -0 would print as -0.0


def r2(outputs: Numbers, targets: Numbers) -> Float[Array, "*networks"]:
    """Return the coefficient of determination: 1 - squared errors / squares around the mean.

    1 is perfect, 0 is no better than always giving the mean of the targets, and below 0 is worse.
    Where all targets of a column are equal, there are no squares to divide by: its R2 is 1 if the
    outputs are exactly right, and 0 if not.

    Args:
        outputs: Numbers of shape (*networks, examples, outputs).
        targets: In the same shape, with or without the axes that count networks.

    Returns:
        The mean over the output columns for each network, in the dtype of the outputs.

    Raises:
        InputTypeError: If an argument does not hold real numbers.
        ShapeError: If the shapes differ, or there is no example.

    Example:
        >>> r2([[1.0], [2.0], [4.0]], [[1.0], [2.0], [3.0]])  # 1 - 1 / (1 + 0 + 1)
        array(0.5)

    Chapter: real-data.
    """
    given = as_rows("outputs", outputs)
    true = as_reals("targets", targets).astype(given.dtype, copy=False)
    if true.shape not in {given.shape, given.shape[-2:]}:
        expected = f"shape {given.shape} as outputs has"
        hint = "Give one target per output: y.reshape(-1, 1) makes a column of a flat array."
        raise ShapeError("targets", f"shape {true.shape}", expected, hint)
    span: Array = np.ptp(true, axis=-2)
    constant = span == 0
    unit = np.where(constant, 1, span)[..., None, :]  # in units of it, no square is too small
    with np.errstate(over="ignore"):  # outputs far beyond all targets: minus infinity
        errors = np.square((given - true) / unit).sum(axis=-2)
    spread = np.square((true - true.mean(axis=-2, keepdims=True)) / unit).sum(axis=-2)
    wrong = (given != true).any(axis=-2)
    ratio = np.where(constant & ~np.isnan(errors), wrong, errors / np.where(constant, 1, spread))
    return np.asarray(np.mean(1 - ratio, axis=-1)).astype(given.dtype)


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
