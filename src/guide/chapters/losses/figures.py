"""The figures of the chapter on losses; a loss has one color in all of them."""

import numpy as np
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.chapters.losses.experiments import outliers as lines
from guide.chapters.losses.experiments.cross_entropy import expected, lamp, sure_and_wrong
from guide.chapters.losses.experiments.outliers import outlier as measured_outlier
from guide.chapters.losses.experiments.sigmoid import with_cross_entropy, with_fast_mse, with_mse
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, Side, label_ends, label_line, name_axes

SQUARED, ABSOLUTE, HUBER, CROSS = "series-1", "series-2", "series-4", "series-3"


def prices(canvas: Canvas) -> Figure:
    """Draw three losses of one error, and their slopes."""
    r = np.linspace(-4, 4, 401)
    figure, (left, right) = canvas.panels(2)
    for loss, token, style in (
        (nn.mse, SQUARED, "-"),
        (nn.mae, ABSOLUTE, "-"),
        (nn.huber, HUBER, "--"),  # beyond delta its slope is that of the MAE
    ):
        value, slope = loss.value_and_gradient(r[:, None, None], [[0.0]])
        for ax, shown in ((left, value), (right, slope[:, 0, 0])):
            ax.plot(r, shown, color=color(token), linestyle=style, label=loss.name)
    for ax in (left, right):
        ax.set(xlim=(-4, 4), xticks=[-3, 0, 3])
    left.set_ylim(0, 6)
    right.set_ylim(-3, 3)
    name_axes(left, "error r", "loss")
    name_axes(right, "error r", "slope of the loss")
    label_ends(left)
    label_ends(right)
    return figure


def outlier(canvas: Canvas) -> Figure:
    """Draw lines through points of which one is bad, and how far it pulls them."""
    found = measured_outlier()
    x, y = lines.noisy_points(1)
    bad = lines.with_bad_point(y, found.shifts[-1])
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    living(left.plot(x, bad[0], "o", color=color("ink"), markersize=4)[0], "points")
    for name, token, style, fit, quartiles in (
        ("MSE", SQUARED, "-", lines.least_squares, found.mse),
        ("MAE", ABSOLUTE, "-", lines.least_absolute, found.mae),
        ("Huber", HUBER, "--", lines.least_huber, found.huber),
    ):
        start, slope = fit(x, bad)[0]
        (line,) = left.plot(x, start + slope * x, style, color=color(token), label=name)
        living(line, name.lower())
        low, median, high = quartiles.T
        right.plot(found.shifts, median, color=color(token), label=name, marker="o", markersize=4)
        right.vlines(found.shifts, low, high, color=color(token), linewidth=1.5)
    left.set(xlim=(-0.2, 5.2), ylim=(-1, 17), yticks=[0, 5, 10, 15])
    right.set(xlim=(0, 10.3), ylim=(-0.1, 2))
    living(right.axvline(found.shifts[-1], color=color("ink-soft"), linewidth=1), "here")
    living(label_line(left, x[-1], bad[0, -1], "bad point", color("ink"), side="left"), "bad")
    name_axes(left, "input", "target")
    name_axes(right, "how far one target is off", "rise of the line there")
    label_ends(left)
    label_ends(right)
    return figure


def noise(canvas: Canvas) -> Figure:
    """Draw two kinds of noise, and how surprising each error then is."""
    r = np.linspace(-4, 4, 401)
    bell = np.exp(-(r**2) / 2) / np.sqrt(2 * np.pi)
    tent = np.exp(-np.abs(r)) / 2
    figure, (left, right) = canvas.panels(2)
    for density, token, name in ((bell, SQUARED, "bell"), (tent, ABSOLUTE, "Laplace")):
        left.plot(r, density, color=color(token))
        right.plot(r, -np.log(density), color=color(token), label=name)
    label_line(left, -1, bell[150], "bell (Gauss)", color(SQUARED), side="left")
    label_line(left, 0.3, 0.45, "Laplace", color(ABSOLUTE))
    for ax in (left, right):
        ax.set(xlim=(-4, 4), xticks=[-3, 0, 3])
    left.set_ylim(0, 0.6)
    right.set_ylim(0, 9)
    name_axes(left, "error r", "density")
    name_axes(right, "error r", "minus its logarithm (nats)")
    label_ends(right)
    return figure


