"""Losses over one hyperparameter at a time: median and middle half of the networks."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.experiments import hyperparameters as measured
from guide.experiments.hyperparameters_choices import SETTINGS
from guide.experiments.hyperparameters_sweeps import Sweep
from guide.figures.palette import color
from guide.figures.style import Canvas, label_line, name_axes

VALIDATION, TRAINING, DEEP = color("series-1"), color("series-3"), color("series-4")


def rate(canvas: Canvas) -> Figure:
    """Draw the losses over the learning rate, on a logarithmic and on a linear axis."""
    found = measured.rate()
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
    _at_powers(left, measured.width())
    _both(right, measured.layers(), measured.layers().values)
    right.set(xlim=(-0.15, 4.15), xticks=measured.layers().values)
    label_line(left, 32, 0.2, "training", TRAINING, side="below")
    label_line(left, 4, 0.62, "validation", VALIDATION, side="above")
    name_axes(left, "hidden units", "loss (nats)", "Width")
    name_axes(right, "hidden layers", "loss (nats)", "Depth")
    return figure


def time(canvas: Canvas) -> Figure:
    """Draw the losses over the batch size and over the epochs."""
    figure, (left, right) = canvas.panels(2, aspect=0.85)
    _at_powers(left, measured.batch())
    found = measured.epochs()
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
        (left, measured.dropout(), measured.deep_dropout()),
        (right, measured.decay(), measured.deep_decay()),
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
    found = measured.choices()
    figure, (ax,) = canvas.panels(aspect=1.15)
    places = [place + place // 4 for place in range(len(SETTINGS))]
    for place, name, (low, median, high) in zip(places, SETTINGS, found.quartiles, strict=True):
        shade = VALIDATION if "start" in name else TRAINING
        ax.hlines(place, low, high, color=shade, linewidth=2)
        ax.plot(median, place, marker="o" if "start" in name else "s", color=shade, markersize=7)
    ax.axvline(measured.guessing(), color=color("ink-soft"), linestyle=":", linewidth=1.5)
    label_line(ax, measured.guessing(), -0.6, "guessing", color("ink-soft"))
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
    low, median, high = sweep.validation.T
    ax.fill_between(x, low, high, color=shade, alpha=0.18, linewidth=0)
    ax.plot(x, median, color=shade, linestyle="--", marker=marker, markersize=5)


def _ticks(ax: Axes, values: tuple[float, ...]) -> None:
    ax.set_xticks(values, [f"{value:g}" for value in values])
    ax.minorticks_off()
