"""A CSV file as a table of cells: one header, rows as long as it, and nothing missing."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable
from math import isfinite
from pathlib import Path
from typing import NamedTuple, TypeAlias

from nnbyhand.errors import InputTypeError, InputValueError

Source: TypeAlias = str | os.PathLike[str] | io.TextIOBase
"""The path of a file, or a text file that is open for reading."""

DELIMITERS = (",", ";", "\t", "|")
MISSING = frozenset({"", "?", "na", "n/a", "#n/a", "nan", "null"})
"""What programs write for a value that they do not have, in lower case."""

_SHOWN = 8  # more names than this make a message hard to read


class Table(NamedTuple):
    """The cells of a file, without the spaces around them.

    Attributes:
        name: What error messages call the file.
        columns: The cells of the header.
        lines: In which line of the file each row begins; the first line is 1.
        rows: The cells of each row, one for each column.
    """

    name: str
    columns: tuple[str, ...]
    lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]

    def cells(self, column: str) -> tuple[str, ...]:
        """Return the cells of one column, from the first row on."""
        place = self.columns.index(column)
        return tuple(row[place] for row in self.rows)


def read_table(source: Source, delimiter: str) -> Table:
    """Read a file of cells.

    Args:
        source: The file, in UTF-8.
        delimiter: What stands between two cells.

    Raises:
        InputTypeError: If ``source`` is neither a path nor an open text file.
        InputValueError: If the file is no text or no table, or its header names no columns.
        OSError: If there is no such file, or it cannot be opened.
    """
    if delimiter not in DELIMITERS:
        hint = "Look at the first line: what stands between two names?"
        raise InputValueError("delimiter", f"{delimiter!r}", f"one of {listed(DELIMITERS)}", hint)
    name, text = _text(source)
    records = _records(name, text, delimiter)
    if not records:
        hint = "Write the names of the columns in the first line, and one example in each other."
        raise InputValueError(name, "an empty file", "a header and rows", hint)
    (_, columns), *rows = records
    _require_header(name, columns, delimiter)
    for line, cells in rows:
        if len(cells) != len(columns):
            got, expected = counted(len(cells), "cell"), counted(len(columns), "cell")
            hint = "Add what the row lacks, or put quotes around a cell that holds the delimiter."
            raise InputValueError(
                name, f"{got} in line {line}", f"{expected} as in the header", hint
            )
    return Table(name, columns, tuple(line for line, _ in rows), tuple(cells for _, cells in rows))


def require_complete(table: Table) -> None:
    """Refuse a table with missing values.

    Args:
        table: The cells.

    Raises:
        InputValueError: If a cell is empty, or says that there is no value.
    """
    gaps = [
        (line, column)
        for line, row in zip(table.lines, table.rows, strict=True)
        for column, cell in zip(table.columns, row, strict=True)
        if cell.casefold() in MISSING
    ]
    if gaps:
        columns = list(dict.fromkeys(column for _, column in gaps))
        where = f"in {'column' if len(columns) == 1 else 'columns'} {listed(columns)}"
        got = f"{counted(len(gaps), 'missing value')} {where}, the first in line {gaps[0][0]}"
        hint = (
            "Drop those rows, or fill in a number of the training part alone, such as its median."
        )
        raise InputValueError(table.name, got, "a value in every cell", hint)


def finite_number(cell: str) -> float | None:
    """Return the finite number that a cell holds, or None. Python alone takes 1_000 for one."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in cell else None


def counted(number: int, thing: str) -> str:
    """Return "1 row", "2 rows" and the like."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def listed(names: Iterable[str]) -> str:
    """Return names in quotes, or the first of many."""
    quoted = [repr(name) for name in names]
    more = f" and {len(quoted) - _SHOWN} more" if len(quoted) > _SHOWN else ""
    return ", ".join(quoted[:_SHOWN]) + more


def _text(source: Source) -> tuple[str, str]:
    """Return the name of a file, and what stands in it."""
    if isinstance(source, str | os.PathLike):
        with Path(source).open(encoding="utf-8", newline="") as file:
            return _text(file)
    name = f"{getattr(source, 'name', 'source')}"
    try:
        text = source.read() if hasattr(source, "read") else None
    except UnicodeDecodeError as error:
        raise _no_text(name, 1 + error.object.count(b"\n", 0, error.start)) from error
    if not isinstance(text, str):
        hint = 'Give a path, or open the file as text: open(path, encoding="utf-8").'
        expected = "a path, or a file that is open as text"
        raise InputTypeError("source", type(source).__name__, expected, hint)
    if "\0" in text:  # no editor writes one; UTF-16 is full of them
        raise _no_text(name, 1 + text.count("\n", 0, text.index("\0")))
    return name, text.removeprefix("\ufeff")  # the mark that Excel puts before UTF-8


def _no_text(name: str, line: int) -> InputValueError:
    hint = 'Save it as UTF-8: spreadsheets call it "CSV UTF-8".'
    return InputValueError(name, f"bytes in line {line} that are no UTF-8", "a text file", hint)


def _records(name: str, text: str, delimiter: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the line in which each record begins, and its cells; blank lines are left out."""
    # Strict, because a quote that is never closed would swallow the rest of the file.
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    records, line = [], 1
    try:
        for record in reader:
            cells = tuple(cell.strip() for cell in record)
            if cells not in {(), ("",)}:
                records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        got = f"a row from line {line} on that cannot be read ({error})"
        hint = "Look for a quote that is not closed, or that stands within a cell."
        raise InputValueError(name, got, "cells divided by delimiters", hint) from error
    return records


def _require_header(name: str, columns: tuple[str, ...], delimiter: str) -> None:
    """Refuse a first row that does not name each column."""
    others = [other for other in DELIMITERS if other != delimiter and other in columns[0]]
    expected = "a first row with a name for each column"
    if len(columns) == 1 and others:
        got, hint = f"one column, {columns[0]!r}", f"Pass delimiter={others[0]!r}."
        raise InputValueError(name, got, f"columns divided by {delimiter!r}", hint)
    if all(finite_number(cell) is not None for cell in columns):
        hint = "Write a name above each column; otherwise the first example would be lost."
        raise InputValueError(name, f"a first row of numbers, {listed(columns)}", expected, hint)
    if "" in columns:
        got = f"no name for column {columns.index('') + 1} of {len(columns)}"
        hint = "Name it, or leave it out: pandas does with to_csv(path, index=False)."
        raise InputValueError(name, got, expected, hint)
    repeated = [cell for cell in dict.fromkeys(columns) if columns.count(cell) > 1]
    if repeated:
        got, hint = f"the name {repeated[0]!r} twice", "Give each column a name of its own."
        raise InputValueError(name, got, expected, hint)
