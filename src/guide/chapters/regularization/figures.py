"""The figures of the chapter on regularization: training solid, validation dashed in all."""

import numpy as np
from matplotlib.figure import Figure

from guide.chapters.regularization.experiments.batch_norm import modes
from guide.chapters.regularization.experiments.batch_norm import rates as measured_rates
from guide.chapters.regularization.experiments.dropout import dropped
from guide.chapters.regularization.experiments.leaks import chosen_epoch, copies, scaler, selection
from guide.chapters.regularization.experiments.leaks import wear as measured_wear
from guide.chapters.regularization.experiments.moons import (
    batch_norm,
    batch_norm_small,
    dropout,
    l1,
    l2,
    more_data,
    nothing,
    small_batches,
    stopping,
    weight_decay,
)
from guide.chapters.regularization.experiments.price import MOST_UNITS, STRENGTHS, points, priced
from guide.chapters.regularization.experiments.sine import fits
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.spread import TRAIN, VALIDATION, draw_band, draw_row
from guide.figures.style import Canvas, label_ends, label_line, name_axes

_SIZES = "Too small: 1 unit", "Fitting: 3 units", "Too large: 16 + 16"


def sine_fits(canvas: Canvas) -> Figure:
    """Draw the same ten points and what networks of three sizes make of them."""
    found = fits()
    figure, axes = canvas.panels(3, columns=3, aspect=0.8)
    for ax, curve, title in zip(axes, found.curves, _SIZES, strict=True):
        ax.plot(found.grid, np.sin(found.grid), color=color("ink-soft"), linestyle=":")
        ax.plot(found.grid, curve, color=color(TRAIN))
        ax.plot(*found.points.T, color=color("ink"), marker="o", markersize=5, linestyle="none")
        ax.set(xlim=(-3.4, 3.4), ylim=(-1.9, 1.9), xticks=[-3, 0, 3], yticks=[-1, 0, 1])
        name_axes(ax, "input", "target", title)
    return figure


def sine_curves(canvas: Canvas) -> Figure:
    """Draw training and validation loss of networks of three sizes, epoch by epoch."""
    found = fits()
    figure, axes = canvas.panels(3, columns=3, aspect=0.8)
    epochs = np.arange(1, found.train.shape[1] + 1)
    for ax, train, held_out, title in zip(axes, found.train, found.validation, _SIZES, strict=True):
        draw_band(ax, epochs, held_out, VALIDATION)
        draw_band(ax, epochs, train, TRAIN)
        ax.set(xlim=(0, epochs[-1]), ylim=(0, 0.55), xticks=[0, 100, 200])
        name_axes(ax, "epoch", "squared error", title)
    label_line(axes[0], 200, 0.36, "validation", color(VALIDATION), side="above")
    label_line(axes[0], 200, 0.13, "training", color(TRAIN), side="below")
    return figure


def remedy_curves(canvas: Canvas) -> Figure:
    """Draw training and validation loss of the overfitting network under eight settings."""
    figure, axes = canvas.panels(8, columns=4, aspect=0.62)
    shown = (
        (nothing(), "Nothing"),
        (more_data(), "4 × data"),
        (l2(), "L2"),
        (l1(), "L1"),
        (dropout(), "Dropout"),
        (stopping(), "Early stopping"),
        (batch_norm(), "Batch norm"),
        (batch_norm_small(), "… batches of 6"),
    )
    for ax, (course, title) in zip(axes, shown, strict=True):
        draw_band(ax, course.steps, course.validation, VALIDATION)
        draw_band(ax, course.steps, course.train, TRAIN)
        ax.set(xlim=(0, 100), ylim=(0, 1.5), xticks=[0, 50], yticks=[0, 0.5, 1])
        name_axes(ax, "step", "loss (nats)", title)
    label_line(axes[0], 50, 0.9, "validation", color(VALIDATION), side="above")
    label_line(axes[0], 60, 0.25, "training", color(TRAIN), side="above")
    return figure


