"""The figures of the chapter on optimizers."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.optimizers.experiments.decay import decayed, penalized
from guide.chapters.optimizers.experiments.digits import RATES, best_rates, default_rates, rate_grid
from guide.chapters.optimizers.experiments.ravine import (
    CURVATURES,
    SHOWN,
    START,
    straight_race,
    turned_race,
)
from guide.chapters.optimizers.experiments.ravine import walk as measured_walk
from guide.chapters.optimizers.experiments.ravine import zigzag as measured_zigzag
from guide.chapters.optimizers.experiments.steps import high_swing, step_lengths, usual_swing
from guide.chapters.optimizers.experiments.steps import swing as measured_swing
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, color_of, label_ends, label_line, name_axes
from nnbyhand.shapes import Array

KINDS: tuple[type[nn.Optimizer], ...] = nn.OPTIMIZERS


def zigzag(canvas: Canvas) -> Figure:
    """Draw the steps of plain gradient descent between the walls of a ravine."""
    walk = measured_zigzag()
    figure, (ax,) = canvas.panels(aspect=0.8)
    _draw_ravine(ax)
    ax.plot(*walk.path.T, color=color_of(nn.SGD), marker="o", markersize=4, linewidth=1.5)
    label_line(ax, START[0], START[1], "start", color("ink"), side="above")
    label_line(ax, 0, 0, "minimum", color("ink"), side="right")
    return figure


def momentum(canvas: Canvas) -> Figure:
    """Draw how long steps of momentum become, and how it swings through a minimum."""
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    steps = np.arange(1, 41)
    for slopes, style, name in (
        ([1.0] * 40, "-", "steady slopes"),
        ([1.0, -1.0] * 20, ":", "alternating"),
    ):
        lengths = step_lengths(nn.Momentum(rate=1.0), slopes)
        left.plot(steps, lengths, style, color=color_of(nn.Momentum), label=name)
    left.set_ylim(0, 11)
    name_axes(left, "step", "length of a step over the rate", "Momentum 0.9")
    for swing, style, name, kind in (
        (measured_swing(), "-", "none", nn.SGD),
        (usual_swing(), "-", "0.9", nn.Momentum),
        (high_swing(), "--", "0.99", nn.Momentum),
    ):
        right.plot(swing.distance[:81], style, color=color_of(kind), label=name)
    right.set(xticks=[0, 20, 40, 60, 80], yticks=[-1, 0, 1])
    name_axes(right, "step", "parameter (minimum at 0)", "Three momenta in a bowl")
    for ax in (left, right):
        label_ends(ax)
    return figure


def steady_slope(canvas: Canvas) -> Figure:
    """Draw the lengths of the steps of the adaptive optimizers while the slope stays the same."""
    figure, (ax,) = canvas.panels(aspect=0.95)
    plain = nn.Adam(rate=1.0, bias_correction=False)
    for optimizer, style, name in (
        (nn.AdaGrad(rate=1.0), "-", "AdaGrad"),
        (nn.RMSprop(rate=1.0), "-", "RMSprop"),
        (nn.Adam(rate=1.0), "-", "Adam"),
        (plain, ":", "Adam without\ncorrection"),
    ):
        lengths = step_lengths(optimizer, [1.0] * 300)
        ax.semilogx(np.arange(1, 301), lengths, style, color=color_of(optimizer), label=name)
    ax.set(ylim=(0, 7), xticks=[1, 10, 100], xticklabels=["1", "10", "100"])
    name_axes(ax, "step", "length of a step over the rate")
    label_ends(ax)
    return figure


def decay(canvas: Canvas) -> Figure:
    """Draw what a penalty and a decay leave of weights with large and with small gradients."""
    figure, axes = canvas.panels(2, aspect=0.85)
    titles = "L2 inside Adam", "AdamW"
    for ax, found, title in zip(axes, (penalized(), decayed()), titles, strict=True):
        for quartiles, token, style, name in (
            (found.large, "series-1", "-", "large slopes"),
            (found.small, "series-3", "--", "small slopes"),
        ):
            steps = np.arange(0, len(quartiles), 20)
            median = shade_middle_half(ax, steps, quartiles[steps], color(token))
            ax.plot(steps, median, style, color=color(token), label=name)
        ax.set(ylim=(0, 105), xticks=[0, 500, 1000])
        name_axes(ax, "step", "weight left (percent)", title)
        label_ends(ax)
    return figure


def paths(canvas: Canvas) -> Figure:
    """Draw the ways of six optimizers down the ravine, each at its best rate of the race."""
    race = straight_race()
    figure, axes = canvas.panels(len(SHOWN), columns=3, aspect=0.62)
    for ax, kind, rate in zip(axes, SHOWN, race.best_rates, strict=True):
        path = measured_walk(kind(rate=rate), START, 60)
        _draw_ravine(ax, kind.name)
        (line,) = ax.plot(*path.T, "o-", color=color_of(kind), markersize=3, linewidth=1.2)
        living(line, kind.slug)
    return figure


def ravine_race(canvas: Canvas) -> Figure:
    """Draw how many steps each optimizer needs in the ravine along an axis, and turned."""
    figure, axes = canvas.panels(2)
    races = straight_race(), turned_race()
    for ax, race, title in zip(axes, races, ("Along an axis", "Turned by 45°"), strict=True):
        _draw_race(ax, race.quartiles)
        ax.set(xlim=(0, 240), xticks=[0, 100, 200])
        name_axes(ax, "steps until 1 percent is left", "optimizer", title)
    return figure


def digits_rates(canvas: Canvas) -> Figure:
    """Draw the error on digits over the rate, for four optimizers."""
    grid = rate_grid()
    figure, (ax,) = canvas.panels(aspect=1.0)
    kinds: tuple[tuple[type[nn.Optimizer], str, int], ...] = (
        (nn.SGD, "o", 3),
        (nn.Momentum, "s", 0),
        (nn.RMSprop, "^", -3),
        (nn.Adam, "D", 3),
    )
    for place, (kind, marker, gap) in enumerate(kinds):
        low, median, high = grid.quartiles[KINDS.index(kind)].T
        rates = np.array(RATES) * 1.06 ** (place - 1.5)
        ax.vlines(rates, low, high, color=color_of(kind), linewidth=1.5)
        ax.semilogx(rates, median, color=color_of(kind), marker=marker, markersize=5)
        label_line(ax, 9e-4, median[0] + gap, kind.name, color_of(kind), side="left")
    ax.set(
        ylim=(0, 100),
        xlim=(4e-5, 1.3),
        xticks=RATES[::2],
        xticklabels=[f"{r:g}" for r in RATES[::2]],
    )
    name_axes(ax, "learning rate", "held-out images wrong (percent)")
    return figure


def digits_race(canvas: Canvas) -> Figure:
    """Draw the errors on digits of all optimizers, at their best rates and at default rates."""
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    _draw_race(left, best_rates().quartiles)
    _draw_race(right, default_rates().quartiles)
    left.set(xlim=(0, 14), xticks=[0, 5, 10])
    right.set(xlim=(0, 100), xticks=[0, 50, 100])
    name_axes(left, "images wrong (percent)", "optimizer", "At the best rate")
    name_axes(right, "images wrong (percent)", "optimizer", "At a default rate")
    return figure


def _draw_race(ax: Axes, quartiles: Float[Array, "optimizers 3"]) -> None:
    """Draw the median of each optimizer and its quartiles; diamonds have a rate per parameter."""
    for row, (kind, (low, median, high)) in enumerate(zip(KINDS, quartiles, strict=False)):
        shade = color("series-3" if kind.facts.per_parameter else "series-1")
        marker = "D" if kind.facts.per_parameter else "o"
        ax.hlines(row, low, high, color=shade, linewidth=2)
        ax.plot(median, row, color=shade, marker=marker, markersize=7)
        text = f"{median:.0f}" if median > 20 else f"{median:.1f}"  # noqa: PLR2004  (two digits)
        label_line(ax, high, row, text, shade)
    ax.set(ylim=(len(quartiles) - 0.5, -0.5), yticks=range(len(quartiles)))
    ax.set_yticklabels([kind.name for kind in KINDS[: len(quartiles)]])


def _draw_ravine(ax: Axes, title: str = "") -> None:
    """Draw lines of equal loss of the ravine, and its minimum."""
    along, across = np.meshgrid(np.linspace(-1.1, 0.4, 151), np.linspace(-0.7, 0.7, 141))
    loss = (CURVATURES[0] * along**2 + CURVATURES[1] * across**2) / 2
    levels = [0.05, 0.3, 1, 3, 7]
    ax.contour(along, across, loss, levels, colors=color("edge"), linewidths=0.7)
    ax.plot(0, 0, marker="*", markersize=12, color=color("ink"))
    ax.set(xlim=(-1.1, 0.4), ylim=(-0.7, 0.7), xticks=[-1, -0.5, 0], yticks=[-0.5, 0, 0.5])
    ax.grid(visible=False)
    name_axes(ax, "first parameter", "second parameter", title)
