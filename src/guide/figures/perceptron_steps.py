"""The figure of a perceptron that learns AND one update at a time, at a reader's pace."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.plane_cut import draw_cut
from guide.figures.style import Canvas, label_ends, name_axes

SHOWN = 5  # updates
MOST = 16

NAMES = ("first", "series-1", "w1"), ("second", "series-3", "w2"), ("bias", "series-2", "b")
"""What a parameter is called in the drawing, its color, and what its line is called."""


def one_by_one(canvas: Canvas) -> Figure:
    """Draw the line of AND after its fifth update, and weights and bias after each update."""
    updates = nn.learn_perceptron(nn.AND.x, nn.AND.y).updates
    parameters = np.array([[0.0, 0.0, 0.0], *([*each.weights, each.bias] for each in updates)])
    figure, (plane, course) = canvas.panels(2, aspect=0.95)
    _draw_plane(plane, nn.Perceptron(parameters[SHOWN, :2], parameters[SHOWN, 2]))
    for line, (name, token, part) in zip(parameters.T, NAMES, strict=True):
        living(course.plot(line, color=color(token), label=name)[0], part)
        dot = course.plot(SHOWN, line[SHOWN], "o", color=color(token), markersize=8)[0]
        living(dot, f"{part}-now")
    living(course.axvline(SHOWN, color=color("ink-soft"), linewidth=1, zorder=1), "now")
    course.set(
        xlim=(0, MOST + 4), ylim=(-4.3, 3.3), xticks=range(0, MOST + 1, 4), yticks=range(-4, 4)
    )
    name_axes(course, "update", "weights and bias", "What it learned so far")
    label_ends(course)
    return figure


def _draw_plane(ax: Axes, unit: nn.Perceptron) -> None:
    """Draw the unit's line, the corners of AND, and a cross over each that it gets wrong."""
    draw_cut(ax, unit.weights, unit.bias)
    for number, (row, lit) in enumerate(zip(nn.AND.x, nn.AND.y[:, 0], strict=True)):
        shade = color("positive" if lit else "negative")
        fill = shade if lit else color("ground")
        (dot,) = ax.plot(*row, "o", color=shade, markerfacecolor=fill, markersize=12)
        dot.set_markeredgewidth(2)
        living(dot, f"corner-{number}")
    wrong = nn.AND.x[unit(nn.AND.x) != nn.AND.y[:, 0]]
    (crosses,) = ax.plot(*wrong.T, "x", color=color("ink"), markeredgewidth=2, markersize=19)
    living(crosses, "wrong")
    ax.set(xlim=(-0.4, 1.4), ylim=(-0.4, 1.4), xticks=[0, 1], yticks=[0, 1], box_aspect=1)
    ax.grid(visible=False)
    name_axes(ax, "first switch", "second switch", "The line, and what is wrong")
