"""Figures of curves, ravines and learning rates."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.chapters.gradient_descent.experiments import bowl as one
from guide.chapters.gradient_descent.experiments import curvature as two
from guide.chapters.gradient_descent.experiments.bills import Ravine
from guide.chapters.gradient_descent.experiments.cliff import chain_loss, path
from guide.chapters.gradient_descent.experiments.lamps import rates_of_network
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, Side, label_line, name_axes


def downhill(canvas: Canvas) -> Figure:
    """Draw two balls that step down a curve from neighboring starts into different valleys."""
    found, w = one.valleys(), np.linspace(-2.05, 1.95, 201)
    figure, (ax,) = canvas.panels(aspect=0.85)
    ax.plot(w, one.landscape(w), color=color("ink-soft"), linewidth=1.5)
    for column, token, marker in ((0, "series-1", "o"), (1, "series-3", "s")):
        steps = found.path[:, column]
        ax.plot(steps, one.landscape(steps), color=color(token), marker=marker, markersize=5)
        start = float(one.landscape(steps[:1])[0])
        ax.plot(steps[0], start, color=color(token), marker=marker, markersize=10)
    label_line(ax, -0.02, 1.56, "slope is positive", color("series-1"), side="left")
    label_line(ax, 0.44, 1.5, "negative", color("series-3"))
    label_line(ax, found.left, found.left_height, "deep", color("series-1"), side="below")
    label_line(ax, found.right, found.right_height, "shallow", color("series-3"), side="below")
    ax.set(xlim=(-2.05, 1.95), ylim=(-0.4, 2.1), xticks=[-2, -1, 0, 1])
    name_axes(ax, "weight w", "loss")
    return figure


def three_rates(canvas: Canvas) -> Figure:
    """Draw ten steps into one bowl at three learning rates."""
    found = one.three_rates()
    w = np.linspace(-4, 10, 141)
    figure, axes = canvas.panels(3, columns=3, aspect=0.62)
    for ax, rate, steps, title, token in zip(
        axes,
        found.rates,
        found.paths.T,
        ("Too small", "Right", "Too large"),
        ("ink", "good", "bad"),
        strict=True,
    ):
        ax.plot(w, one.bowl(w), color=color("ink-soft"), linewidth=1)
        ax.plot(steps, one.bowl(steps), color=color(token), marker="o", markersize=5, linewidth=1)
        ax.set(xlim=(-4, 10), ylim=(-6, 100), xticks=[-3, 0, 3, 6, 9], yticks=[0, 30, 60, 90])
        name_axes(ax, "weight w", "loss", f"{title}: {rate}")
    return figure


def ravine(canvas: Canvas) -> Figure:
    """Draw walks over the loss of lines, at three rates and on standardized hours."""
    found, (scaled, short) = two.walks(), two.short_walk()
    figure, axes = canvas.panels(4, columns=4 if canvas.name == "narrow" else 2, aspect=0.72)
    for number, (token, last) in enumerate((("ink", 121), ("good", 121), ("bad", 10))):
        ax, walk = axes[number], found.lines[:, :last, number]
        _contours(ax, found.ravine, (-4, 12), (-3, 17))
        ax.plot(*walk, color=color(token), marker="o", markersize=3, linewidth=1)
        ax.set(xticks=[0, 5, 10], yticks=[0, 5, 10, 15])
        name_axes(ax, "w", "b", f"Rate {found.parts[number]} × critical")
    _contours(axes[3], scaled, (-18, 36), (-2, 52))
    axes[3].plot(*short, color=color("good"), marker="o", markersize=3, linewidth=1)
    axes[3].set(xticks=[0, 20], yticks=[0, 20, 40], box_aspect=1)
    name_axes(axes[3], "w", "b", "Scaled hours")
    return figure


def _contours(
    ax: Axes, loss: Ravine, w_range: tuple[float, float], b_range: tuple[float, float]
) -> None:
    """Draw lines of equal loss, and a star where it is least."""
    w, b = np.meshgrid(np.linspace(*w_range, 61), np.linspace(*b_range, 61))
    excess = loss.excess(np.stack([w, b])[..., None])[..., 0]
    ax.contour(w, b, excess, levels=[1, 4, 16, 64, 256], colors=[color("edge")], linewidths=0.8)
    ax.plot(*loss.bottom(), color=color("ink"), marker="*", markersize=12)
    ax.set(xlim=w_range, ylim=b_range)
    ax.grid(visible=False)


def edge(canvas: Canvas) -> Figure:
    """Draw the excess loss over the rate, and the steps that lines take over their condition."""
    found, speed = two.edge(), two.speed()
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    median = shade_middle_half(left, found.rates, found.excess, color("series-1"), alpha=0.3)
    left.plot(found.rates, median, color=color("series-1"))
    left.axvline(1, color=color("ink-soft"), linestyle="--", linewidth=1)
    label_line(left, 1, 3e3, "2 / λmax", color("ink-soft"), side="left")
    left.set(yscale="log", xlim=(0, 1.1), ylim=(1e-5, 1e5), xticks=[0, 0.5, 1])
    left.set_yticks([1e-4, 1e-2, 1, 1e2, 1e4])
    right.plot(
        speed.condition, speed.steps, color=color("series-3"), marker="o", markersize=3, lw=0
    )
    kappa = np.geomspace(1.3, 200, 50)
    law = np.log(two.NEAR) / 2 / np.log((kappa - 1) / (kappa + 1))
    right.plot(kappa, law, color=color("ink-soft"), linewidth=1, linestyle="--")
    right.set(xscale="log", yscale="log", xlim=(1, 300), ylim=(1, 1000))
    right.set_xticks([1, 10, 100], labels=["1", "10", "100"])
    right.set_yticks([1, 10, 100, 1000], labels=["1", "10", "100", "1000"])
    name_axes(left, "rate / critical rate", "excess loss left (start = 1)")
    name_axes(right, "condition number", "steps needed")
    return figure


def rates(canvas: Canvas) -> Figure:
    """Draw the loss of networks after a fixed budget over the learning rate."""
    found = rates_of_network()
    figure, (ax,) = canvas.panels(aspect=0.9)
    low, median, high = found.loss.T
    ax.vlines(found.rates, low, high, color=color("series-1"), linewidth=2)
    ax.plot(found.rates, median, color=color("series-1"), marker="o", markersize=6)
    ax.axhline(found.start, color=color("ink-soft"), linestyle="--", linewidth=1)
    label_line(ax, 0.35, found.start, "before training", color("ink-soft"), side="above")
    label_line(ax, 0.05, 0.6, "too slow", color("series-1"), side="below")
    label_line(ax, found.best_rate, 0.23, "right", color("series-1"), side="below")
    label_line(ax, 6, 1.3, "too fast", color("series-1"), side="left")
    ax.set(xscale="log", yscale="log", xlim=(0.012, 10), ylim=(0.15, 5))
    ax.set_xticks([1 / 64, 1 / 16, 1 / 4, 1, 4, 8], labels=["1/64", "1/16", "1/4", "1", "4", "8"])
    ax.set_yticks([0.2, 0.5, 1, 2, 5], labels=["0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    name_axes(ax, "learning rate", "loss after 2,048 examples (nats)")
    return figure


def cliff(canvas: Canvas) -> Figure:
    """Draw a step thrown off a cliff beside clipped ones, and two ways to clip a gradient."""
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    v, w = np.meshgrid(np.linspace(0.3, 1.2, 41), np.linspace(0.85, 1.5, 41))
    height = np.log10(chain_loss(np.stack([v, w], axis=-1)) + 1e-6)
    levels, shade = [-2, -1, 0, 1, 2, 3], [color("edge")]
    left.contour(v, w, height, levels, colors=shade, linewidths=0.8, linestyles="solid")
    start = (0.95, 1.4)
    left.plot(*path("none", start, 1).T, color=color("ink"), linestyle="--", linewidth=1.5)
    for clip, token in (("norm", "good"), ("value", "bad")):
        left.plot(*path(clip, start, 60)[::4].T, color=color(token), marker="o", markersize=4)
    left.plot(*start, color=color("ink"), marker="o", markersize=9)
    label_line(left, 0.885, 0.89, "unclipped", color("ink"), side="left")
    label_line(left, 0.94, 1.2, "by norm", color("good"))
    label_line(left, 0.66, 1.14, "by value", color("bad"), side="left")
    left.set(xlim=(0.3, 1.2), ylim=(0.85, 1.5), xticks=[0.5, 1], yticks=[1, 1.2, 1.4])
    name_axes(left, "v", "w", "Down the cliff")
    _two_clips(right)
    return figure


def _two_clips(ax: Axes) -> None:
    """Draw one gradient, and what clipping by norm and by value leaves of it."""
    angle = np.linspace(0, 2 * np.pi, 73)
    ax.plot(np.cos(angle), np.sin(angle), color=color("good"), linewidth=1)
    ax.plot([-1, 1, 1, -1, -1], [-1, -1, 1, 1, -1], color=color("bad"), linewidth=1)
    sides: tuple[Side, Side, Side] = ("right", "left", "right")
    for (x, y), token, name, side in zip(
        ((0.7, 2.3), (0.29, 0.957), (0.7, 1)),
        ("ink", "good", "bad"),
        ("gradient", "by norm", "by value"),
        sides,
        strict=True,
    ):
        ax.plot([0, x], [0, y], color=color(token), marker="o", markevery=[1], markersize=6)
        label_line(ax, x, y + 0.16, name, color(token), side=side)
    ax.set(xlim=(-1.9, 1.9), ylim=(-1.2, 2.6), xticks=[-1, 0, 1], yticks=[-1, 0, 1, 2])
    ax.set_box_aspect(1)
    name_axes(ax, "slope of v", "slope of w", "Two ways to clip")


RATE, STEPS = 0.45, 20


def one_rate(canvas: Canvas) -> Figure:
    """Draw 20 steps into the bowl at rate 0.45, and the distance that each of them leaves."""
    walk, w = one.bowl_walk(RATE, STEPS), np.linspace(-4, 10, 121)
    away = np.abs(walk - one.PRICE)
    figure, (bowl, distance) = canvas.panels(2, aspect=0.85)
    bowl.plot(w, one.bowl(w), color=color("ink-soft"), linewidth=1)
    look: dict[str, Any] = {"color": color("series-1"), "markersize": 5, "linewidth": 1}
    living(bowl.plot(walk, one.bowl(walk), "o-", **look)[0], "walk")
    bowl.set(xlim=(-4, 10), ylim=(-6, 100), xticks=[-3, 0, 3, 6, 9], yticks=[0, 30, 60, 90])
    distance.axhline(away[0], color=color("ink-soft"), linestyle="--", linewidth=1)
    label_line(distance, 17, float(away[0]), "start", color("ink-soft"), side="above")
    living(distance.semilogy(np.arange(STEPS + 1), away, "o-", **look)[0], "distance")
    distance.set(xlim=(-0.5, STEPS + 0.5), ylim=(1e-4, 1e3), xticks=[0, 5, 10, 15, 20])
    distance.set_yticks([1e-4, 1e-2, 1, 1e2])
    distance.minorticks_off()
    name_axes(bowl, "weight w", "loss")
    name_axes(distance, "step", "distance from the bottom")
    return figure
