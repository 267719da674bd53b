"""Figures on searching: what trials see, what seeds hide, and how a validation set wears out."""

import numpy as np
from matplotlib.figure import Figure

from guide.experiments import hyperparameters as measured
from guide.experiments.hyperparameters_search import GOOD, at_random, grid
from guide.figures.palette import color
from guide.figures.style import Canvas, label_line, name_axes

SHOWN = 0


def projection(canvas: Canvas) -> Figure:
    """Draw the trials of one grid and of one random search, and the rates they look at."""
    figure, axes = canvas.panels(2, aspect=0.85)
    for ax, trials, title, marker in zip(
        axes,
        (grid(SHOWN + 1), at_random(SHOWN + 1)),
        ("Grid: 2 rates", "Random: 8 rates"),
        ("s", "o"),
        strict=True,
    ):
        rates, scales = trials.rates[:, SHOWN], trials.first[:, SHOWN]
        ax.axvspan(*_good_rates(), color=color("grid"), linewidth=0)
        ax.vlines(rates, 0.2, scales, color=color("series-3"), linewidth=1)
        ax.plot(rates, scales, marker=marker, linestyle="none", color=color("series-1"))
        ax.plot(rates, np.full(rates.size, 0.2), "|", markersize=22, color=color("series-3"))
        ax.set(xscale="log", yscale="log", xlim=(6e-6, 16), ylim=(0.2, 4.4))
        ax.set_xticks([1e-4, 1e-2, 1], ["0.0001", "0.01", "1"])
        ax.set_yticks([0.3, 1, 3], ["0.3", "1", "3"])
        ax.minorticks_off()
        label_line(ax, 0.03, 3.0, "good rates", color("ink-soft"), side="above")
        name_axes(ax, "learning rate", "scale of the first weights", title)
    return figure


def _good_rates() -> tuple[float, float]:
    """Return the least and the largest rate of the sweep with a median loss below 0.5."""
    found = measured.rate()
    good = [
        value
        for value, loss in zip(found.values, found.validation[:, 1], strict=True)
        if loss < GOOD
    ]
    return good[0], good[-1]


def seeds(canvas: Canvas) -> Figure:
    """Draw the losses of two settings over seeds, and how often a comparison goes wrong."""
    found = measured.duel()
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    bins = np.arange(6, 36, 2)
    for wrong, token, style in (
        (found.dropping, "series-3", "-"),
        (found.without, "series-1", "--"),
    ):
        heights, _ = np.histogram(wrong, bins)
        left.stairs(heights, bins, color=color(token), linewidth=2, linestyle=style)
    label_line(left, 22, 46, "dropout 0.2", color("series-3"))
    label_line(left, 18, 55, "no dropout", color("series-1"))
    left.set_ylim(0, 62)
    right.plot(found.runs, found.wrong, color=color("series-3"), marker="s")
    right.plot(found.runs, found.wrong_paired, color=color("series-1"), marker="o")
    label_line(right, 4.5, 45, "seeds apart", color("series-3"))
    label_line(right, 2.3, 15, "same seeds", color("series-1"))
    right.set(xscale="log", xlim=(0.9, 72), ylim=(0, 55))
    right.set_xticks(found.runs, [f"{runs}" for runs in found.runs])
    right.minorticks_off()
    name_axes(left, "wrong answers (percent)", "networks", "One run")
    name_axes(
        right, "runs of each setting", "wrong winner (percent of comparisons)", "Means of runs"
    )
    return figure


def worn(canvas: Canvas) -> Figure:
    """Draw what the validation set says of its winner, and what new points say."""
    found = measured.worn()
    figure, (ax,) = canvas.panels(aspect=0.8)
    ax.fill_between(found.tried, found.test, found.validation, color=color("grid"), linewidth=0)
    ax.plot(found.tried, found.validation, color=color("series-1"), linestyle="--", marker="o")
    ax.plot(found.tried, found.test, color=color("series-3"), marker="s")
    label_line(
        ax, 8, found.validation[3] + 0.7, "winner, on validation", color("series-1"), side="left"
    )
    label_line(ax, 8, found.test[3] - 0.9, "winner, on new points", color("series-3"))
    ax.set(xscale="log", xlim=(0.95, 68), ylim=(77, 89))
    ax.set_xticks(found.tried, [f"{tried}" for tried in found.tried])
    ax.minorticks_off()
    name_axes(ax, "settings tried", "right answers (percent)")
    return figure
