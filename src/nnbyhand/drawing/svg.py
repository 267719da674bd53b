"""The parts of a drawing as SVG text: elements, colors, and the marks of classes."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

INK, SOFT = "var(--nn-ink, #23211c)", "var(--nn-ink-soft, #5e5a51)"
GROUND, GRID = "var(--nn-ground, #fcfaf5)", "var(--nn-grid, #e7e2d7)"
EDGE = "var(--nn-edge, #8a8578)"
CLASS_COLORS = (
    "var(--nn-class-1, #027a78)",
    "var(--nn-class-2, #7d004d)",
    "var(--nn-class-3, #836001)",
)
LINE_COLORS = (
    "var(--nn-series-1, #1d4091)",
    "var(--nn-series-2, #06787d)",
    "var(--nn-series-3, #a64a27)",
    "var(--nn-series-4, #5b153d)",
)


@dataclass(frozen=True)
class Drawing:
    """A drawing as SVG. Notebooks show it by themselves; elsewhere, write ``svg`` to a file.

    Attributes:
        svg: The text of the drawing.

    Example:
        >>> from nnbyhand.drawing.drawing import draw_curves
        >>> drawing = draw_curves([0, 1, 2], {"square": [0, 1, 4]}, title="A square")
        >>> drawing.svg[:4], len(drawing.svg) < 3000
        ('<svg', True)

    Chapter: activations.
    """

    svg: str

    def _repr_svg_(self) -> str:
        """Return what notebooks show."""
        return self.svg


def number(value: float) -> str:
    """Return a number of pixels to a tenth, which no eye can tell from the exact one."""
    tenths = round(value, 1) + 0.0  # which turns -0 into 0
    return f"{tenths:.1f}".removesuffix(".0")


def escaped(text: str) -> str:
    """Return text as XML may hold it."""
    return html.escape(_NOT_IN_XML.sub("\ufffd", text))


def element(tag: str, *inner: str, **attributes: str | float) -> str:
    """Return an element; ``stroke_width=2`` becomes the attribute ``stroke-width``."""
    written = "".join(
        f' {name.replace("_", "-")}="{escaped(v) if isinstance(v, str) else number(v)}"'
        for name, v in attributes.items()
    )
    return f"<{tag}{written}>{''.join(inner)}</{tag}>" if inner else f"<{tag}{written}/>"


def text(content: str, x: float, y: float, **attributes: str | float) -> str:
    """Return a line of text that begins at a point, or as ``text_anchor`` says."""
    return element("text", escaped(content), x=x, y=y, **attributes)


def mark(index: int, x: float, y: float, radius: float) -> str:
    """Return the outline that marks a class: a circle, a square or a triangle."""
    r = number(radius)
    if index == 0:
        side = number(2 * radius)
        return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 0 {side} 0a{r} {r} 0 1 0 -{side} 0z"
    if index == 1:
        side = number(2 * radius)
        return f"M{number(x - radius)} {number(y - radius)}h{side}v{side}h-{side}z"
    top, foot = number(y - 1.2 * radius), number(y + radius)
    return f"M{number(x)} {top}L{number(x + 1.2 * radius)} {foot}H{number(x - 1.2 * radius)}z"