def surprise(canvas: Canvas) -> Figure:
    """Draw the surprise over the probability of the truth, and what the four positions cost."""
    found, p = lamp(), np.linspace(0.01, 1, 300)
    figure, (left, right) = canvas.panels(2)
    left.plot(p, -np.log(p), color=color(CROSS))
    left.plot(found.truths, found.losses, color=color(CROSS), marker="o", linestyle="none")
    left.set(xlim=(0, 1), ylim=(0, 4.7))
    names, charged = ["0 0", "0 1", "1 0", "1 1", "mean"], [*found.losses, found.mean]
    for place, loss in enumerate(charged):
        shade = color(CROSS if place < len(found.losses) else "ink")
        right.vlines(place, 0, loss, color=shade, linewidth=2)
        right.plot(place, loss, color=shade, marker="o", linestyle="none")
        label_line(right, place, loss + 0.02, f"{loss:.3f}", shade, side="above")
    right.set(xlim=(-0.5, 4.5), ylim=(0, 1.1), xticks=range(5))
    right.set_xticklabels(names)
    name_axes(left, "probability given to the truth", "loss (nats)")
    name_axes(right, "switches", "loss (nats)")
    return figure


def float32(canvas: Canvas) -> Figure:
    """Draw loss and slope of a wrong answer over its score, in float32, computed three ways."""
    found = sure_and_wrong()
    figure, panels = canvas.panels(2)
    for ax, curves in zip(panels, (found.loss, found.slope), strict=True):
        for curve, shade, style, name in zip(
            curves[:0:-1],
            (color("good"), color("bad")),
            ("-", "--"),
            ("from z", "1e-8 added"),
            strict=True,
        ):
            ax.plot(found.score, curve, color=shade, linestyle=style, label=name)
        last = np.isfinite(curves[0]).nonzero()[0].max()
        ax.plot(found.score[last], curves[0, last], color=color("ink"), marker="X", markersize=9)
        ax.set_xlim(0, 30)
    label_line(panels[0], 16, 21.5, "from a: then ∞", color("ink"), side="left")
    label_line(panels[1], 16.5, 1.04, "from a: then NaN", color("ink"), side="above")
    panels[0].set_ylim(0, 32)
    panels[1].set_ylim(-0.05, 1.2)
    name_axes(panels[0], "score z", "loss (nats)")
    name_axes(panels[1], "score z", "slope at z")
    label_ends(panels[0])
    label_ends(panels[1])
    return figure


def flat_slope(canvas: Canvas) -> Figure:
    """Draw the slope at the score for both losses, and how units that start wrong learn."""
    z = np.linspace(-8, 4, 301)
    a = nn.sigmoid(z)
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    left.plot(z, 2 * (1 - a) * a * (1 - a), color=color(SQUARED), label="MSE")
    left.plot(z, 1 - a, color=color(CROSS), label="BCE")
    left.set(xlim=(-8, 4), ylim=(-0.02, 1.1), xticks=[-8, -4, 0, 4])
    for found, token, style, height, name in (
        (with_cross_entropy(), CROSS, "-", 90, "BCE"),
        (with_fast_mse(), SQUARED, "--", 35, "MSE × 10"),
        (with_mse(), SQUARED, "-", 5, "MSE"),
    ):
        steps = np.arange(1, len(found.converted) + 1)
        right.plot(steps, found.converted, color=color(token), linestyle=style)
        place = float(steps[found.converted > height][0])
        side: Side = "left" if token == CROSS else "right"
        label_line(right, place, height, name, color(token), side=side)
    right.set(xscale="log", xlim=(1, 1000), ylim=(-2, 105), xticks=[1, 10, 100, 1000])
    right.set_xticklabels(["1", "10", "100", "1000"])
    name_axes(left, "score z of a true answer", "push toward the truth")
    name_axes(right, "step", "units turned around (percent)")
    label_ends(left)
    return figure


def proper(canvas: Canvas) -> Figure:
    """Draw what a report costs on average where yes is true in 7 of 10 cases."""
    found = expected()
    figure, (ax,) = canvas.panels(aspect=0.85)
    for loss, best, token, name in (
        (found.cross_entropy, found.best_cross_entropy, CROSS, "BCE"),
        (found.absolute, found.best_absolute, ABSOLUTE, "absolute"),
        (found.squared, found.best_squared, SQUARED, "Brier"),
    ):
        ax.plot(found.reported, loss, color=color(token), label=name)
        lowest = float(np.interp(best, found.reported, loss))
        ax.plot(best, lowest, color=color(token), marker="o", markersize=8, clip_on=False)
    ax.axvline(0.7, color=color("ink-soft"), linestyle="--", linewidth=1)
    label_line(ax, 0.7, 1.5, "the truth", color("ink-soft"), side="above")
    ax.set(xlim=(0, 1), ylim=(0, 1.5))
    name_axes(ax, "reported probability", "expected loss")
    label_ends(ax)
    return figure