def summary(canvas: Canvas) -> Figure:
    """Draw the loss on fresh examples at the end, for each remedy, with its quartiles."""
    figure, (ax,) = canvas.panels(aspect=1.45)
    shown = (
        (nothing(), "nothing"),
        (batch_norm(), "batch norm, all 30 at once"),
        (small_batches(), "batches of 6"),
        (dropout(), "dropout 0.5"),
        (more_data(), "4 times the data"),
        (l1(), "L1, 0.01"),
        (stopping(), "early stopping, patience 10"),
        (batch_norm_small(), "batch norm, batches of 6"),
        (l2(), "L2, 0.03"),
        (weight_decay(), "weight decay, 3"),
    )
    for place, (course, name) in enumerate(shown):
        token = TRAIN if place else VALIDATION
        draw_row(ax, place, course.fresh, name, token, at=0.31)
    ax.set(xlim=(0.3, 1.35), ylim=(len(shown) - 0.5, -0.8), yticks=[])
    ax.grid(visible=False, axis="y")
    name_axes(ax, "loss on fresh examples (nats)", "")
    return figure


def weight_sizes(canvas: Canvas) -> Figure:
    """Draw which share of the weights is smaller than a size, for both penalties and without."""
    figure, (ax,) = canvas.panels()
    sizes = np.geomspace(1e-5, 3, 200)
    for course, token, style, name in (
        (l1(), "series-3", "-", "L1"),
        (l2(), "series-2", "--", "L2"),
        (nothing(), "series-4", ":", "none"),
    ):
        share = 100 * np.searchsorted(course.weights, sizes) / course.weight_count
        ax.semilogx(sizes, share, color=color(token), linestyle=style)
        middle = float(np.median(course.weights))
        label_line(ax, middle, 55, name, color(token), side="left")
    ax.set(xlim=(1e-5, 3), ylim=(0, 103), xticks=[1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1])
    name_axes(ax, "size of a weight", "weights below that size (percent)")
    return figure


def dropout_modes(canvas: Canvas) -> Figure:
    """Draw the training loss with dropout on and off, and the validation loss."""
    found = dropped()
    epochs = np.arange(1, len(found.shown) + 1)
    figure, (ax,) = canvas.panels(aspect=0.85)
    for losses, token, style, name in (
        (found.shown, "series-2", "-", "training, on"),
        (found.validation, VALIDATION, "--", "validation"),
        (found.in_use, TRAIN, "-", "training, off"),
    ):
        ax.plot(epochs, losses[:, 1], color=color(token), linestyle=style, label=name)
    ax.vlines([10, 25], *found.shown[[9, 24]][:, [0, 2]].T, color=color("series-2"), linewidth=1.5)
    ax.vlines([11, 26], *found.in_use[[10, 25]][:, [0, 2]].T, color=color(TRAIN), linewidth=1.5)
    ax.set(xlim=(0, 30), ylim=(0.1, 0.85))
    name_axes(ax, "epoch", "loss (nats)")
    label_ends(ax)
    return figure


def batch_norm_rates(canvas: Canvas) -> Figure:
    """Draw the training loss after thirty steps over the learning rate, for both networks."""
    found = measured_rates()
    figure, (ax,) = canvas.panels(aspect=0.85)
    for quartiles, token, marker, shift in (
        (found.plain, "series-3", "s", 0.97),
        (found.normalized, TRAIN, "o", 1.03),
    ):
        low, median, high = np.minimum(quartiles, 5).T
        rates = shift * np.array(found.rates)
        ax.vlines(rates, low, high, color=color(token), linewidth=1.5)
        ax.loglog(rates, median, color=color(token), marker=marker, markersize=6)
    label_line(ax, 0.11, 1.2, "without", color("series-3"))
    label_line(ax, 0.11, 0.005, "with batch norm", color(TRAIN))
    ax.set(xlim=(0.085, 4), ylim=(0.001, 2), xticks=found.rates)
    ax.set_xticklabels([f"{rate:g}" for rate in found.rates])
    ax.minorticks_off()
    name_axes(ax, "learning rate", "training loss after 30 steps (nats)")
    return figure


