"""The figures of the chapter on hyperparameters: one at a time, two at a time, and searches."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from guide.chapters.hyperparameters.experiments.choices import SETTINGS, deep_decay, deep_dropout
from guide.chapters.hyperparameters.experiments.choices import choices as measured_choices
from guide.chapters.hyperparameters.experiments.maps import (
    RATES,
    Valley,
    rate_and_batch,
    rate_and_optimizer,
    rate_and_scale,
)
from guide.chapters.hyperparameters.experiments.search import GOOD, at_random, grid
from guide.chapters.hyperparameters.experiments.seeds import duel
from guide.chapters.hyperparameters.experiments.sweeps import (
    VALLEY_RATES,
    Sweep,
    batch,
    decay,
    dropout,
    epochs,
    layers,
    rate_valley,
    width,
)
from guide.chapters.hyperparameters.experiments.sweeps import rate as measured_rate
from guide.chapters.hyperparameters.experiments.task import guessing
from guide.chapters.hyperparameters.experiments.worn import worn as measured_worn
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, label_ends, label_line, name_axes

VALIDATION, TRAINING, DEEP = color("series-1"), color("series-3"), color("series-4")


def rate(canvas: Canvas) -> Figure:
    """Draw the losses over the learning rate, on a logarithmic and on a linear axis."""
    found = measured_rate()
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    _both(left, found, found.values)
    _both(right, found, found.values)
    left.set_xscale("log")
    _ticks(left, (1e-4, 1e-3, 1e-2, 1e-1, 1))
    left.set_xlim(8e-5, 4)
    right.set(xlim=(-0.05, 3.05), xticks=[0, 1, 2, 3])
    label_line(left, 2e-3, 0.36, "training", TRAINING, side="below")
    label_line(left, 2.5e-4, 0.8, "validation", VALIDATION)
    name_axes(left, "learning rate", "loss (nats)", "Powers of ten")
    name_axes(right, "learning rate", "loss (nats)", "The same, evenly spaced")
    return figure


def size(canvas: Canvas) -> Figure:
    """Draw the losses over the width and over the number of hidden layers."""
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    _at_powers(left, width())
    _both(right, layers(), layers().values)
    right.set(xlim=(-0.15, 4.15), xticks=layers().values)
    label_line(left, 32, 0.2, "training", TRAINING, side="below")
    label_line(left, 4, 0.62, "validation", VALIDATION, side="above")
    name_axes(left, "hidden units", "loss (nats)", "Width")
    name_axes(right, "hidden layers", "loss (nats)", "Depth")
    return figure


def time(canvas: Canvas) -> Figure:
    """Draw the losses over the batch size and over the epochs."""
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    _at_powers(left, batch())
    found = epochs()
    _both(right, found, found.values)
    right.set(xscale="log", xlim=(0.9, 135))
    _ticks(right, (1, 2, 5, 10, 30, 120))
    label_line(left, 4, 0.22, "training", TRAINING, side="below")
    label_line(left, 8, 0.6, "validation", VALIDATION, side="above")
    name_axes(left, "examples in a batch", "loss (nats)", "Batch size, 30 epochs")
    name_axes(right, "epochs", "loss (nats)", "Epochs")
    return figure


def brakes(canvas: Canvas) -> Figure:
    """Draw the validation loss over dropout and weight decay, for one and two hidden layers."""
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    for ax, shallow, deep in (
        (left, dropout(), deep_dropout()),
        (right, decay(), deep_decay()),
    ):
        _line(ax, shallow, shallow.values, VALIDATION, marker="o")
        _line(ax, deep, deep.values, DEEP, marker="s")
        ax.set_ylim(0.3, 0.9)
    left.set(xlim=(-0.02, 0.92), xticks=[0, 0.3, 0.6, 0.9])
    right.set(xscale="log", xlim=(2.5e-3, 3.5))
    _ticks(right, (3e-3, 3e-2, 3e-1, 3))
    label_line(left, 0.16, 0.75, "2 hidden layers", DEEP)
    label_line(left, 0.35, 0.38, "1 hidden layer", VALIDATION)
    name_axes(left, "dropout", "validation loss (nats)", "Dropout")
    name_axes(right, "weight decay", "validation loss (nats)", "Weight decay")
    return figure


def choices(canvas: Canvas) -> Figure:
    """Draw the validation loss with each optimizer, size of first weights, and activation."""
    found = measured_choices()
    figure, (ax,) = canvas.panels(aspect=1.15)
    places = [place + place // 4 for place in range(len(SETTINGS))]
    for place, (name, (low, median, high)) in zip(places, found.quartiles.items(), strict=True):
        shade = VALIDATION if "start" in name else TRAINING
        ax.hlines(place, low, high, color=shade, linewidth=2)
        ax.plot(median, place, marker="o" if "start" in name else "s", color=shade, markersize=7)
    ax.axvline(guessing(), color=color("ink-soft"), linestyle=":", linewidth=1.5)
    label_line(ax, guessing(), -0.6, "guessing", color("ink-soft"))
    ax.set(xscale="log", xlim=(0.36, 3), ylim=(max(places) + 0.7, -1.0))
    _ticks(ax, (0.4, 0.5, 0.7, 1, 1.5, 2.5))
    ax.set_yticks(places, list(SETTINGS))
    name_axes(ax, "validation loss (nats)", "one choice changed")
    return figure


def _at_powers(ax: Axes, sweep: Sweep) -> None:
    ax.set_xscale("log", base=2)
    _both(ax, sweep, sweep.values)
    ax.set_xlim(sweep.values[0] * 0.9, sweep.values[-1] * 1.1)
    _ticks(ax, sweep.values)


def _both(ax: Axes, sweep: Sweep, x: tuple[float, ...]) -> None:
    _line(ax, sweep, x, VALIDATION, marker="o")
    ax.plot(x, sweep.training, color=TRAINING, marker="s", markersize=4)
    ax.set_ylim(0.1, 0.95)


def _line(ax: Axes, sweep: Sweep, x: tuple[float, ...], shade: str, *, marker: str) -> None:
    median = shade_middle_half(ax, x, sweep.validation, shade, alpha=0.18)
    ax.plot(x, median, color=shade, linestyle="--", marker=marker, markersize=5)


def _ticks(ax: Axes, values: tuple[float, ...]) -> None:
    ax.set_xticks(values, [f"{value:g}" for value in values])
    ax.minorticks_off()


def one_valley(canvas: Canvas) -> Figure:
    """Draw both losses over the rate at the starting values, and where validation is best."""
    found, rates = rate_valley(), np.array(VALLEY_RATES)
    low, median, high = found.validation.T
    figure, (ax,) = canvas.panels(aspect=0.9)
    ax.set_xscale("log")
    ax.axhline(guessing(), color=color("ink-soft"), linestyle=":", linewidth=1)
    label_line(ax, 2.2e-3, guessing(), "guessing", color("ink-soft"), side="above")
    ax.plot(rates, median, color=color("edge"), linewidth=1)  # this line stays as it is
    along, around = (
        np.concatenate([there, back[::-1]]) for there, back in ((rates, rates), (low, high))
    )
    living(ax.fill(along, around, color=VALIDATION, alpha=0.18, lw=0)[0], "band")
    for name, losses, shade, look in (
        ("validation", median, VALIDATION, "o--"),
        ("training", found.training, TRAINING, "s-"),
    ):
        living(ax.plot(rates, losses, look, color=shade, markersize=5, label=name)[0], name)
    best = int(median.argmin())
    living(ax.plot(rates[best], median[best], "o", color=VALIDATION, markersize=11)[0], "best")
    ax.set(xlim=(8e-4, 30), ylim=(0, 1.4), yticks=[0, 0.4, 0.8, 1.2])
    ax.set_xticks([1e-3, 1e-2, 1e-1, 1], ["0.001", "0.01", "0.1", "1"])
    ax.minorticks_off()
    name_axes(ax, "learning rate", "loss (nats)")
    label_ends(ax)
    return figure


LOWEST, HIGHEST = 0.43, 0.7


def valleys(canvas: Canvas) -> Figure:
    """Draw three maps, stronger in color for a lower loss, with each row's best rate marked."""
    figure, axes = canvas.panels(3, columns=3, aspect=0.7)
    for ax, valley, name, title in zip(
        axes,
        (rate_and_batch(), rate_and_optimizer(), rate_and_scale()),
        ("examples in a batch", "optimizer", "times He's rule"),
        ("Batch size", "Optimizer", "First weights, SGD"),
        strict=True,
    ):
        _map(ax, valley)
        name_axes(ax, "learning rate", name, title)
    return figure


