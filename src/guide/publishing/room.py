"""How tall equations, drawings, wide tables and blocks of code are, told in advance.

A browser may then leave out those that are off the screen, which are most of a chapter, and the
page is as long as ever: nothing jumps. The sizes below follow from `docs/stylesheets/blocks.css`;
`tests/browser/test_room.py` compares them with what the browser measures.
"""

import html
import math
import re

_STRUT = re.compile(r'class="katex-strut" style="height:([\d.]+)em')
_CODE = re.compile(
    r'<div class="language-python highlight">(?=<pre>(?P<code>.*?)</pre>)', re.DOTALL
)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")
_WIDE = 5  # columns; such a table is as wide as its text asks, on every screen

_LINE_OF_MATH, _MATH, _AROUND_MATH = 1.372, 1.06, 0.7  # in units of the text's size
_LINE_OF_CODE, _AROUND_CODE = 1.36, 1.74  # in units of the code's size
_TABLE = 0.83  # the size of its text; what follows is in units of that
_LINE_OF_CELL, _LINE_OF_FORMULAS, _AROUND_CELL = 1.4, 1.75, 1.07
_LETTERS = 38  # in a line of the widest cell


def of_equation(rendered: str) -> str:
    """Return the `style` of a displayed equation that KaTeX has set."""
    tallest = max(map(float, _STRUT.findall(rendered)), default=0.0)
    return _style(max(_LINE_OF_MATH, _MATH * tallest) + _AROUND_MATH)


def of_drawing(box: str) -> str:
    """Return the `style` of a drawing with this `viewBox`; it is as wide as its column."""
    _, _, width, height = box.split()
    return f' style="aspect-ratio:{width}/{height}"'


def of_table(table: str) -> str:
    """Return the `style` of a table that is set; empty where its lines break by the screen's width.

    Args:
        table: Its HTML, formulas included.
    """
    rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    if len(rows[0]) < _WIDE:
        return ""
    return _style(_TABLE * sum(max(map(_cell, row)) + _AROUND_CELL for row in rows))


def _cell(cell: str) -> float:
    formulas = 'class="katex"' in cell and _BREAK.search(cell)
    line_height = _LINE_OF_FORMULAS if formulas else _LINE_OF_CELL
    less_around = line_height - _LINE_OF_CELL
    return sum(_line(line, line_height) for line in _BREAK.split(cell)) - less_around


def _line(line: str, line_height: float) -> float:
    if 'class="katex"' in line:  # which never breaks
        return max(line_height, _MATH * max(map(float, _STRUT.findall(line))))
    letters = len(html.unescape(_TAG.sub("", line)))
    return line_height * max(1, math.ceil(letters / _LETTERS))


def told(page: str) -> str:
    """Return the HTML of a page whose blocks of code say how tall they are."""

    def code(match: re.Match[str]) -> str:
        lines = match["code"].count("\n")
        return match[0][:-1] + _style(_LINE_OF_CODE * lines + _AROUND_CODE) + ">"

    return _CODE.sub(code, page)


def _style(height: float) -> str:
    return f' style="--height:{height:.2f}em"'
