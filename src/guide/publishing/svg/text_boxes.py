"""Draws a Matplotlib figure as SVG and remembers where each piece of text went."""

import io
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from guide.figures.settings import PIXELS_PER_INCH


@dataclass(frozen=True)
class TextBox:
    """A line of text and the box around it, in pixels from the upper left corner.

    The box is that of Matplotlib's own font, which runs wider than the page's.
    """

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "TextBox") -> bool:
        """Tell whether two boxes share more than half a pixel in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(across, down) > 0.5  # noqa: PLR2004  (half a pixel: boxes that touch do not overlap)


def recorded_svg(figure: Figure) -> tuple[str, list[TextBox]]:
    """Draw a figure.

    Returns:
        The SVG that Matplotlib writes, and all text that is really in it.
    """
    page = io.StringIO()
    width, height = figure.get_size_inches() * PIXELS_PER_INCH
    figure.set_dpi(PIXELS_PER_INCH)
    renderer = _Recorder(width, height, page)
    figure.draw(renderer)
    renderer.finalize()  # type: ignore[no-untyped-call]
    return page.getvalue(), renderer.boxes


class _Recorder(RendererSVG):
    """Writes SVG, and keeps the box of every piece of text."""

    def __init__(self, width: float, height: float, page: io.StringIO) -> None:
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        super().__init__(width, height, page, metadata=nothing)  # type: ignore[no-untyped-call]
        self.boxes: list[TextBox] = []

    def draw_text(  # noqa: PLR0913, PLR0917  (the signature is Matplotlib's)
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,  # noqa: FBT001, FBT002
        mtext: Text | None = None,
    ) -> None:
        width, height, descent = self.get_text_width_height_descent(  # type: ignore[no-untyped-call]
            s, prop, ismath
        )
        if s.strip():
            turn = np.exp(-1j * np.deg2rad(angle))  # y grows downwards here
            corners = [
                complex(x, y) + turn * complex(across, up)
                for across in (0, width)
                for up in (descent, descent - height)
            ]
            across, down = np.real(corners), np.imag(corners)
            size = prop.get_size_in_points()
            self.boxes.append(TextBox(s, size, across.min(), down.min(), across.max(), down.max()))
        anchor, shift = "start", 0.0
        if ismath and mtext is not None and angle == 0:
            anchor = {"left": "start", "center": "middle", "right": "end"}[
                mtext.get_horizontalalignment()
            ]
            shift = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        self.writer.start("g", style=f"text-anchor: {anchor}")  # type: ignore[no-untyped-call]
        super().draw_text(gc, x + shift, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
        self.writer.end("g")  # type: ignore[no-untyped-call]
