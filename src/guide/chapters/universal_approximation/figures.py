"""The figures of the chapter on universal approximation: weights by hand, and measured errors."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import nnbyhand as nn
from guide.chapters.universal_approximation.experiments.by_hand import (
    POINTS,
    ByHand,
    curve,
    sawtooth,
)
from guide.chapters.universal_approximation.experiments.by_hand import by_hand as measured_by_hand
from guide.chapters.universal_approximation.experiments.limits import (
    parabolas as measured_parabolas,
)
from guide.chapters.universal_approximation.experiments.training import BEYOND, trained
from guide.chapters.universal_approximation.experiments.training import POINTS as PLACES
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, color_of, label_ends, label_line, name_axes

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


def outside(canvas: Canvas) -> Figure:
    """Draw networks that follow the curve from 0 to 1 on both sides of that interval."""
    found = trained()
    figure, (ax,) = canvas.panels(aspect=0.9)
    ax.axvspan(0, 1, color=color("grid"), linewidth=0)
    for output in found.beyond[:30]:
        ax.plot(BEYOND, output, color=color_of(nn.leaky_relu), linewidth=0.7, alpha=0.6)
    ax.plot(BEYOND, ByHand.dots(64)(BEYOND), color=color_of(nn.relu), linewidth=3)
    ax.plot(BEYOND, curve(BEYOND), color=color("ink"), linewidth=1.5, linestyle="--")
    label_line(ax, 0.5, -1.05, "made for this interval", color("ink-soft"), side="above")
    label_line(ax, 0.3, 1.05, "curve", color("ink"))
    label_line(ax, 1.33, -0.5, "set by hand", color_of(nn.relu), side="left")
    label_line(ax, 1.1, 2.1, "30 trained", color_of(nn.leaky_relu), side="left")
    ax.set(xlim=(-0.5, 1.5), ylim=(-1.1, 2.4), xticks=[-0.5, 0, 0.5, 1, 1.5], yticks=[-1, 0, 1, 2])
    name_axes(ax, "position of the dimmer", "output")
    return figure


def parabolas(canvas: Canvas) -> Figure:
    """Draw the best parabola, and the error of networks that square, over their width."""
    found = measured_parabolas()
    figure, (shape, errors) = canvas.panels(2)
    shape.plot(POINTS, curve(POINTS), color=color("ink"), linewidth=1.5, linestyle="--")
    shape.plot(POINTS, found.best, color=color("ink-soft"))
    label_line(shape, 0.3, 0.95, "curve", color("ink"))
    label_line(shape, 0.5, 0.7, "best parabola", color("ink-soft"))
    shape.set(xlim=(0, 1), ylim=(-0.05, 1.1), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    name_axes(shape, "position of the dimmer", "brightness")
    by_hand = measured_by_hand()
    errors.plot(found.widths, found.errors[:, 1], color=color("ink-soft"), marker="s")
    errors.plot(by_hand.pieces, by_hand.dots, color=color_of(nn.relu), marker="o")
    label_line(errors, 8, found.errors[2, 1] * 1.15, "squares", color("ink-soft"), side="above")
    label_line(errors, 24, 0.02, "ReLU", color_of(nn.relu))
    _log_axes(errors, (0.8, 300), (1e-4, 1), [1, 4, 16, 64, 256])
    name_axes(errors, "hidden units", "largest error")
    return figure


def width_and_error(canvas: Canvas) -> Figure:
    """Draw the largest error of both constructions over the number of hidden units."""
    found = measured_by_hand()
    units = np.array(found.pieces)
    figure, (ax,) = canvas.panels(aspect=0.9)
    ax.plot(2 * units, found.bumps, color=color_of(nn.sigmoid), marker="s", label="bumps")
    ax.plot(units, found.dots, color=color_of(nn.relu), marker="o", label="hats")
    ax.plot(units, found.bound, color=color("ink-soft"), linestyle=":")
    label_line(ax, 80, 0.0014, "bound for hats", color("ink-soft"), side="left")
    _log_axes(ax, (3.5, 600), (1e-4, 1), [4, 16, 64, 256])
    name_axes(ax, "hidden units", "largest error")
    label_ends(ax)
    return figure


def training(canvas: Canvas) -> Figure:
    """Draw errors of trained networks beside those set by hand, and one trained network."""
    found = trained()
    figure, (errors, shape) = canvas.panels(2, aspect=0.85)
    low, median, high = np.percentile(found.errors, [25, 50, 75], axis=1)
    errors.vlines(found.widths, low, high, color=color_of(nn.leaky_relu), linewidth=2)
    errors.plot(found.widths, median, color=color_of(nn.leaky_relu), marker="^")
    errors.plot(found.widths, found.by_hand, color=color_of(nn.relu), marker="o")
    label_line(errors, 20, 0.33, "found by training", color_of(nn.leaky_relu))
    label_line(errors, 11, 0.009, "set by hand", color_of(nn.relu), side="below")
    _log_axes(errors, (3.5, 72), (1e-3, 1), [4, 8, 16, 32, 64])
    name_axes(errors, "hidden units", "largest error")
    shape.plot(PLACES, ByHand.dots(16)(PLACES), color=color_of(nn.relu))
    shape.plot(PLACES, found.typical, color=color_of(nn.leaky_relu), linestyle="-.")
    shape.plot(PLACES, curve(PLACES), color=color("ink"), linewidth=1.5, linestyle="--")
    label_line(shape, 0.4, 0.68, "trained", color_of(nn.leaky_relu))
    shape.set(xlim=(0, 1), ylim=(-0.05, 1.1), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    name_axes(shape, "position of the dimmer", "brightness", "16 units")
    return figure


def _log_axes(ax: Axes, x: tuple[float, float], y: tuple[float, float], ticks: list[int]) -> None:
    ax.set(xscale="log", yscale="log", xlim=x, ylim=y)
    ax.set_xticks(ticks, [str(tick) for tick in ticks])
    ax.minorticks_off()
