"""Equations, drawings, stacked formulas and code tell how tall they are."""

from guide.publishing.typesetting.room import of_drawing, of_equation, told, with_formulas_told

STRUT = '<span class="katex-strut" style="height:{}em;vertical-align:-1em;"></span>'


def test_an_equation_is_as_tall_as_its_tallest_part() -> None:
    # 1.06 times the taller strut, and 0.7 around it; a line of math takes 1.372 at least.
    assert of_equation(STRUT.format(1) + STRUT.format(3)) == ' style="--height:3.88em"'
    assert of_equation(STRUT.format(0.4)) == ' style="--height:2.07em"'


def test_a_drawing_keeps_its_shape() -> None:
    assert of_drawing("0 0 680 255") == ' style="aspect-ratio:680/255"'


def test_stacked_formulas_are_as_tall_as_their_lines() -> None:
    # A line takes the formula's strut, 1.75 at least; the formula stays held back.
    def table(*cells: str) -> str:
        row = "".join(f'<td style="text-align:right">{cell}</td>' for cell in cells)
        return f"<table><thead><tr><th>a</th><th>b</th></tr></thead><tr>{row}</tr></table>"

    tall, low = (f'<span class="katex">{STRUT.format(em)}</span>' for em in (3, 1))
    told_table = with_formulas_told(
        table("<!--held 1--><br /><!--held 2-->", "x"), table(f"{tall}<br />{low}", "x")
    )
    assert told_table == table(
        '<div class="formulas" style="--height:4.75em"><!--held 1--><br /><!--held 2--></div>', "x"
    )
    for whole in (table(low, "x"), table("a<br>b", "x"), table(f"{low}<br>b", "x")):
        assert with_formulas_told(whole, whole) == whole


def test_code_is_as_tall_as_its_lines() -> None:
    # Four lines of 1.36, and 1.74 around them. Text in a line is left as it is.
    code = "<pre><code>a = 1\nb = 2\nc = 3\nd = 4\n</code></pre>"
    block = f'<div class="language-python highlight">{code}</div>'
    page = f"<p>x</p>{block}<p>y\n</p>{block}"
    opened = block.replace(">", ' style="--height:7.18em">', 1)
    assert told(page) == f"<p>x</p>{opened}<p>y\n</p>{opened}"
