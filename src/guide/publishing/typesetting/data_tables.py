"""Boxes a table, and decides by what it holds how a desk and a phone show it.

On a phone, a table that has room stays as it is. Of the others, one whose cells are sentences
becomes a card for each row, and one of figures and single words keeps its first column in sight
while the rest scrolls. On a desk, a table with much text may leave the column of the prose.
"""

import html
import re
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from guide.publishing.typesetting import room

_PHONE, _COLUMN = 46, 96  # letters that stand beside one another, in the size of a table
_PADDING = 1.5  # letters between two columns
_LINE = 15  # letters of a line in the narrowest column of words that reads well
_SENTENCE = 25  # letters of a cell that is more than a number or a name
_FULL_LINE = 26  # letters of a line in a column of sentences that reads well


class Column(NamedTuple):
    """What a column holds.

    Attributes:
        name: The words of its header.
        longest: Letters of its longest cell, header aside.
        word: Letters of what cannot be broken anywhere in it: a word, or a formula.
        prose: Letters of its longest cell without a formula.
    """

    name: str
    longest: int
    word: int
    prose: int


def boxed(table: str, whole: str) -> str:
    """Return the HTML of a table in a box of its own, with classes that the style sheet knows.

    Args:
        table: Its HTML, as Markdown made it; formulas and numbers may be held back.
        whole: The same with formulas and numbers.
    """
    columns = _columns(whole)
    names = ["table"]
    names += ["broad"] * (_width(columns, _FULL_LINE) > _COLUMN)
    if _width(columns, _LINE) > _PHONE:
        sentences = any(column.prose >= _SENTENCE for column in columns[1:])
        names.append("cards" if sentences else "pinned")
    names += ["named"] * ("pinned" in names and columns[0].longest > _LINE)
    role = ' role="table"' if "cards" in names else ""
    shown = _labeled(table, columns) if "cards" in names else table
    shown = re.sub("<table[^>]*>", f'<table class="data"{role}>', shown, count=1)
    return f'<div class="{" ".join(names)}">{room.with_formulas_told(shown, whole)}</div>'


def _columns(whole: str) -> list[Column]:
    soup = BeautifulSoup(whole, "html.parser")
    for formula in soup.select(".katex"):
        formula.replace_with(_unbroken(formula))
    header, *rows = ([_words(cell) for cell in row.find_all(["th", "td"])] for row in soup("tr"))
    return [_column(name, cells) for name, *cells in zip(header, *rows, strict=True)]


def _unbroken(formula: Tag) -> str:
    """Return a formula as one word."""
    for source in formula.find_all("annotation"):
        source.extract()
    return "\N{WORD JOINER}" + "".join((formula.math or formula).get_text().split())


def _words(cell: Tag) -> str:
    return " ".join(cell.get_text(" ").split())


def _column(name: str, cells: list[str]) -> Column:
    return Column(
        name,
        max(map(len, cells), default=0),
        max(len(word) for cell in (name, *cells) for word in cell.split() or [""]),
        max((len(cell) for cell in cells if "\N{WORD JOINER}" not in cell), default=0),
    )


def _width(columns: list[Column], line: int) -> float:
    """Return the letters that stand beside one another where no line is longer than it must be."""
    letters = sum(max(column.word, min(column.longest, line)) for column in columns)
    return letters + _PADDING * (len(columns) - 1)


def _labeled(table: str, columns: list[Column]) -> str:
    """Return a table whose cells say what column they are of, and whose parts say what they are.

    A style sheet that makes rows into blocks takes from some screen readers that this is a table.
    """
    table = re.sub("<(?=thead|tbody)(\\w+)", r'<\1 role="rowgroup"', table)
    return re.sub("<tr>(.*?)</tr>", lambda row: _row(row[1], columns), table, flags=re.DOTALL)


def _row(cells: str, columns: list[Column]) -> str:
    names = iter(columns)

    def cell(match: re.Match[str]) -> str:
        column = next(names)
        if match[1] == "th":
            return '<th role="columnheader"'
        if column is columns[0]:
            return '<td role="rowheader"'
        return f'<td role="cell" data-label="{html.escape(column.name)}"'

    return f'<tr role="row">{re.sub("<(th|td)(?=[ >])", cell, cells)}</tr>'
