"""Figures of batches, their order and noise, and of schedules."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.chapters.gradient_descent.experiments import schedules as measured
from guide.chapters.gradient_descent.experiments.bills import batch_walk, bottom
from guide.chapters.gradient_descent.experiments.noise import noise as measured_noise
from guide.chapters.gradient_descent.experiments.order import orders
from guide.chapters.gradient_descent.experiments.race import Race, race_of_lines, race_of_networks
from guide.chapters.gradient_descent.experiments.schedules import SHAPES, STEPS
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, label_ends, label_line, name_axes

SIZES = ("series-3", "series-1", "series-4")
"""The colors of single examples, mini-batches and full batches."""


def noise(canvas: Canvas) -> Figure:
    """Draw the noise of batch gradients over the batch size."""
    found = measured_noise()
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
    lines, networks = race_of_lines(), race_of_networks()
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
        examples = found.examples[kept]
        median = shade_middle_half(ax, examples, course[kept], color(token), alpha=0.25)
        ax.plot(examples, median, color=color(token), label=name)


def order(canvas: Canvas) -> Figure:
    """Draw the loss on all examples while sorted and shuffled batches come in."""
    found = orders()
    figure, (ax,) = canvas.panels(aspect=0.85)
    for quartiles, token, name in (
        (found.by_answer, "bad", "sorted"),
        (found.shuffled, "good", "shuffled"),
    ):
        median = shade_middle_half(ax, found.examples, quartiles, color(token), alpha=0.25)
        ax.plot(found.examples, median, color=color(token), label=name)
    ends = found.examples[-1] * np.arange(1, 3) / 3
    for end in ends:
        ax.axvline(end, color=color("ink-soft"), linestyle="--", linewidth=1)
    ax.set(xlim=(0, found.examples[-1]), ylim=(0, 1), xticks=[0, 128, 256, 384])
    name_axes(ax, "examples seen in the last three epochs", "loss on all examples (nats)")
    label_ends(ax)
    return figure


BATCH, RATE, WALKED = 4, 0.3, 48


def batch_noise(canvas: Canvas) -> Figure:
    """Draw 48 steps with batches of four nights, and how far from the bottom each one is."""
    goal, walk = bottom(), batch_walk(BATCH, RATE, WALKED)
    figure, (plane, distance) = canvas.panels(2, aspect=0.9)
    turn = np.linspace(0, 2 * np.pi, 61)
    for radius in (3, 9, 27):  # with scaled hours, lines of equal loss are circles
        circle = goal[0] + radius * np.cos(turn), goal[1] + radius * np.sin(turn)
        plane.plot(*circle, color=color("edge"), linewidth=0.8)
    shade = color("series-1")
    (line,) = plane.plot(*walk.T, "o-", color=shade, markersize=3, linewidth=1)
    living(line, "walk")
    plane.plot(*goal, color=color("ink"), marker="*", markersize=12)
    plane.set(xlim=(-14, 32), ylim=(-3, 43), box_aspect=1)
    plane.set(xticks=[-10, 0, 10, 20, 30], yticks=[0, 10, 20, 30, 40])
    plane.grid(visible=False)
    away = np.hypot(*(walk - goal).T)
    (line,) = distance.semilogy(away, color=shade, linewidth=1.5)
    living(line, "distance")
    distance.set(xlim=(-1, WALKED + 1), ylim=(1e-4, 1e3), xticks=[0, 16, 32, 48])
    distance.set_yticks([1e-4, 1e-2, 1, 1e2])
    distance.minorticks_off()
    name_axes(plane, "w", "b", "Lines of equal loss")
    name_axes(distance, "step", "distance from the best line")
    return figure


LOOKS = {
    "constant": ("series-4", "-", "o"),
    "step": ("series-3", "-", "s"),
    "cosine": ("series-1", "-", "^"),
    "warm-up": ("series-2", "--", "D"),
}


def schedules(canvas: Canvas) -> Figure:
    """Draw four schedules, and the loss of networks over their highest rate."""
    found = measured.schedules()
    figure, (left, right) = canvas.panels(2, aspect=0.95)
    steps = np.arange(STEPS)
    for place, (name, (token, style, marker)) in enumerate(LOOKS.items()):
        shape = SHAPES[name](1.0)
        rates = [shape(int(step)) for step in steps]
        left.plot(steps, rates, color=color(token), linestyle=style)
        low, median, high = found.loss[place].T
        at = np.array(found.rates) * 1.04 ** (place - 1.5)
        right.vlines(at, low, high, color=color(token), linewidth=1.5)
        right.plot(at, median, color=color(token), linestyle=style, marker=marker, markersize=5)
        right.plot(1.75, median[-1], color=color(token), linestyle="none", label=name)
    for name, step, height in (("constant", 45, 1.0), ("step", 37, 0.1), ("cosine", 23, 0.36)):
        label_line(left, step, height, name, color(LOOKS[name][0]), side="above")
    label_line(left, 5, 0.6, "warm-up", color("series-2"))
    left.set(xlim=(0, STEPS), ylim=(0, 1.15), xticks=[0, 16, 32, 48, 64], yticks=[0, 0.5, 1])
    right.set(xscale="log", xlim=(0.18, 1.9), ylim=(0, 0.8), yticks=[0, 0.2, 0.4, 0.6])
    right.set_xticks(found.rates, labels=[str(rate) for rate in found.rates])
    right.minorticks_off()
    name_axes(left, "step", "rate / highest rate")
    name_axes(right, "highest rate", "loss at the end (nats)")
    label_ends(right)
    return figure
