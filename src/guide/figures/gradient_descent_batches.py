"""The figures on batches: how noisy they are, what they cost, and their order."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.experiments import gradient_descent as measured
from guide.experiments.gradient_descent_race import Race
from guide.figures.palette import color
from guide.figures.style import Canvas, label_ends, label_line, name_axes

SIZES = ("series-3", "series-1", "series-4")
"""The colors of single examples, mini-batches and full batches."""


def noise(canvas: Canvas) -> Figure:
    """Draw the noise of batch gradients over the batch size."""
    found = measured.noise()
    figure, (ax,) = canvas.panels(aspect=0.9)
    for quartiles, token, style in (
        (found.lamps, "series-1", "-"),
        (found.shuffled, "series-3", "--"),
        (found.bills, "series-2", "-"),
    ):
        kept = quartiles[:, 1] > 1e-9  # noqa: PLR2004  (a full batch has rounding errors only)
        sizes = np.array(found.sizes)[kept]
        low, median, high = quartiles[kept].T
        ax.vlines(sizes, low, high, color=color(token), linewidth=1.5)
        ax.plot(sizes, median, color=color(token), linestyle=style, marker="o")
    label_line(ax, 45, 2.2, "network", color("series-1"), side="above")
    label_line(ax, 60, 0.55, "shuffled", color("series-3"), side="left")
    label_line(ax, 12, 0.25, "line", color("series-2"), side="above")
    ax.set(xscale="log", yscale="log", xlim=(0.9, 140), ylim=(0.05, 15))
    ax.set_xticks(found.sizes, labels=[str(size) for size in found.sizes])
    ax.set_yticks([0.1, 1, 10], labels=["0.1", "1", "10"])
    ax.minorticks_off()
    name_axes(ax, "batch size (examples)", "noise / length of the gradient")
    return figure


def race(canvas: Canvas) -> Figure:
    """Draw the loss of lines and of networks over the number of examples seen."""
    lines, networks = measured.race_of_lines(), measured.race_of_networks()
    figure, (left, right) = canvas.panels(2, aspect=0.95)
    _courses(left, lines, ("batch of 1", "batch of 8", "all 64"))
    _courses(right, networks, ("batch of 1", "batch of 16", "all 128"))
    left.set(xscale="log", yscale="log", xlim=(64, 20_480), ylim=(1e-3, 100))
    left.set_xticks([100, 1000, 10_000], labels=["100", "1,000", "10,000"])
    left.set_yticks([0.001, 0.01, 0.1, 1, 10, 100])
    left.set_yticklabels(["0.001", "0.01", "0.1", "1", "10", "100"])
    left.axvline(lines.budget, color=color("ink-soft"), linestyle="--", linewidth=1)
    right.set(xlim=(0, networks.budget), ylim=(0.1, 0.8), xticks=[0, 1000, 2000])
    right.set_xticklabels(["0", "1,000", "2,000"])
    name_axes(left, "examples seen", "excess loss", "A line")
    name_axes(right, "examples seen", "loss (nats)", "A network")
    label_ends(left)
    label_ends(right)
    return figure


def _courses(ax: Axes, found: Race, names: tuple[str, str, str]) -> None:
    """Draw medians as lines and quartiles as bands, one for each batch size."""
    kept = np.unique(np.geomspace(1, len(found.examples) - 1, 60).astype(int))
    kept = np.concatenate([[0], kept])
    for course, token, name in zip(found.courses, SIZES, names, strict=True):
        low, median, high = course[kept].T
        examples = found.examples[kept]
        ax.fill_between(examples, low, high, color=color(token), alpha=0.25, linewidth=0)
        ax.plot(examples, median, color=color(token), label=name)


def order(canvas: Canvas) -> Figure:
    """Draw the loss on all examples while sorted and shuffled batches come in."""
    found = measured.orders()
    figure, (ax,) = canvas.panels(aspect=0.85)
    for quartiles, token, name in (
        (found.by_answer, "bad", "sorted"),
        (found.shuffled, "good", "shuffled"),
    ):
        low, median, high = quartiles.T
        ax.fill_between(found.examples, low, high, color=color(token), alpha=0.25, linewidth=0)
        ax.plot(found.examples, median, color=color(token), label=name)
    ends = found.examples[-1] * np.arange(1, 3) / 3
    for end in ends:
        ax.axvline(end, color=color("ink-soft"), linestyle="--", linewidth=1)
    ax.set(xlim=(0, found.examples[-1]), ylim=(0, 1), xticks=[0, 128, 256, 384])
    name_axes(ax, "examples seen in the last three epochs", "loss on all examples (nats)")
    label_ends(ax)
    return figure
