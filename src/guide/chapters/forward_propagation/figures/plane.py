"""The figures of what the layers do to the plane of two switches, and of what a pass costs."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.forward_propagation.experiments.cost import FACTORS, growth
from guide.chapters.forward_propagation.experiments.passes import answer_map, switch_square
from guide.figures.palette import color
from guide.figures.style import Canvas, Side, color_of, label_ends, label_line, name_axes
from nnbyhand.shapes import Array

POSITIONS: tuple[tuple[str, Side], ...] = (
    ("0, 0", "left"),
    ("0, 1", "above"),
    ("1, 0", "below"),
    ("1, 1", "right"),
)
"""The four switch positions, and where each name is out of the way."""


def plane(canvas: Canvas) -> Figure:
    """Draw the square of all dimmer positions before and after each layer."""
    square = switch_square()
    figure, axes = canvas.panels(4, aspect=0.95)
    names = ("input 1", "input 2"), ("z of unit 1", "z of unit 2"), ("a of unit 1", "a of unit 2")
    titles = "1. What comes in", "2. After weights and biases", "3. After the sigmoid"
    grids = square.inputs, square.sums, square.outputs
    for ax, grid, corners, title, axis in zip(
        axes[:3], grids, square.corners, titles, names, strict=True
    ):
        for number, line in enumerate(grid):
            tone = color("series-2" if number < len(grid) // 2 else "series-3")
            ax.plot(*line.T, color=tone, linewidth=1.2)
        _mark_positions(ax, corners)
        name_axes(ax, *axis, title)
    for ax in axes[:2]:
        ax.set(xlim=(-0.6, 1.6), ylim=(-1, 1.2), xticks=[0, 1], yticks=[-1, 0, 1])
    axes[2].set(xlim=(0, 1), ylim=(0, 1), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    _draw_output(axes[3], np.stack([square.output_z, square.answer], axis=1))
    for ax in axes:
        ax.set_box_aspect(0.9)
    return figure


def _draw_output(ax: Axes, answered: Float[Array, "4 2"]) -> None:
    """Draw the sigmoid of the output unit with the four switch positions on it."""
    z = np.linspace(-0.2, 0.6, 81)
    ax.axhline(0.5, color=color("edge"), linewidth=1)
    label_line(ax, 0.6, 0.5, "one half", color("ink-soft"), side="left").xyann = (0, 9)
    ax.plot(z, nn.sigmoid(z), color=color_of(nn.sigmoid), linewidth=1.5)
    for (z_at, answer), (text, _) in zip(answered, POSITIONS, strict=True):
        ax.plot(z_at, answer, marker="o", markersize=7, color=color("ink"))
        label_line(ax, z_at, answer, text, color("ink"), side="above")
    ax.set(xlim=(-0.2, 0.6), ylim=(0.45, 0.65), xticks=[0, 0.2, 0.4], yticks=[0.5, 0.55, 0.6])
    name_axes(ax, "z of the output unit", "answer", "4. After the last layer")


def _mark_positions(ax: Axes, places: Float[Array, "4 2"]) -> None:
    for (x, y), (text, side) in zip(places, POSITIONS, strict=True):
        ax.plot(x, y, marker="o", markersize=7, color=color("ink"))
        label_line(ax, x, y, text, color("ink"), side=side)


def answers(canvas: Canvas) -> Figure:
    """Draw lines of equal answers over the hidden outputs and over the inputs."""
    found, square = answer_map(), switch_square()
    figure, (left, right) = canvas.panels(2, aspect=1)
    _draw_levels(left, found.hidden, found.over_hidden)
    _draw_levels(right, found.inputs, found.over_inputs)
    for ax, corners in ((left, square.corners[2]), (right, square.corners[0])):
        border = corners[[0, 1, 3, 2, 0]]
        ax.plot(*border.T, color=color("ink"), linewidth=1.5)
    name_axes(left, "a of unit 1", "a of unit 2", "What the output unit sees")
    name_axes(right, "input 1", "input 2", "The same, over the inputs")
    left.set(xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    right.set(xticks=[-8, -4, 0, 4, 8], yticks=[-8, -4, 0, 4, 8])
    return figure


LEVELS = ((0.4, "negative", "--"), (0.5, "ink-soft", "-"), (0.6, "positive", "-"))
"""Answers below, at and above one half, each with a color and a kind of line."""


def _draw_levels(
    ax: Axes, places: Float[Array, " places"], answers: Float[Array, "places places"]
) -> None:
    for level, token, kind in (*LEVELS, (0.7, *LEVELS[2][1:])):
        lines = ax.contour(places, places, answers, levels=[level], colors=[color(token)])
        lines.set(linestyle=kind, linewidth=1.8)
        ax.clabel(lines, fmt=f"{level:g}", fontsize=13, colors=[color(token)])


def cost(canvas: Canvas) -> Figure:
    """Draw the multiplications of a pass as width, depth and batch grow."""
    found = growth()
    figure, (ax,) = canvas.panels()
    for costs, token, marker, name in (
        (found.width, "series-1", "o", "width"),
        (found.depth, "series-3", "s", "depth"),
        (found.batch, "series-2", "^", "batch"),
    ):
        times = [each.multiplications / found.start.multiplications for each in costs]
        ax.loglog(FACTORS, times, color=color(token), marker=marker, label=name)
    ax.set(xlim=(0.95, 16.5), ylim=(0.8, 300), xticks=FACTORS, yticks=[1, 4, 16, 64, 256])
    ax.set_xticklabels([f"× {factor}" for factor in FACTORS])
    ax.set_yticklabels([f"× {times}" for times in (1, 4, 16, 64, 256)])
    ax.minorticks_off()
    name_axes(ax, "how much it grows", "multiplications of a pass")
    label_ends(ax)
    return figure