def _map(ax: Axes, valley: Valley) -> None:
    for (row, column), loss in np.ndenumerate(valley.median):
        depth = float(np.clip((HIGHEST - loss) / (HIGHEST - LOWEST), 0, 1))
        corner = (column - 0.5, row - 0.5)
        cell = Rectangle(corner, 1, 1, linewidth=0, facecolor=color("series-1"))
        cell.set_alpha(0.05 + 0.8 * depth)
        ax.add_patch(cell)
    for row, column in enumerate(valley.median.argmin(axis=1)):
        ax.plot(column, row, marker="o", markersize=9, color=color("ground"))
        ax.plot(column, row, marker="o", markersize=6, color=color("series-3"))
    rows, columns = valley.median.shape
    ax.set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.5, -0.5))
    ax.set_xticks([1, 3, 5], [f"{RATES[place]:g}" for place in (1, 3, 5)])
    ax.set_yticks(range(rows), valley.rows)
    ax.grid(visible=False)


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
    found = measured_rate()
    good = [
        value
        for value, loss in zip(found.values, found.validation[:, 1], strict=True)
        if loss < GOOD
    ]
    return good[0], good[-1]


def seeds(canvas: Canvas) -> Figure:
    """Draw the losses of two settings over seeds, and how often a comparison goes wrong."""
    found = duel()
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
    found = measured_worn()
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
