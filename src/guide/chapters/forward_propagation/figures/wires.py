"""The figures of the chapter on forward propagation that show units and the wires between them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from guide.chapters.forward_propagation.experiments import passes as measured
from guide.experiments import two_switches
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas
from guide.figures.units import Point, draw_units, unit_places
from nnbyhand.shapes import Array

INPUTS = ((0.0, 1.0), (0.0, 0.0))
HIDDEN = ((1.0, 1.0), (1.0, 0.0))
OUTPUT = ((2.0, 0.5),)
UNIT_SIZE = 46  # px across


def wires(canvas: Canvas) -> Figure:
    """Draw the network of two switches with a weight on each wire and a bias in each unit."""
    hidden, _, output, _ = two_switches.network().arrays
    figure, ax = _stage(canvas)
    _connect(ax, INPUTS, HIDDEN, hidden[0])
    _connect(ax, HIDDEN, OUTPUT, output[0])
    draw_units(ax, INPUTS, ("1st", "2nd"), UNIT_SIZE)
    draw_units(ax, HIDDEN, [signed(bias) for bias in hidden[1]], UNIT_SIZE)
    draw_units(ax, OUTPUT, [signed(bias) for bias in output[1]], UNIT_SIZE)
    _columns(ax, ("switches", "layer 1 (hidden)", "layer 2 (output)"))
    return figure


def flow(canvas: Canvas) -> Figure:
    """Draw what each wire of that network carries when only the first switch is on."""
    hidden, _, output, _ = two_switches.network().arrays
    made = measured.first_pass()
    bent = np.array([made.first_a, made.second_a])
    figure, ax = _stage(canvas)
    _connect(ax, INPUTS, HIDDEN, np.array(made.x)[:, None] * hidden[0], "hidden")
    _connect(ax, HIDDEN, OUTPUT, bent[:, None] * output[0], "output")
    draw_units(ax, INPUTS, [f"{x:g}" for x in made.x], UNIT_SIZE, name="input")
    draw_units(ax, HIDDEN, [f"{a:.2f}" for a in bent], UNIT_SIZE, name="unit")
    draw_units(ax, OUTPUT, [f"{made.a:.2f}"], UNIT_SIZE, name="answer")
    sums = (1, 0.69, made.first_z), (1, -0.31, made.second_z), (2, 0.19, made.z)
    for number, (x, y, z) in enumerate(sums):
        text = f"z = {signed(z)}".replace("+", "")
        shown = ax.text(x, y, text, ha="center", va="center", color=color("ink-soft"))
        living(shown, f"z-{number}")
    _columns(ax, ("switches", "layer 1", "layer 2"))
    return figure


def deep(canvas: Canvas) -> Figure:
    """Draw a network of 3, 4, 4 and 2 units with all its wires."""
    figure, (ax,) = canvas.panels(aspect=0.8)
    layers = [unit_places(at, count) for at, count in enumerate((3, 4, 4, 2))]
    for starts, ends in pairwise(layers):
        for start in starts:
            for end in ends:
                ax.plot(*zip(start, end, strict=True), color=color("edge"), linewidth=1)
    for units in layers:
        draw_units(ax, units, [""] * len(units), size=24)
    for at, text in enumerate(("3 inputs", "4 units", "4 units", "2 outputs")):
        ax.text(at, 2.1, text, ha="center", color=color("ink"))
    for at, text in enumerate(("layer 1\n(3, 4)", "layer 2\n(4, 4)", "layer 3\n(4, 2)")):
        ax.text(at + 0.5, -2.4, text, ha="center", color=color("ink-soft"))
    ax.set(xlim=(-0.45, 3.45), ylim=(-2.5, 2.4))
    ax.set_axis_off()
    return figure


def _stage(canvas: Canvas) -> tuple[Figure, Axes]:
    """Return an empty figure for the network of two switches."""
    figure, (ax,) = canvas.panels(aspect=0.72)
    ax.set(xlim=(-0.3, 2.3), ylim=(-0.42, 1.5))
    ax.set_axis_off()
    return figure, ax


def _connect(
    ax: Axes,
    starts: Sequence[Point],
    ends: Sequence[Point],
    carried: Float[Array, "starts ends"],
    name: str = "",
) -> None:
    """Draw every wire between two columns, its number beside its beginning.

    With a name, wires and numbers are living parts that begin with it.
    """
    for (row, column), number in np.ndenumerate(carried):
        line, text = _wire(ax, starts[row], ends[column], float(number))
        if name:
            living(line, f"{name}-{row}-{column}")
            living(text, f"{name}-{row}-{column}-number")


def _wire(ax: Axes, start: Point, end: Point, carries: float) -> tuple[Line2D, Text]:
    """Draw a wire: blue if positive, orange and dashed if negative, gray and thin at zero."""
    tone, dashes = ("positive", "-") if carries > 0 else ("negative", (0, (2, 1)))
    if carries == 0:
        tone, dashes = "edge", (0, (1, 2))
    (x, y), (to_x, to_y) = start, end
    width = 1 + 3 * abs(carries)
    look: dict[str, Any] = {
        "color": color(tone),
        "ls": dashes,
        "lw": width,
        "solid_capstyle": "butt",
    }
    (line,) = ax.plot((x, to_x), (y, to_y), **look)
    text = ax.text(
        x + 0.37 * (to_x - x),
        y + 0.37 * (to_y - y),
        signed(carries),
        ha="center",
        va="center",
        bbox={"facecolor": color("ground"), "edgecolor": "none", "pad": 1.5},
    )
    return line, text


def _columns(ax: Axes, names: Sequence[str]) -> None:
    for place, name in enumerate(names):
        ax.text(place, 1.38, name, ha="center", color=color("ink-soft"))


def signed(number: float) -> str:
    """Write a weight, a bias or what a wire carries: +0.5, −0.25, 0."""
    return f"{round(number, 2):+g}".replace("-", "−") if number else "0"
