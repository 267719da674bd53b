"""How figures look: two widths, quiet axes, names beside lines instead of a legend.

A figure function gets a `Canvas`, asks it for panels and draws on them. It is called inside the
settings of `guide.figures.settings`, so that lines, text and axes need no styling of their own.
"""

import math
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation
from matplotlib.transforms import ScaledTranslation

from guide.figures.living import PREFIX, living
from guide.figures.palette import color
from guide.figures.settings import PIXELS_PER_INCH, WIDTHS
from guide.figures.spacing import apart

LINE_SPACING = 17  # px from one label to the next

Side = Literal["right", "left", "above", "below"]

_PLACES: dict[Side, tuple[tuple[int, int], str, str]] = {
    "right": ((7, 0), "left", "center"),
    "left": ((-7, 0), "right", "center"),
    "above": ((0, 5), "center", "bottom"),
    "below": ((0, -5), "center", "top"),
}


class Named(Protocol):
    """An activation or optimizer: something the palette has a color for."""

    @property
    def slug(self) -> str:
        """Its name in addresses and in the palette."""


@dataclass(frozen=True)
class Canvas:
    """What a figure is drawn on: once as wide as a text column, once as wide as a phone."""

    name: Literal["wide", "narrow"]

    @property
    def width(self) -> int:
        """Width in pixels."""
        return WIDTHS[self.name]

    def panels(
        self, count: int = 1, *, aspect: float = 0.75, columns: int = 2
    ) -> tuple[Figure, tuple[Axes, ...]]:
        """Return a figure and its panels: two side by side when wide are stacked when narrow.

        Args:
            count: How many panels.
            aspect: Height of a panel over the width of a phone, labels included. A wide canvas
                makes panels wider, never taller.
            columns: How many panels stand side by side when wide; narrow, half as many do.
        """
        columns = min(count, columns)
        if self.name == "narrow":
            columns = max(1, columns // 2)
        rows = math.ceil(count / columns)
        height = rows * round(aspect * Canvas("narrow").width)
        size = (self.width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.subplots(rows, columns, squeeze=False).flatten()
        for spare in axes[count:]:
            spare.remove()
        return figure, tuple(axes[:count])


def color_of(thing: Named) -> str:
    """Return the color that an activation or optimizer has in every figure."""
    return color(thing.slug)


def name_axes(ax: Axes, x: str, y: str, title: str = "") -> None:
    """Say what the axes measure; the upright name stands above its axis, where it reads easily."""
    ax.set_xlabel(x)
    ax.set_ylabel(y, rotation=0, ha="left", va="baseline")
    gap = ScaledTranslation(0, 9 / PIXELS_PER_INCH, ax.figure.dpi_scale_trans)
    ax.yaxis.set_label_coords(0, 1, transform=ax.transAxes + gap)
    # The layout keeps room for a title, even a blank one, but none for a name above the axes.
    ax.set_title(title or " ", pad=28 if title else 9)


def label_line(  # noqa: PLR0913  (a name has a place, a color and a side)
    ax: Axes, x: float, y: float, text: str, color: str, *, side: Side = "right"
) -> Annotation:
    """Write a name beside the point (x, y) of a line, in the line's color."""
    offset, horizontal, vertical = _PLACES[side]
    return ax.annotate(
        text,
        (x, y),
        offset,
        textcoords="offset pixels",
        ha=horizontal,
        va=vertical,
        color=color,
        annotation_clip=False,
    )


def label_ends(ax: Axes) -> None:
    """Write the `label` of every line to the right of its end, moved apart where they would touch.

    Call it last: it asks where the lines end on the page, which limits and names still change. A
    line that leaves the panel is named where it does.
    """
    lines = [line for line in ax.lines if not str(line.get_label()).startswith("_")]
    ends = [(line, *_end_inside(ax, line)) for line in lines]
    ends.sort(
        key=lambda end: -end[1]
    )  # of lines that leave at the top, keep the first as the highest
    notes = [
        label_line(ax, x, y, str(line.get_label()), str(line.get_color())) for line, x, y in ends
    ]
    for note, (line, *_) in zip(notes, ends, strict=True):
        if name := line.get_gid():
            living(note, f"{name.removeprefix(PREFIX)}-name")
    _lay_out(ax)
    heights = [float(ax.transData.transform((x, y))[1]) for _, x, y in ends]
    free = apart(heights, LINE_SPACING, ax.bbox.y1)
    for note, height, moved in zip(notes, heights, free, strict=True):
        note.xyann = (note.xyann[0], moved - height)


def _lay_out(ax: Axes) -> None:
    """Give the panels of a figure their places, as drawing it will."""
    figure = ax.get_figure(root=True)
    engine = figure.get_layout_engine() if figure else None
    if figure and engine:
        engine.execute(figure)


def _end_inside(ax: Axes, line: Line2D) -> tuple[float, float]:
    """Return the last point of a line inside its panel, or where the line leaves it."""
    points = np.asarray(line.get_xydata(), dtype=float)
    (left, right), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    x, y = points.T
    inside = ((left <= x) & (x <= right) & (low <= y) & (y <= high)).nonzero()[0]
    if not len(inside):
        message = f"the line {line.get_label()!r} never enters its panel"
        raise ValueError(message)
    last = inside[-1]
    after = y[min(last + 1, len(y) - 1)]
    return float(x[last]), float(np.clip(after, low, high) if np.isfinite(after) else y[last])
