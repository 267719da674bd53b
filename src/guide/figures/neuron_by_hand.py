"""The figure of a neuron that a reader sets by hand: its line, and its four sums."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.experiments.neuron import BOTH, WEIGHTS
from guide.figures.living import living
from guide.figures.neuron_planes import LARGEST, LEAST
from guide.figures.palette import color
from guide.figures.plane_cut import cut, draw_cut
from guide.figures.style import Canvas, label_line, name_axes
from nnbyhand.shapes import Array

LENGTH = 0.35  # of the arrow, over that of the weights
ASIDE = 0.25  # where the arrow begins, along the line
HEAD = 0.1, 0.035  # of the arrow: how long, and half its width


def by_hand(canvas: Canvas) -> Figure:
    """Draw the line of the AND neuron, and its sums at the four positions of two switches."""
    figure, (plane, stems) = canvas.panels(2, aspect=0.95)
    sums = nn.AND.x @ WEIGHTS + BOTH
    draw_cut(plane, WEIGHTS, BOTH)
    _draw_arrow(plane)
    for number, (place, z) in enumerate(zip(nn.AND.x, sums, strict=True)):
        _dot(plane, place.tolist(), float(z), 13, f"position-{number}")
    limits = LEAST, LARGEST
    plane.set(xlim=limits, ylim=limits, xticks=(0, 1), yticks=(0, 1), box_aspect=1)
    plane.grid(visible=False)
    name_axes(plane, "first switch", "second switch", "Its line")
    _draw_sums(stems, sums)
    return figure


def _draw_arrow(ax: Axes) -> None:
    """Draw the weights as an arrow, from the line into the side of the yes."""
    nearest, across, along = cut(WEIGHTS, BOTH)
    start = nearest + ASIDE * along
    tip = start + LENGTH * np.hypot(*WEIGHTS) * across
    base = tip - HEAD[0] * across
    head = np.array([tip, base + HEAD[1] * along, base - HEAD[1] * along, tip])
    living(ax.plot(*np.array([start, base]).T, color=color("ink"))[0], "shaft")
    living(ax.fill(*head.T, facecolor=color("ink"), linewidth=0)[0], "head")


def _draw_sums(ax: Axes, sums: Float[Array, "4"]) -> None:
    ax.axhline(0, color=color("edge"), linewidth=1)
    for number, z in enumerate(sums.tolist()):
        living(ax.plot([number, number], [0, z], color=_tone(z))[0], f"stem-{number}")
        _dot(ax, (number, z), z, 10, f"sum-{number}")
        text = f"{z:+.2f}".replace("-", "−")
        living(label_line(ax, number, z, text, color("ink")), f"value-{number}")
    ax.set(xlim=(-0.5, 3.9), ylim=(-5.4, 5.4), xticks=range(4), yticks=(-4, -2, 0, 2, 4))
    ax.set_xticklabels(["0 0", "0 1", "1 0", "1 1"])
    name_axes(ax, "first and second switch", "sum z", "Its four sums")


def _dot(ax: Axes, place: Sequence[float], z: float, size: float, name: str) -> None:
    """Draw a filled dot where the answer is yes, else a ring."""
    fill = _tone(z) if z >= 0 else color("ground")
    look: dict[str, Any] = {
        "color": _tone(z),
        "markerfacecolor": fill,
        "markeredgewidth": 2,
        "markersize": size,
    }
    living(ax.plot(*place, "o", **look)[0], name)


def _tone(z: float) -> str:
    return color("positive" if z >= 0 else "negative")
