"""Three parts of one data set: to learn from, to choose by, and to judge by at the very end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.arguments import Number, not_negative
from nnbyhand.data.base import Targets
from nnbyhand.errors import InputValueError, ShapeError
from nnbyhand.labels import Integers, as_labels, labels_of_rows
from nnbyhand.shapes import Array, Numbers, as_reals
from nnbyhand.signatures import as_written


@dataclass(frozen=True, eq=False)
class Part:
    """Some rows of a data set, in random order.

    Attributes:
        x: The inputs, shape (examples, inputs).
        y: The targets, shape (examples, outputs), or integer labels (examples,).
        rows: Which rows of the whole set these are, shape (examples,).

    Example:
        >>> part = split(np.eye(9), np.eye(9), stratify=False, rng=np.random.default_rng(0)).test
        >>> bool(np.all(part.x == np.eye(9)[part.rows]))
        True

    Chapter: real-data.
    """

    x: Float[Array, "examples inputs"]
    y: Targets
    rows: Int[Integers, " examples"]


@as_written
class Split(NamedTuple):
    """A data set in three parts, without a row in common.

    Attributes:
        train: What the network learns from; scalers are fitted on it, too.
        validation: What settings are chosen by, for example when to stop.
        test: What the result is judged by, once.

    Example:
        >>> x, y = np.eye(9), np.eye(9)
        >>> train, validation, test = split(x, y, stratify=False, rng=np.random.default_rng(0))
        >>> len(train.rows), len(validation.rows), len(test.rows)
        (5, 2, 2)

    Chapter: real-data.
    """

    train: Part
    validation: Part
    test: Part


def split(  # noqa: PLR0913  (all but two are named)
    x: Numbers,
    y: Numbers,
    *,
    validation: Number = 0.2,
    test: Number = 0.2,
    stratify: bool = True,
    rng: np.random.Generator,
) -> Split:
    """Deal the rows of a data set out to three parts at random, each row to exactly one.

    Stratified, every part gets its fraction of each class, rounded down or up so that the sizes
    of whole parts stay within one row of their fractions.

    Args:
        x: The inputs, shape (examples, inputs).
        y: The targets: integer labels (examples,), or rows (examples, outputs).
        validation: Fraction of the rows for validation; 0 leaves that part empty.
        test: Fraction of the rows for the test; 0 leaves that part empty. What remains trains.
        stratify: Whether to treat each class by itself. That needs classes: integer labels, a
            column of 0 and 1, or one-hot rows. For regression, pass False.
        rng: What the order of the rows is drawn from.

    Returns:
        The parts, as copies, with the numbers of their rows.

    Raises:
        InputTypeError: If an argument does not hold real numbers, or flat targets are no integers.
        InputValueError: If no fraction is left for training, if stratified rows name no class, or
            if the smallest part would get less than one row (stratified: of some class).
        ShapeError: If ``x`` is no matrix, or ``y`` has not one target per row of it.

    Example:
        >>> x, y = np.arange(10.0).reshape(10, 1), np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
        >>> parts = split(x, y, rng=np.random.default_rng(0))
        >>> [sorted(part.y.tolist()) for part in parts]
        [[0, 0, 0, 1, 1, 1], [0, 1], [0, 1]]

    Chapter: real-data.
    """
    inputs = as_reals("x", x)
    targets = _as_targets(y, inputs)
    fractions = _fractions(validation, test)
    classes = _classes(targets) if stratify else np.zeros(len(inputs), np.int64)
    found, sizes = np.unique(classes, return_counts=True)
    _require_rows_for_each_part(found if stratify else None, sizes, fractions)
    pieces = [
        np.split(rng.permutation(np.flatnonzero(classes == label)), np.cumsum(counts)[:2])
        for label, counts in zip(found, part_sizes(sizes, fractions), strict=True)
    ]
    parts = [rng.permutation(np.concatenate(rows)) for rows in zip(*pieces, strict=True)]
    return Split(*(Part(inputs[rows], targets[rows], rows) for rows in parts))


def part_sizes(
    sizes: Int[Integers, " classes"], fractions: Float[Array, " parts"]
) -> Int[Integers, "classes parts"]:
    """Say how many rows of each class go to each part.

    Args:
        sizes: How many rows each class has.
        fractions: What share of them each part should get; they sum to 1.

    Returns:
        Counts that use every row. Each is its class's size times its part's fraction, rounded
        down or up.
    """
    quotas = np.round(np.outer(sizes, fractions), 9)  # 0.29 * 100 is 28.999999999999996
    counts = np.floor(quotas).astype(np.int64)
    for row, size in enumerate(sizes):
        # Rows left over by rounding down go to the parts that lack most of their share so far.
        # Sums that differ only in how a machine rounds are ties: the earlier part comes first.
        behind = np.round((quotas[: row + 1] - counts[: row + 1]).sum(axis=0), 9)
        behind[quotas[row] == counts[row]] = -np.inf  # such a part has all it may get here
        left = size - counts[row].sum()
        counts[row, np.argsort(-behind, stable=True)[:left]] += 1
    return counts


def _fractions(validation: Number, test: Number) -> Float[Array, "3"]:
    hint = "Give the shares of all rows, such as 0.2."
    held_out = [not_negative("validation", validation, hint), not_negative("test", test, hint)]
    train = 1 - sum(held_out)
    if train <= 0:
        got = f"{held_out[0]:g} + {held_out[1]:g}"
        raise InputValueError("validation + test", got, "a sum below 1", hint)
    return np.array([train, *held_out])


def _as_targets(y: Numbers, x: Float[Array, "..."]) -> Targets:
    if x.ndim != 2 or len(x) == 0:  # noqa: PLR2004  (examples and inputs)
        hint = "Give one row per example."
        raise ShapeError("x", f"shape {x.shape}", "shape (examples, inputs)", hint)
    targets = as_reals("y", y)
    if targets.ndim not in {1, 2} or len(targets) != len(x):
        expected = f"shape ({len(x)}, outputs) or ({len(x)},), because x has shape {x.shape}"
        raise ShapeError("y", f"shape {targets.shape}", expected, "Give one target per example.")
    return targets if targets.ndim == 2 else as_labels("y", y)  # noqa: PLR2004


def _classes(targets: Targets) -> Int[Integers, " examples"]:
    if targets.ndim == 1:
        return as_labels("y", targets)
    hint = "Pass stratify=False where targets are numbers, not classes."
    return labels_of_rows("y", as_reals("y", targets), hint)


def _require_rows_for_each_part(
    labels: Int[Integers, " classes"] | None,
    sizes: Int[Integers, " classes"],
    fractions: Float[Array, "3"],
) -> None:
    smallest = fractions[fractions > 0].min()
    fewest = int(sizes.argmin())
    if round(sizes[fewest] * smallest, 9) < 1:
        rows = "rows" if labels is None else f"rows of class {labels[fewest]}"
        least = np.ceil(round(1 / smallest, 9))
        expected = f"at least {least:.0f}, because the smallest part takes {smallest:g} of them"
        hint = "Collect more, or make the smallest part larger."
        raise InputValueError("y", f"{sizes[fewest]} {rows}", expected, hint)
