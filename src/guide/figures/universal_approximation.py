"""The figures of the chapter on universal approximation: what is set by hand."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import nnbyhand as nn
from guide.experiments.universal_approximation import ByHand, curve, sawtooth
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, color_of, label_line, name_axes
from guide.figures.universal_approximation_measured import (
    outside,
    parabolas,
    training,
    width_and_error,
)

__all__ = ["outside", "parabolas", "training", "width_and_error"]

X = np.linspace(0, 1, 401)


def odd_dimmer(canvas: Canvas) -> Figure:
    """Draw how bright the odd dimmer's lamp is at each of its positions."""
    figure, (ax,) = canvas.panels(aspect=0.6)
    ax.plot(X, curve(X), color=color("ink"), linewidth=2, linestyle="--")
    _name_dimmer(ax)
    return figure


def two_steps(canvas: Canvas) -> Figure:
    """Draw a step up, a step down and the bump that they add up to."""
    up, down = 0.8 * nn.sigmoid(80 * (X - 0.3)), -0.8 * nn.sigmoid(80 * (X - 0.6))
    figure, (steps, bump) = canvas.panels(2)
    steps.plot(X, up, color=color("positive"))
    steps.plot(X, down, color=color("negative"), linestyle="--")
    label_line(steps, 0.32, 0.6, "up at 0.3", color("positive"))
    label_line(steps, 0.62, -0.5, "down at 0.6", color("negative"))
    bump.plot(X, up + down, color=color_of(nn.sigmoid))
    for ax, title in ((steps, "Two hidden units"), (bump, "Their sum")):
        ax.set(xlim=(0, 1), ylim=(-1, 1), xticks=[0, 0.3, 0.6, 1], yticks=[-0.8, 0, 0.8])
        name_axes(ax, "x", "output", title)
    return figure


def bumps_add_up(canvas: Canvas) -> Figure:
    """Draw the curve, and bumps for 8 and for 40 pieces of it."""
    figure, axes = canvas.panels(2)
    for ax, pieces in zip(axes, (8, 40), strict=True):
        x = np.linspace(0, 1, 1601)
        ax.plot(x, ByHand.bumps(pieces)(x), color=color_of(nn.sigmoid))
        _draw_curve(ax, f"{pieces} bumps")
        label_line(ax, 0.01, 0.34, "network", color_of(nn.sigmoid))
        label_line(ax, 0.29, 0.97, "curve", color("ink"))
    return figure


def hats(canvas: Canvas) -> Figure:
    """Draw three ReLUs with their sum, a hat, and hats that add up to a line between dots."""
    figure, (one, many) = canvas.panels(2)
    soft = color("ink-soft")
    for corner, factor, dash in ((0.3, 1, "-"), (0.5, -2, "--"), (0.7, 1, "-")):
        one.plot(X, factor * nn.relu(X - corner) / 0.2, color=soft, linestyle=dash, linewidth=1.5)
    one.plot(X, nn.relu(1 - np.abs(X - 0.5) / 0.2), color=color_of(nn.relu), linewidth=3)
    label_line(one, 0.2, 0.85, "hat", color_of(nn.relu))
    label_line(one, 0.67, 2.0, "1", soft, side="left")
    label_line(one, 0.74, -2.0, "−2", soft)
    label_line(one, 0.87, 1.0, "1", soft, side="left")
    one.set(xlim=(0, 1), ylim=(-3, 3), xticks=[0, 0.3, 0.5, 0.7, 1], yticks=[-2, 0, 1, 2])
    name_axes(one, "x", "output", "Three ReLUs and their sum")
    knots, sides = np.linspace(0, 1, 13)[:, None], np.array([-1, 0, 1, np.nan]) / 12
    heights = curve(knots) * np.array([0, 1, 0, np.nan])
    each = (knots + sides).ravel(), heights.ravel()
    living(many.plot(*each, color=soft, linewidth=1, linestyle=":")[0], "hats")
    network = ByHand.dots(12)(knots[:, 0])
    living(many.plot(knots[:, 0], network, color=color_of(nn.relu))[0], "network")
    _draw_curve(many, "Hats add up to lines")
    return figure


def towers(canvas: Canvas) -> Figure:
    """Draw, over two inputs, four steps added up, and what a second hidden layer keeps of it."""
    figure, axes = canvas.panels(2, aspect=0.95)
    heights = np.array([[0, 1, 0], [1, 2, 1], [0, 1, 0]])
    for ax, kept, title in zip(
        axes,
        (heights, np.where(heights > 1, 1, 0)),
        ("Two walls add up", "A second layer keeps the tower"),
        strict=True,
    ):
        for (row, column), height in np.ndenumerate(kept):
            shade = {"facecolor": color("positive"), "alpha": height / kept.max() * 0.45}
            ax.add_patch(Rectangle((column, row), 1, 1, linewidth=0, **shade))
            ax.text(column + 0.5, row + 0.5, str(height), ha="center", va="center")
        ax.set(xlim=(0, 3), ylim=(0, 3), xticks=range(4), yticks=range(4), box_aspect=1)
        ax.set_xticklabels(["0", "0.3", "0.6", "1"])
        ax.set_yticklabels(["0", "0.3", "0.6", "1"])
        name_axes(ax, "1st dimmer", "2nd dimmer", title)
    return figure


def folds(canvas: Canvas) -> Figure:
    """Draw what two, three, four and six layers of two ReLUs make of the input."""
    figure, axes = canvas.panels(4, columns=4, aspect=0.6)
    x = np.linspace(0, 1, 257)
    for ax, layers in zip(axes, (1, 2, 3, 5), strict=True):
        ax.plot(x, sawtooth(x, layers), color=color_of(nn.relu), linewidth=1.5)
        ax.set(xlim=(0, 1), ylim=(0, 1.05), xticks=[0, 0.5, 1], yticks=[0, 1])
        ax.set_xticklabels(["0", "0.5", "1"])
        name_axes(ax, "x", "output", f"{layers} layer{'s' if layers > 1 else ''}")
    return figure


def _draw_curve(ax: Axes, title: str) -> None:
    ax.plot(X, curve(X), color=color("ink"), linewidth=1.5, linestyle="--")
    _name_dimmer(ax, title)


def _name_dimmer(ax: Axes, title: str = "") -> None:
    ax.set(xlim=(0, 1), ylim=(-0.05, 1.1), xticks=[0, 0.25, 0.5, 0.75, 1], yticks=[0, 0.5, 1])
    name_axes(ax, "position of the dimmer", "brightness", title)
