"""How tall equations, drawings and blocks of code are, told in advance.

A browser may then leave out those that are off the screen, which are most of a chapter, and the
page is as long as ever: nothing jumps. The sizes below follow from `docs/stylesheets/blocks.css`;
`tests/browser/test_room.py` compares them with what the browser measures.
"""

import re

_STRUT = re.compile(r'class="katex-strut" style="height:([\d.]+)em')
_CODE = re.compile(
    r'<div class="language-python highlight">(?=<pre>(?P<code>.*?)</pre>)', re.DOTALL
)

_LINE_OF_MATH, _MATH, _AROUND_MATH = 1.372, 1.06, 0.7  # in units of the text's size
_LINE_OF_CODE, _AROUND_CODE = 1.36, 1.74  # in units of the code's size


def of_equation(rendered: str) -> str:
    """Return the `style` of a displayed equation that KaTeX has set."""
    tallest = max(map(float, _STRUT.findall(rendered)), default=0.0)
    return _style(max(_LINE_OF_MATH, _MATH * tallest) + _AROUND_MATH)


def of_drawing(box: str) -> str:
    """Return the `style` of a drawing with this `viewBox`; it is as wide as its column."""
    _, _, width, height = box.split()
    return f' style="aspect-ratio:{width}/{height}"'


def told(page: str) -> str:
    """Return the HTML of a page whose blocks of code say how tall they are."""

    def code(match: re.Match[str]) -> str:
        lines = match["code"].count("\n")
        return match[0][:-1] + _style(_LINE_OF_CODE * lines + _AROUND_CODE) + ">"

    return _CODE.sub(code, page)


def _style(height: float) -> str:
    return f' style="--height:{height:.2f}em"'
