"""The figures of the chapter on the perceptron."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.perceptron.experiments import bound as measured
from guide.chapters.perceptron.experiments.lamps import AND_UNIT, OR_UNIT, OUTPUT_UNIT
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.plane_cut import draw_cut
from guide.figures.style import Canvas, label_ends, label_line, name_axes
from nnbyhand.shapes import Array

LOW, HIGH = -0.4, 1.4  # the drawn plane: both switches go from 0 to 1


def lamps(canvas: Canvas) -> Figure:
    """Draw which corners are lit for AND, OR and XOR, and a line where one parts them."""
    figure, axes = canvas.panels(3, columns=3, aspect=0.85)
    units = (AND_UNIT, OR_UNIT, None)
    for ax, gate, unit, name in zip(
        axes, (nn.AND, nn.OR, nn.XOR), units, ("AND", "OR", "XOR"), strict=True
    ):
        _corners(ax, gate.x, gate)
        if unit:
            _side(ax, unit)
        _name_plane(ax, name)
    return figure


def and_line(canvas: Canvas) -> Figure:
    """Draw the line of AND after some of its updates, with the corners that it gets wrong."""
    updates = nn.learn_perceptron(nn.AND.x, nn.AND.y).updates
    figure, axes = canvas.panels(4, columns=4, aspect=0.7)
    for ax, count in zip(axes, (2, 5, 8, 11), strict=True):
        update = updates[count - 1]
        _learning(ax, nn.Perceptron(update.weights, update.bias), nn.AND)
        _name_plane(ax, f"Update {count}")
    return figure


def xor_cycle(canvas: Canvas) -> Figure:
    """Draw the four lines that XOR goes through in each of its epochs, from the third on."""
    updates = nn.learn_perceptron(nn.XOR.x, nn.XOR.y, epochs=3).updates[-4:]
    figure, axes = canvas.panels(4, columns=4, aspect=0.7)
    for ax, update in zip(axes, updates, strict=True):
        _learning(ax, nn.Perceptron(update.weights, update.bias), nn.XOR)
        _name_plane(ax, "After ({:.0f}, {:.0f})".format(*update.x))
    return figure


def race(canvas: Canvas) -> Figure:
    """Draw how far the weights of AND came and how long they got, between the proof's two sides."""
    found = measured.race()
    k, end = 60 * np.linspace(0, 1, 41) ** 2, (found.longest / found.gap) ** 2
    count, meeting = np.arange(1, len(found.along) + 1), found.gap * end
    figure, (ax,) = canvas.panels(aspect=0.9)
    ax.plot(k, found.longest * np.sqrt(k), color=color("series-1"))
    ax.plot(k, found.gap * k, color=color("series-3"))
    ax.plot(count, found.length, "o", markersize=5, color=color("series-1"))
    ax.plot(count, found.along, "D", markersize=5, color=color("series-3"))
    ax.plot(end, meeting, "o", markersize=8, color=color("ink"))
    label_line(ax, end, meeting + 1.3, "the end", color("ink"), side="left")
    label_line(ax, 27, found.longest * 31**0.5, "most length", color("series-1"), side="left")
    label_line(ax, 32, found.gap * 28, "least progress", color("series-3"))
    label_line(ax, count[-1], found.length[-1], "AND", color("ink-soft"), side="above")
    name_axes(ax, "updates", "size of the weights")
    return figure


def updates(canvas: Canvas) -> Figure:
    """Draw the updates of AND in random orders, and those of many clouds, beside their bounds."""
    orders, clouds = measured.and_orders(), measured.clouds()
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    counts, how_many = np.unique(orders.updates, return_counts=True)
    left.bar(counts, how_many, width=0.8, color=color("series-1"))
    left.axvline(orders.bound, color=color("series-3"), linestyle="--")
    label_line(left, orders.bound, 300, "bound", color("series-3"), side="left")
    left.set(xlim=(0, 55))
    name_axes(
        left, "updates until AND is learned", "orders", f"{orders.updates.size:,} orders of AND"
    )
    right.loglog(clouds.bounds, clouds.updates, "o", markersize=3, color=color("series-1"))
    right.loglog([1, 1e4], [1, 1e4], color=color("series-3"), linestyle="--")
    label_line(right, 100, 150, "bound", color("series-3"), side="left")
    right.set(xlim=(8, 8e3), ylim=(1, 1e3))
    name_axes(
        right,
        "updates that the theorem allows",
        "updates made",
        f"{clouds.number} clouds of points",
    )
    return figure


