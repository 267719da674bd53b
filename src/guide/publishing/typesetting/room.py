"""How tall equations, drawings, stacked formulas and blocks of code are, told in advance.

A browser may then leave out those that are off the screen, which are most of a chapter, and the
page is as long as ever: nothing jumps. The sizes below follow from `docs/stylesheets/blocks.css`;
`tests/browser/test_room.py` compares them with what the browser measures.
"""

import re

_STRUT = re.compile(r'class="katex-strut" style="height:([\d.]+)em')
_CODE = re.compile(
    r'<div class="language-python highlight">(?=<pre>(?P<code>.*?)</pre>)', re.DOTALL
)
_CELL = re.compile(r"(?P<opened><t[hd](?: [^>]*)?>)(?P<inner>.*?)(?=</t[hd]>)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>")

_LINE_OF_MATH, _MATH, _AROUND_MATH = 1.372, 1.06, 0.7  # in units of the text's size
_LINE_OF_CODE, _AROUND_CODE = 1.36, 1.74  # in units of the code's size
_LINE_OF_FORMULAS = 1.75  # in units of the size of a table's text, which formulas share


def of_equation(rendered: str) -> str:
    """Return the `style` of a displayed equation that KaTeX has set."""
    tallest = max(map(float, _STRUT.findall(rendered)), default=0.0)
    return _style(max(_LINE_OF_MATH, _MATH * tallest) + _AROUND_MATH)


def of_drawing(box: str) -> str:
    """Return the `style` of a drawing with this `viewBox`; it is as wide as its column."""
    _, _, width, height = box.split()
    return f' style="aspect-ratio:{width}/{height}"'


def with_formulas_told(table: str, whole: str) -> str:
    """Return a table whose stacked formulas stand in boxes that say how tall they are.

    Args:
        table: Its HTML, in which formulas may be held back.
        whole: The same with all formulas set.
    """
    cells = (match["inner"] for match in _CELL.finditer(whole))

    def cell(match: re.Match[str]) -> str:
        formulas = _BREAK.split(next(cells))
        if len(formulas) == 1 or not all('class="katex"' in formula for formula in formulas):
            return match[0]
        height = _style(sum(map(_line, formulas)))
        return f'{match["opened"]}<div class="formulas"{height}>{match["inner"]}</div>'

    return _CELL.sub(cell, table)


def _line(formula: str) -> float:
    return max(_LINE_OF_FORMULAS, *map(float, _STRUT.findall(formula)))


def told(page: str) -> str:
    """Return the HTML of a page whose blocks of code say how tall they are."""

    def code(match: re.Match[str]) -> str:
        lines = match["code"].count("\n")
        return match[0][:-1] + _style(_LINE_OF_CODE * lines + _AROUND_CODE) + ">"

    return _CODE.sub(code, page)


def _style(height: float) -> str:
    return f' style="--height:{height:.2f}em"'