def batch_norm_modes(canvas: Canvas) -> Figure:
    """Draw how many fresh examples are right in training mode, by how many are asked at once."""
    found = modes()
    low, median, high = found.training.T
    figure, (ax,) = canvas.panels(aspect=0.75)
    ax.axhline(found.in_use[1], color=color("good"))
    label_line(ax, 2.2, found.in_use[1], "running statistics", color("good"), side="above")
    ax.vlines(found.sizes, low, high, color=color("bad"), linewidth=1.5)
    ax.semilogx(found.sizes, median, color=color("bad"), marker="o", markersize=6)
    label_line(ax, 2.2, 71, "left in training mode", color("bad"))
    ax.set(xlim=(0.85, 40), ylim=(45, 107), xticks=found.sizes)
    ax.set_xticklabels([str(size) for size in found.sizes])
    ax.minorticks_off()
    name_axes(ax, "examples asked about at once", "right (percent)")
    return figure


def leaks(canvas: Canvas) -> Figure:
    """Draw the accuracy claimed with each leak, and the honest one."""
    figure, (ax,) = canvas.panels(aspect=1.1)
    for place, (leak, name) in enumerate(
        (
            (scaler(), "scaler fitted on all rows"),
            (chosen_epoch(), "epoch chosen by the test rows"),
            (copies(), "copies on both sides"),
            (selection(), "inputs chosen on all rows"),
        )
    ):
        draw_row(ax, place - 0.1, leak.leaked, name, "bad", at=42)
        draw_row(ax, place + 0.12, leak.clean, "", "good", at=42, marker="s")
    label_line(ax, 85, 3.02, "claimed", color("bad"), side="below")
    label_line(ax, 50, 3.2, "honest", color("good"), side="below")
    ax.set(xlim=(40, 100), ylim=(3.75, -0.7), yticks=[], xticks=[50, 60, 70, 80, 90, 100])
    ax.grid(visible=False, axis="y")
    name_axes(ax, "right on the test rows (percent)", "")
    return figure


def wear(canvas: Canvas) -> Figure:
    """Draw the best of many guessers on forty validation rows, over their number."""
    found = measured_wear()
    figure, (ax,) = canvas.panels(aspect=0.75)
    draw_band(ax, found.tried, found.best, VALIDATION)
    ax.set_xscale("log")
    ax.axhline(50, color=color("series-2"))
    label_line(ax, 30, 50, "what each of them gets on fresh rows", color("series-2"), side="below")
    label_line(ax, 1.1, 76, "best on the validation rows", color(VALIDATION))
    ax.set(xlim=(1, 1000), ylim=(40, 80), xticks=[1, 10, 100, 1000], yticks=[40, 50, 60, 70, 80])
    ax.set_xticklabels(["1", "10", "100", "1,000"])
    ax.minorticks_off()
    name_axes(ax, "guessers compared", "right (percent)")
    return figure


def price(canvas: Canvas) -> Figure:
    """Draw 40 hidden units through ten points at almost no price, and the error at each price."""
    strength, (learned, *_) = float(STRENGTHS[0]), points()
    found = priced(strength, MOST_UNITS)
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    left.plot(found.grid, np.sin(found.grid), color=color("ink-soft"), linestyle=":")
    living(left.plot(found.grid, found.curve, color=color(TRAIN))[0], "curve")
    left.plot(*learned, "o", color=color("ink"), markersize=5)
    left.set(xlim=(-3.2, 3.2), ylim=(-2.2, 2.2), xticks=[-3, 0, 3], yticks=[-2, -1, 0, 1, 2])
    for name, line, token, style in (
        ("validation", found.validation, VALIDATION, "--"),
        ("training", found.train, TRAIN, "-"),
    ):
        living(right.plot(STRENGTHS, line, style, color=color(token), label=name)[0], name)
        dot = right.plot(strength, line[0], "o", color=color(token), markersize=8)[0]
        living(dot, f"{name}-here")
    right.set(xscale="log", xlim=(7e-7, 1e4), ylim=(0, 0.6), yticks=[0, 0.2, 0.4, 0.6])
    right.set_xticks([1e-6, 1e-4, 1e-2, 1])
    right.minorticks_off()
    name_axes(left, "input", "target")
    name_axes(right, "strength λ", "squared error")
    label_ends(right)
    return figure