def fold(canvas: Canvas) -> Figure:
    """Draw the bands that two hidden units cut, and the points that the bands become."""
    figure, (left, right) = canvas.panels(2, aspect=1)
    hidden = np.stack([OR_UNIT(nn.XOR.x), AND_UNIT(nn.XOR.x)], axis=1).astype(float)
    _side(left, OR_UNIT)
    _side(left, AND_UNIT, lit=False)
    _side(right, OUTPUT_UNIT)
    right.plot(*hidden.T, color=color("ink-soft"), linestyle=":", zorder=1)
    for ax, rows in ((left, nn.XOR.x), (right, hidden)):
        _corners(ax, rows, nn.XOR)
    soft = color("ink-soft")
    label_line(left, -0.4, 0.45, "OR unit", soft)
    label_line(left, 0.25, 1.28, "AND unit", soft)
    for x, y, name in ((0, -0.06, "(0, 0)"), (0.5, 0.56, "(1, 0)"), (1, 0.94, "(1, 1)")):
        label_line(left, x, y, name, soft, side="below")
    label_line(right, 0, -0.06, "one corner", soft, side="below")
    label_line(right, 1, -0.06, "two corners", soft, side="below")
    label_line(right, 1, 1.06, "one corner", soft, side="above")
    _name_plane(left, "Three bands of switches")
    _name_plane(right, "Three pairs of answers", "OR unit", "AND unit")
    return figure


def _learning(ax: Axes, unit: nn.Perceptron, gate: nn.Data) -> None:
    """Draw the line of a unit, the corners of a gate, and a cross over each it gets wrong."""
    _side(ax, unit)
    _corners(ax, gate.x, gate)
    wrong = gate.x[unit(gate.x) != gate.y[:, 0]]
    for row in wrong:
        ax.plot(*row, "x", markersize=19, markeredgewidth=2, color=color("ink"), zorder=4)


def _corners(ax: Axes, rows: Float[Array, "4 2"], gate: nn.Data) -> None:
    """Draw, at `rows`, a blue dot for each corner that a gate lights, else an orange ring."""
    for row, lit in zip(rows, gate.y[:, 0], strict=True):
        shade = color("positive" if lit else "negative")
        fill = shade if lit else color("ground")
        ax.plot(*row, "o", markersize=12, color=shade, markerfacecolor=fill, markeredgewidth=2)


def _side(ax: Axes, unit: nn.Perceptron, *, lit: bool = True) -> None:
    """Draw the line where the answer of a unit changes, and shade, or clear, where it is 1."""
    ends = np.array([LOW, HIGH])
    x1, x2 = np.meshgrid(ends, ends)
    z = np.stack([x1, x2], axis=-1) @ unit.weights + unit.bias
    if z.max() >= 0:
        shade = to_rgba(color("positive"), 0.16) if lit else color("ground")
        ax.contourf(x1, x2, z, levels=[0, 1e9], colors=[shade], zorder=0)
    if z.min() < 0 <= z.max():
        ax.contour(x1, x2, z, levels=[0], colors=[color("ink")], linewidths=2, zorder=2)


def _name_plane(ax: Axes, title: str, x: str = "first switch", y: str = "second switch") -> None:
    ax.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=[0, 1], yticks=[0, 1], box_aspect=1)
    ax.grid(visible=False)
    name_axes(ax, x, y, title)


SHOWN = 5  # updates made when the page opens
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
