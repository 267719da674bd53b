"""Equations, drawings, wide tables and code tell how tall they are."""

from guide.publishing.room import of_drawing, of_equation, of_table, told

STRUT = '<span class="katex-strut" style="height:{}em;vertical-align:-1em;"></span>'


def test_an_equation_is_as_tall_as_its_tallest_part() -> None:
    # 1.06 times the taller strut, and 0.7 around it; a line of math takes 1.372 at least.
    assert of_equation(STRUT.format(1) + STRUT.format(3)) == ' style="--height:3.88em"'
    assert of_equation(STRUT.format(0.4)) == ' style="--height:2.07em"'


def test_a_drawing_keeps_its_shape() -> None:
    assert of_drawing("0 0 680 255") == ' style="aspect-ratio:680/255"'


def test_a_wide_table_is_as_tall_as_its_rows() -> None:
    def row(*cells: str) -> str:
        return "<tr>" + "".join(f'<td style="text-align:right">{cell}</td>' for cell in cells)

    def table(cell: str, columns: int = 5) -> str:
        return f"<table>{row(*[cell] * columns)}</tr></table>"

    # Text of 0.83; a line takes 1.4, and 1.07 are around a cell. A line holds 38 letters.
    assert of_table(table("yes")) == ' style="--height:2.05em"'
    assert of_table(table("a &lt; b" * 6)) == ' style="--height:2.05em"'
    assert of_table(table("<b>a</b>" * 39)) == ' style="--height:3.21em"'
    assert of_table(table("a<br />b")) == ' style="--height:3.21em"'
    # A line with a formula never breaks, and takes 1.06 times the formula's strut; where two
    # formulas stand in a cell, 1.75 at least, and 0.72 are around them.
    tall, low = (f'<span class="katex">{STRUT.format(em)}{"x" * 50}</span>' for em in (3, 1))
    assert of_table(table(low)) == ' style="--height:2.05em"'
    assert of_table(table(f"{tall}<br>{low}")) == ' style="--height:4.69em"'
    assert of_table(table("yes", columns=4)) == ""  # its lines break by the screen's width


def test_code_is_as_tall_as_its_lines() -> None:
    # Four lines of 1.36, and 1.74 around them. Text in a line is left as it is.
    code = "<pre><code>a = 1\nb = 2\nc = 3\nd = 4\n</code></pre>"
    block = f'<div class="language-python highlight">{code}</div>'
    page = f"<p>x</p>{block}<p>y\n</p>{block}"
    opened = block.replace(">", ' style="--height:7.18em">', 1)
    assert told(page) == f"<p>x</p>{opened}<p>y\n</p>{opened}"
