"""A reader's own data set, from a CSV file: checked before a network sees it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from nnbyhand.data.base import Data
from nnbyhand.data.csv_table import (
    Source,
    Table,
    counted,
    finite_number,
    listed,
    read_table,
    require_complete,
)
from nnbyhand.errors import InputTypeError, InputValueError
from nnbyhand.labels import Integers
from nnbyhand.shapes import Array

TASKS = ("classification", "regression")
LEAST_ROWS = 10
"""A fifth of fewer rows, which `split` takes for the test, is one row, and one has no spread."""
LEAST_PER_CLASS = 3
"""One for each part: training, validation and test."""
_HINT_FOR_INPUTS = "Leave that column out, or write it as one column of 0 and 1 for each value."
_HINT_FOR_NUMBERS = 'For numbers to predict, pass task="regression".'
_HINT_FOR_TARGETS = 'Choose a column of numbers, or pass task="classification" for classes.'


def read_csv(
    source: Source,
    *,
    target: str,
    task: Literal["classification", "regression"] = "classification",
    delimiter: str = ",",
) -> Data:
    r"""Read a data set of your own from a CSV file: a header, then one row per example.

    Every column but the target is an input and holds numbers, with a decimal point. A column that
    holds the same number in each row is no error. Nothing is guessed, dropped or filled in.

    Args:
        source: The path of the file, or a text file open for reading; in UTF-8.
        target: The name of the column to predict, as the header has it.
        task: "classification", where the target names a class by a text or a number, or
            "regression", where it is a number.
        delimiter: What stands between two cells: a comma, a semicolon, a tab or a bar.

    Returns:
        Inputs (examples, inputs), float64, in the units and the order of the file. For
        classification integer labels (examples,), with the names of the classes sorted, as
        numbers if all are; for regression targets (examples, 1), float64. A class is a name as it
        is written: 7 and 007 are two, and so are whole numbers that differ in the last digit.

    Raises:
        InputTypeError: If ``source`` is neither path nor text file, or ``target`` no text.
        InputValueError: If the file is no such table: its header lacks a name or the target, a row
            has too many or too few cells, a value is missing, an input is no finite number, or a
            class is written in two ways, as 1 and 1.0. Also if there is too little to learn from:
            fewer than 10 rows, one class, a class of fewer than 3 rows, or targets that are all
            equal.
        OSError: If there is no such file, or it cannot be opened.

    Example:
        >>> import io
        >>> rows = [f"{g}, {g % 3}, {'ripe' if g > 205 else 'green'}" for g in range(200, 212)]
        >>> table = "\n".join(["grams, spots, fruit", *rows])
        >>> fruits = read_csv(io.StringIO(table), target="fruit")
        >>> fruits.x.shape, fruits.names, fruits.classes
        ((12, 2), ('grams', 'spots'), ('green', 'ripe'))

    Chapter: real-data.
    """
    if task not in TASKS:
        hint = "Predict classes by classification, numbers by regression."
        raise InputValueError("task", f"{task!r}", f"one of {listed(TASKS)}", hint)
    table = read_table(source, delimiter)
    names = _inputs(table, target)
    if len(table.rows) < LEAST_ROWS:
        hint = "Collect more: training, validation and test all need some."
        got, expected = counted(len(table.rows), "row"), f"at least {LEAST_ROWS}"
        raise InputValueError(table.name, got, expected, hint)
    require_complete(table)
    x = np.column_stack([_numbers(table, name, _HINT_FOR_INPUTS) for name in names])
    if task == "regression":
        return Data(x, _targets(table, target), names)
    y, classes = _labels(table, target)
    return Data(x, y, names, classes)


def _inputs(table: Table, target: str) -> tuple[str, ...]:
    """Return the names of all columns but the target."""
    if not isinstance(target, str):
        hint = "Write the name of a column, as the header has it."
        raise InputTypeError("target", type(target).__name__, "a text", hint)
    if target not in table.columns:
        expected = f"a column of {table.name}: {listed(table.columns)}"
        hint = "Write the name as the header has it; if these are values, add a header."
        raise InputValueError("target", f"{target!r}", expected, hint)
    names = tuple(name for name in table.columns if name != target)
    if not names:
        got, expected = f"only the column {target!r}", "at least one more column"
        hint = "Add a column to predict it from."
        raise InputValueError(table.name, got, expected, hint)
    return names


def _numbers(table: Table, column: str, hint: str) -> Float[Array, " examples"]:
    """Return a column of finite numbers."""
    numbers: list[float] = []
    for line, cell in zip(table.lines, table.cells(column), strict=True):
        number = finite_number(cell)
        if number is None:
            got = f"{cell!r} in column {column!r}, line {line}"
            raise InputValueError(table.name, got, "a finite number", _remedy(cell, hint))
        numbers.append(number)
    return np.array(numbers)


def _remedy(cell: str, hint: str) -> str:
    """Return what to do about a cell that is no finite number."""
    if finite_number(cell.replace(",", "").replace("_", "")) is not None:
        return "Write decimals with a point, and thousands without a mark."
    try:
        float(cell)
    except ValueError:
        return hint
    return "Find out where it comes from, and drop such rows."  # infinite


def _targets(table: Table, target: str) -> Float[Array, "examples 1"]:
    """Return the column of numbers to predict."""
    numbers = _numbers(table, target, _HINT_FOR_TARGETS)
    if (numbers == numbers[0]).all():
        got = f"{numbers[0]:g} in every row of column {target!r}"
        hint = "There is nothing to predict: is it the right column?"
        raise InputValueError(table.name, got, "targets that differ", hint)
    return numbers[:, None]


def _labels(table: Table, target: str) -> tuple[Int[Integers, " examples"], tuple[str, ...]]:
    """Return the label of each row, and the names of the classes."""
    cells = table.cells(target)
    as_text = any(finite_number(cell) is None for cell in cells)
    # Decimal, because a float cannot tell large whole numbers apart; 9 comes before 10.
    order = None if as_text else lambda cell: (Decimal(cell), cell)
    classes = tuple(sorted(set(cells), key=order))
    if not as_text:
        _require_one_spelling(table, target, classes)
    labels_of = {name: label for label, name in enumerate(classes)}
    labels = np.array([labels_of[cell] for cell in cells], np.int64)
    sizes = np.bincount(labels)
    fewest, size = int(sizes.argmin()), int(sizes.min())
    if len(classes) == 1:
        got, expected = f"one class in column {target!r}, {classes[0]!r}", "at least 2 classes"
        hint = "There is nothing to tell apart: is it the right column?"
        raise InputValueError(table.name, got, expected, hint)
    if size < LEAST_PER_CLASS:
        got = f"{counted(size, 'row')} of class {classes[fewest]!r} in column {target!r}"
        expected = f"at least {LEAST_PER_CLASS}, one each for training, validation and test"
        hint = "Collect more of it, or leave it out."
        advice = "" if as_text else f" {_HINT_FOR_NUMBERS}"
        raise InputValueError(table.name, got, expected, f"{hint}{advice}")
    return labels, classes


def _require_one_spelling(table: Table, target: str, classes: tuple[str, ...]) -> None:
    """Refuse 1 and 1.0 beside each other: nobody knows whether they are one class or two.

    Whole numbers are what they are written as. So 7 and 007, or 100 and 1E2, are two classes.
    """
    for one, other in pairwise(classes):
        if Decimal(one) == Decimal(other) and "." in one + other:
            got = f"{one!r} and {other!r} in column {target!r}, which are one number"
            hint = "Write them alike; if they are two classes, put a letter before: v1 and v1.0."
            raise InputValueError(
                table.name, got, "each class written in one way", f"{hint} {_HINT_FOR_NUMBERS}"
            )
