"""The figures of the chapter on real data."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.experiments import real_data as measured
from guide.figures.palette import color
from guide.figures.real_data_digits import confusion, digit_mistakes
from guide.figures.spread import TRAIN, VALIDATION, draw_band
from guide.figures.style import Canvas, label_line, name_axes
from nnbyhand.shapes import Array

__all__ = [
    "confusion",
    "digit_mistakes",
    "early_stopping",
    "iris_mistakes",
    "split_or_start",
    "spread",
    "wave",
]

KINDS = (("class-1", "o", 1.6, 0.75), ("class-2", "s", 3.9, 0.82), ("class-4", "^", 6.25, 1.2))
"""For each kind of iris its color and mark, and where its name stands."""


def iris_mistakes(canvas: Canvas) -> Figure:
    """Draw all irises by petal, with a ring around those that networks get wrong."""
    data, found = nn.iris(), measured.iris()
    share = found.misses / found.asked
    figure, (ax,) = canvas.panels(aspect=1.0)
    for label, (token, marker, x, y) in enumerate(KINDS):
        petals = data.x[data.y == label][:, 2:]
        ax.plot(*petals.T, marker, color=color(token), markersize=5, alpha=0.75)
        ax.text(x, y, data.classes[label], color=color(token), ha="center")
    missed = share > 0
    sizes = 30 + 270 * share[missed]
    length, width = data.x[missed, 2:].T
    ax.scatter(length, width, s=sizes, facecolor="none", edgecolor=color("ink"))
    ax.set(xlim=(0.8, 7.2), ylim=(0, 2.7), xticks=range(1, 8), yticks=[0, 1, 2])
    name_axes(ax, "petal length (cm)", "petal width (cm)")
    return figure


def split_or_start(canvas: Canvas) -> Figure:
    """Draw the results of ten starts on each of a hundred splits, the splits in order."""
    found = measured.iris()
    right = found.network[found.network.mean(axis=1).argsort()]
    figure, (ax,) = canvas.panels(aspect=0.8)
    place = np.arange(1, found.splits + 1)
    ends = right.min(axis=1), right.max(axis=1)
    ax.vlines(place, *ends, color=color("series-3"), linewidth=1.5)
    ax.plot(place, right.mean(axis=1), ".", color=color("series-1"), markersize=5)
    label_line(ax, 58, 87, "bar: five starts\non one split", color("series-3"))
    label_line(ax, 2, 98, "dot: mean\nof a split", color("series-1"))
    ax.set(xlim=(-1, found.splits + 2), ylim=(82.5, 101), xticks=[1, 25, 50, 75, 100])
    ax.set_yticks([85, 90, 95, 100])
    name_axes(ax, "split, from the worst to the best", "right on 30 test flowers (percent)")
    return figure


def early_stopping(canvas: Canvas) -> Figure:
    """Draw training and validation loss of the iris networks, and where they were best."""
    found = measured.curves()
    figure, (ax,) = canvas.panels(aspect=0.85)
    epochs = np.arange(1, found.epochs + 1)
    ax.axvspan(found.best_low, found.best_high, color=color("grid"), linewidth=0)
    ax.axvline(found.best_median, color=color("edge"), linewidth=1)
    draw_band(ax, epochs, found.validation, VALIDATION)
    draw_band(ax, epochs, found.train, TRAIN)
    label_line(ax, found.best_median, 0.45, "lowest on validation", color("ink-soft"))
    label_line(ax, 165, 0.28, "validation", color(VALIDATION), side="above")
    label_line(ax, 165, 0.03, "training", color(TRAIN), side="above")
    ax.set(xlim=(0, found.epochs), ylim=(-0.03, 0.5))
    name_axes(ax, "epoch", "loss (nats)")
    return figure


def spread(canvas: Canvas) -> Figure:
    """Draw how often each result came out, for a network and two baselines, on two data sets."""
    figure, axes = canvas.panels(2, aspect=0.95)
    iris, digits = measured.iris(), measured.digits()
    _draw_counts(axes[0], (iris.network[:, 0], iris.linear, iris.neighbor))
    axes[0].set(xlim=(82, 102), xticks=[85, 90, 95, 100])
    name_axes(axes[0], "right (percent)", "", "Iris, 30 test flowers")
    _draw_counts(axes[1], (digits.network, digits.linear, digits.neighbor))
    axes[1].set(xlim=(92.5, 100.3), xticks=[93, 95, 97, 99])
    name_axes(axes[1], "right (percent)", "", "Digits, 359 test images")
    return figure


def _draw_counts(ax: Axes, results: tuple[Float[Array, " seeds"], ...]) -> None:
    names = "network", "linear", "nearest neighbor"
    left = float(min(each.min() for each in results))
    for place, (each, name) in enumerate(zip(results, names, strict=True)):
        token = f"series-{place + 1}"
        values, counts = np.unique(each.round(3), return_counts=True)
        ax.scatter(
            values, np.full(len(values), place), s=10 * counts, color=color(token), alpha=0.5
        )
        ax.vlines(np.median(each), place - 0.3, place + 0.3, color=color("ink"))
        ax.text(left, place - 0.36, name, color=color(token))
    ax.set(ylim=(2.6, -0.7), yticks=[])
    ax.grid(visible=False, axis="y")


def wave(canvas: Canvas) -> Figure:
    """Draw the test points of a noisy sine with two fits, and how far off each of them is."""
    found = measured.wave()
    figure, (fit, rest) = canvas.panels(2, aspect=0.9)
    fit.plot(found.x, found.y, "o", color=color("ink-soft"), markersize=4)
    for outputs, token, marker, style in (
        (found.network_y, "series-1", "o", "-"),
        (found.linear_y, "series-3", "s", "--"),
    ):
        fit.plot(found.x, outputs, style, color=color(token))
        rest.plot(found.x, found.y - outputs, marker, color=color(token), markersize=5)
    rest.axhline(0, color=color("edge"), linewidth=1)
    label_line(fit, -0.6, -1.2, "network", color("series-1"), side="right")
    label_line(fit, 0.6, 0.12, "linear", color("series-3"))
    for ax in (fit, rest):
        ax.set(xlim=(-2, 2), ylim=(-1.5, 1.5), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    name_axes(fit, "input (standardized)", "target", "Two fits")
    name_axes(rest, "input (standardized)", "target less output", "What they leave over")
    return figure
