"""The figures of the chapter on universal approximation that show measured errors."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.experiments import universal_approximation as measured
from guide.experiments.universal_approximation import ByHand, curve
from guide.experiments.universal_approximation_by_hand import POINTS
from guide.experiments.universal_approximation_training import BEYOND
from guide.experiments.universal_approximation_training import POINTS as PLACES
from guide.figures.palette import color
from guide.figures.style import Canvas, color_of, label_ends, label_line, name_axes


def outside(canvas: Canvas) -> Figure:
    """Draw networks that follow the curve from 0 to 1 on both sides of that interval."""
    found = measured.trained()
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
    found = measured.parabolas()
    figure, (shape, errors) = canvas.panels(2)
    shape.plot(POINTS, curve(POINTS), color=color("ink"), linewidth=1.5, linestyle="--")
    shape.plot(POINTS, found.best, color=color("ink-soft"))
    label_line(shape, 0.3, 0.95, "curve", color("ink"))
    label_line(shape, 0.5, 0.7, "best parabola", color("ink-soft"))
    shape.set(xlim=(0, 1), ylim=(-0.05, 1.1), xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])
    name_axes(shape, "position of the dimmer", "brightness")
    by_hand = measured.by_hand()
    errors.plot(found.widths, found.errors[:, 1], color=color("ink-soft"), marker="s")
    errors.plot(by_hand.pieces, by_hand.dots, color=color_of(nn.relu), marker="o")
    label_line(errors, 8, found.at_3 * 1.15, "squares", color("ink-soft"), side="above")
    label_line(errors, 24, 0.02, "ReLU", color_of(nn.relu))
    _log_axes(errors, (0.8, 300), (1e-4, 1), [1, 4, 16, 64, 256])
    name_axes(errors, "hidden units", "largest error")
    return figure


def width_and_error(canvas: Canvas) -> Figure:
    """Draw the largest error of both constructions over the number of hidden units."""
    found = measured.by_hand()
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
    found = measured.trained()
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
