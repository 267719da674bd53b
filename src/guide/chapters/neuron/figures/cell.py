"""The figure that sets a nerve cell beside an artificial neuron."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from guide.figures.palette import color
from guide.figures.style import Canvas
from guide.figures.units import Point

IN, WEIGHT, SUM, OUT = "series-2", "series-3", "series-1", "series-4"
"""The colors of what comes in, of how much it counts, of adding up, and of what goes out."""

BRANCHES = (  # each trunk ends in the cell body, each twig in its trunk
    (((0.9, 8.6), (2.2, 7.6), (2.6, 6.2), (4.4, 5.3)), 5),
    (((2.6, 9.0), (2.3, 8.2), (2.3, 7.6), (2.6, 6.9)), 3),
    (((0.6, 6.3), (1.4, 6.5), (1.9, 6.7), (2.6, 6.7)), 3),
    (((0.7, 4.6), (1.8, 4.4), (2.8, 5.2), (4.4, 5.0)), 5),
    (((0.9, 1.5), (2.0, 2.4), (2.8, 3.6), (4.4, 4.7)), 5),
    (((2.9, 1.2), (2.7, 2.0), (2.5, 2.4), (2.4, 3.1)), 3),
)
AXON = (
    (((5.2, 5.0), (6.6, 5.1), (7.4, 4.9), (8.4, 5.0)), 4),
    (((8.4, 5.0), (8.9, 5.1), (9.0, 6.0), (9.6, 6.4)), 3),
    (((8.4, 5.0), (8.9, 4.9), (9.1, 4.9), (9.7, 4.9)), 3),
    (((8.4, 5.0), (8.9, 4.9), (9.0, 4.0), (9.6, 3.6)), 3),
)
SENDERS = (  # ends of the axons of other cells
    ((-0.6, 9.6), (0.5, 9.0)),
    ((-0.7, 4.2), (0.2, 4.5)),
    ((-0.6, 0.4), (0.5, 1.1)),
)
PORTS = ((0.3, 8.6), (0.3, 5.0), (0.3, 1.4))


def two_neurons(canvas: Canvas) -> Figure:
    """Draw a nerve cell and an artificial neuron, the parts that correspond in one color."""
    figure, (cell, unit) = canvas.panels(2, aspect=0.95)
    for ax, title in ((cell, "Nerve cell"), (unit, "Artificial neuron")):
        ax.set(xlim=(-0.8, 10.2), ylim=(0, 10.4))
        ax.set_axis_off()
        ax.set_title(title)
    _draw_cell(cell)
    _draw_unit(unit)
    return figure


def _draw_cell(ax: Axes) -> None:
    for points, width in BRANCHES:
        _curve(ax, points, width, IN)
    for points, width in AXON:
        _curve(ax, points, width, OUT)
    for *_, end in (points for points, width in AXON if width < AXON[0][1]):
        ax.plot(*end, "o", markersize=8, color=color(OUT))
    for start, end in SENDERS:
        _curve(ax, (start, start, end, end), 2, WEIGHT)
        ax.plot(*end, "o", markersize=8, color=color(WEIGHT))
    ax.plot(4.7, 5, "o", markersize=58, color=color(SUM), markerfacecolor=color("surface"), mew=3)
    ax.plot(4.7, 5, "o", markersize=16, color=color(SUM))
    _name(ax, (0.9, 9.5), "synapse", WEIGHT, "left")
    _name(ax, (3.0, 8.0), "dendrites", IN, "left")
    _name(ax, (4.8, 3.4), "cell body", SUM)
    _name(ax, (7.1, 5.7), "axon", OUT)
    _name(ax, (7.1, 4.3), "fires, or not", OUT)


def _draw_unit(ax: Axes) -> None:
    for number, (x, y) in enumerate(PORTS, start=1):
        ax.plot((x, 4.4), (y, 5), color=color(WEIGHT), linewidth=2)
        ax.plot(x, y, "o", markersize=32, color=color(IN), markerfacecolor=color("ground"), mew=2)
        _name(ax, (x, y), f"$x_{number}$", IN)
        middle = x + 0.5 * (4.4 - x), y + 0.5 * (5 - y)
        box = {"facecolor": color("ground"), "edgecolor": "none", "pad": 1}
        _name(ax, middle, f"$w_{number}$", WEIGHT).set_bbox(box)
    ax.plot((5, 9.2), (5, 5), color=color(OUT), linewidth=3, zorder=1)
    ax.plot(4.5, 5, "o", markersize=58, color=color(SUM), markerfacecolor=color("surface"), mew=3)
    ax.plot(7.3, 5, "s", markersize=40, color=color(OUT), markerfacecolor=color("surface"), mew=2)
    ax.plot((6.8, 7.3, 7.3, 7.8), (4.6, 4.6, 5.4, 5.4), color=color(OUT))
    _name(ax, (4.5, 5.3), "sum", SUM)
    _name(ax, (4.5, 4.7), "+ $b$", SUM)
    _name(ax, (9.7, 5), "$a$", OUT)
    _name(ax, (0.3, 9.8), "inputs", IN)
    _name(ax, (2.6, 8.0), "weights", WEIGHT, "left")
    _name(ax, (5.7, 3.3), "weighted sum", SUM)
    _name(ax, (7.5, 6.2), "activation", OUT)
    _name(ax, (9.3, 4.3), "output", OUT)


def _curve(ax: Axes, points: tuple[Point, ...], width: float, token: str) -> None:
    path = Path(np.array(points), [Path.MOVETO, *[Path.CURVE4] * 3])
    ax.add_patch(PathPatch(path, fill=False, lw=width, ec=color(token), capstyle="round"))


def _name(ax: Axes, place: Point, text: str, token: str, align: str = "center") -> Text:
    return ax.text(*place, text, color=color(token), ha=align, va="center")
