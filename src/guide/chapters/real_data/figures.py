"""The figures of the chapter on real data."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

import nnbyhand as nn
from guide.chapters.real_data.experiments import digits as measured
from guide.chapters.real_data.experiments.digits import digits as measured_digits
from guide.chapters.real_data.experiments.iris import curves
from guide.chapters.real_data.experiments.iris import iris as measured_iris
from guide.chapters.real_data.experiments.regression import wave as measured_wave
from guide.figures.palette import color
from guide.figures.spread import TRAIN, VALIDATION, draw_band
from guide.figures.style import Canvas, label_line, name_axes
from nnbyhand.shapes import Array

KINDS = (("class-1", "o", 1.6, 0.75), ("class-2", "s", 3.9, 0.82), ("class-4", "^", 6.25, 1.2))
"""For each kind of iris its color and mark, and where its name stands."""


def iris_mistakes(canvas: Canvas) -> Figure:
    """Draw all irises by petal, with a ring around those that networks get wrong."""
    data, found = nn.iris(), measured_iris()
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
    found = measured_iris()
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
    found = curves()
    figure, (ax,) = canvas.panels(aspect=0.85)
    epochs = np.arange(1, found.epochs + 1)
    ax.axvspan(found.best[0], found.best[2], color=color("grid"), linewidth=0)
    ax.axvline(found.best[1], color=color("edge"), linewidth=1)
    draw_band(ax, epochs, found.validation, VALIDATION)
    draw_band(ax, epochs, found.train, TRAIN)
    label_line(ax, found.best[1], 0.45, "lowest on validation", color("ink-soft"))
    label_line(ax, 165, 0.28, "validation", color(VALIDATION), side="above")
    label_line(ax, 165, 0.03, "training", color(TRAIN), side="above")
    ax.set(xlim=(0, found.epochs), ylim=(-0.03, 0.5))
    name_axes(ax, "epoch", "loss (nats)")
    return figure


def spread(canvas: Canvas) -> Figure:
    """Draw how often each result came out, for a network and two baselines, on two data sets."""
    figure, axes = canvas.panels(2, aspect=0.95)
    iris, digits = measured_iris(), measured_digits()
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
    found = measured_wave()
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


SHOWN = 12
SHADES = 4
"""How many shades of ink an image is drawn in."""


def confusion(canvas: Canvas) -> Figure:
    """Draw the confusion matrix of all networks, with mistakes stronger in color for more."""
    found = measured.digits()
    figure, (ax,) = canvas.panels(aspect=1.08)
    wrong = found.confusion - np.diag(found.confusion.diagonal())
    for (true, answer), count in np.ndenumerate(wrong):
        if true == answer:
            text = f"{found.recall[true]:.0f}"
            ax.text(answer, true, text, ha="center", va="center", color=color("ink"))
        elif count:
            cell = Rectangle((answer - 0.46, true - 0.46), 0.92, 0.92, facecolor=color("bad"))
            cell.set(linewidth=0, alpha=0.06 + 0.94 * count / wrong.max())
            ax.add_patch(cell)
    ax.set(xlim=(-0.5, 9.5), ylim=(9.5, -0.5), xticks=range(10), yticks=range(10))
    ax.grid(visible=False)
    name_axes(ax, "answer of the network", "true digit")
    return figure


def digit_mistakes(canvas: Canvas) -> Figure:
    """Draw the images that most networks get wrong, with the answer they give most often."""
    data, found = nn.digits(), measured.digits()
    share = found.misses / np.maximum(found.answers.sum(axis=1), 1)
    worst = np.lexsort((-found.misses, -share))[:SHOWN]
    figure, axes = canvas.panels(SHOWN, columns=6, aspect=0.36)
    for ax, image in zip(axes, worst, strict=True):
        others = found.answers[image].copy()
        others[data.y[image]] = 0
        _draw_image(ax, data.x[image].reshape(8, 8))
        ax.set_title(f"{data.y[image]}, read as {others.argmax()}", pad=5, fontweight="normal")
    return figure


def _draw_image(ax: Axes, pixels: Float[Array, "8 8"]) -> None:
    """Draw pixels in a few shades, the runs of one shade in a row as one rectangle."""
    shades = np.rint(pixels / pixels.max() * SHADES).astype(int)
    for shade in range(1, SHADES + 1):
        outlines = [
            Path(np.array([[x, y], [end, y], [end, y + 1], [x, y + 1], [x, y]]), _BOX)
            for y, row in enumerate(shades)
            for x, end in _runs(row == shade)
        ]
        if outlines:
            ink = PathPatch(Path.make_compound_path(*outlines), facecolor=color("ink"))
            ink.set(linewidth=0, alpha=shade / SHADES)
            ax.add_patch(ink)
    frame = Rectangle((0, 0), 8, 8, facecolor="none", edgecolor=color("rule"), linewidth=1)
    ax.add_patch(frame)
    ax.set(xlim=(-0.1, 8.1), ylim=(8.1, -0.1), aspect="equal")
    ax.set_axis_off()


_BOX = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]


def _runs(marked: np.ndarray) -> list[tuple[int, int]]:
    """Return where each run of marked places begins and ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marked.astype(int), [0]])))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
