"""Figures of the plane that a neuron over two inputs cuts."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.neuron import experiments as measured
from guide.chapters.neuron.experiments import BOTH, WEIGHTS
from guide.figures.living import living
from guide.figures.numerals import signed
from guide.figures.palette import color
from guide.figures.plane_cut import cut as directions_of
from guide.figures.plane_cut import draw_cut
from guide.figures.style import Canvas, Side, label_line, name_axes
from nnbyhand.shapes import Array

LEAST, LARGEST = -0.35, 1.55  # the range of each input that the planes show
TURNED: tuple[tuple[tuple[float, float], str, Side], ...] = (
    ((1.0, 1.0), "series-1", "above"),
    ((1.0, 0.0), "series-3", "right"),
    ((-0.5, 1.0), "series-2", "above"),
)
"""Weights, the color of their line, and on which side of the arrow they are written."""


def cut(canvas: Canvas) -> Figure:
    """Draw the line of the AND neuron across its weights, and lines for other weights."""
    figure, (one, turned) = canvas.panels(2, aspect=1)
    _plane(one, "dimmer", "The sum grows along the weights")
    _half_plane(one, measured.WEIGHTS, measured.BOTH)
    for z in (-1.5, -1.0, -0.5, 0.0, 0.5):
        if z:
            _line(one, measured.WEIGHTS, measured.BOTH - z, "edge", dashes=":")
        middle = (z - measured.BOTH) / 2
        box = {"facecolor": color("ground"), "edgecolor": "none", "pad": 1}
        place = middle - 0.2, middle + 0.2
        one.text(*place, signed(z), ha="center", va="center", color=color("ink-soft"), bbox=box)
    tip = _arrow(one, (0.75, 0.75), measured.WEIGHTS * 0.33)
    label_line(one, *tip, "weights", color("ink"))
    _plane(turned, "dimmer", "Turn them, and the line turns")
    for weights, shade, side in TURNED:
        _line(turned, np.array(weights), -0.6 * sum(weights), shade)
        tip = _arrow(turned, (0.6, 0.6), 0.45 * np.array(weights), shade)
        text = f"({weights[0]:g}, {weights[1]:g})".replace("-", "−")
        label_line(turned, *tip, text, color(shade), side=side)
    return figure


def gates(canvas: Canvas) -> Figure:
    """Draw the lines of AND, OR and NAND through the four positions of two switches."""
    figure, axes = canvas.panels(3, columns=3, aspect=0.85)
    for ax, gate, sign, bias, title in zip(
        axes,
        (nn.AND, nn.OR, nn.NAND),
        (1, 1, -1),
        (measured.BOTH, measured.EITHER, -measured.BOTH),
        ("AND, bias −1.5", "OR, bias −0.5", "NAND, bias +1.5"),
        strict=True,
    ):
        _plane(ax, "switch", title)
        _half_plane(ax, sign * measured.WEIGHTS, bias)
        _corners(ax, gate)
        middle = abs(bias) / 2
        _arrow(ax, (middle - 0.4, middle + 0.4), sign * measured.WEIGHTS * 0.25)
    return figure


def without_bias(canvas: Canvas) -> Figure:
    """Draw AND with its line, and the lines that are left without a bias."""
    figure, (kept, lost) = canvas.panels(2, aspect=1)
    _plane(kept, "switch", "With a bias")
    _half_plane(kept, measured.WEIGHTS, measured.BOTH)
    _corners(kept, nn.AND)
    _plane(lost, "switch", "Without a bias")
    for angle in np.deg2rad(np.arange(0, 180, 15)):
        _line(lost, np.array([np.cos(angle), np.sin(angle)]), 0.0, "edge")
    _corners(lost, nn.AND)
    return figure


def _plane(ax: Axes, what: str, title: str) -> None:
    ends = LEAST, LARGEST
    ax.set(xlim=ends, ylim=ends, xticks=(0, 1), yticks=(0, 1), box_aspect=1)
    ax.grid(visible=False)
    name_axes(ax, f"first {what}", f"second {what}", title)


def _half_plane(ax: Axes, weights: Float[Array, "2"], bias: float) -> None:
    """Shade where the neuron answers 1, and draw the line."""
    ends = np.array([LEAST, LARGEST])
    sums = weights[0] * ends + weights[1] * ends[:, None] + bias
    ax.contourf(ends, ends, sums, levels=[0, 100], colors=[to_rgba(color("positive"), 0.16)])
    _line(ax, weights, bias, "ink")


def _line(ax: Axes, weights: Float[Array, "2"], bias: float, tone: str, dashes: str = "-") -> None:
    """Draw where the sum is 0: thin and quiet in the color of edges, else as thick as a curve."""
    ends = np.array([LEAST, LARGEST])
    sums = weights[0] * ends + weights[1] * ends[:, None] + bias
    width = 1 if tone == "edge" else 2
    ax.contour(ends, ends, sums, [0], colors=color(tone), linestyles=dashes, linewidths=width)


def _arrow(
    ax: Axes, start: tuple[float, float], along: Float[Array, "2"], tone: str = "ink"
) -> tuple[float, float]:
    """Draw an arrow and return its tip."""
    tip = float(start[0] + along[0]), float(start[1] + along[1])
    style = {"arrowstyle": "-|>", "color": color(tone), "lw": 2, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", tip, start, arrowprops=style)
    return tip


def _corners(ax: Axes, gate: nn.Data) -> None:
    """Mark the four rows: a filled blue dot for 1, an orange ring for 0."""
    for (x, y), label in zip(gate.x, gate.y[:, 0], strict=True):
        shade = color("positive" if label else "negative")
        fill = shade if label else color("ground")
        ax.plot(x, y, "o", markersize=13, color=shade, markerfacecolor=fill, markeredgewidth=2)


LENGTH = 0.35  # of the arrow, for weights of length 1
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
    nearest, across, along = directions_of(WEIGHTS, BOTH)
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
