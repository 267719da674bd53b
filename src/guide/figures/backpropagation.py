"""The figures of the chapter on backpropagation."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.experiments import backpropagation as measured
from guide.experiments.two_switches import PARAMETERS, network
from guide.figures.backpropagation_wires import (
    Point,
    arrow,
    clear,
    decimals,
    on_wire,
    short,
    tone_of,
    unit,
    write,
)
from guide.figures.backpropagation_worked import worked_network
from guide.figures.palette import color
from guide.figures.style import Canvas, label_ends, label_line, name_axes

__all__ = ["worked_network"]

NODE = 36  # px across, in the graph
SIGMA = "\N{GREEK SMALL LETTER SIGMA}"


def nudge_chain(canvas: Canvas) -> Figure:
    """Draw how a nudge of one weight travels to the loss, with the factor of every step."""
    found, moved = measured.worked(), measured.nudge()
    figure, (ax,) = canvas.panels(aspect=0.5)
    clear(ax, 3, 2)
    names = ("w", "z", "a", "loss")
    values = (short(PARAMETERS[6]), *(decimals(each) for each in (found.z2, found.a2, found.loss)))
    moves = (0.001, moved.z, moved.a, moved.loss)
    factors = (found.first_hidden, found.output_slope, found.loss_slope)
    for place, (name, value, move) in enumerate(zip(names, values, moves, strict=True)):
        unit(ax, (place, 1.2), name)
        write(ax, (place, 0.4), value)
        shift = f"{move:+.6f}" if place else f"{move:+.3f}"
        write(ax, (place, 0), shift.replace("-", "−"), tone_of(move))
    for place, factor in enumerate(factors):
        arrow(ax, (place, 1.2), (place + 1, 1.2))
        write(ax, (place + 0.5, 1.9), f"× {decimals(factor)}", tone_of(factor))
    return figure


def two_paths(canvas: Canvas) -> Figure:
    """Draw both paths from the first switch to the output's sum, with their factors."""
    found, paths = measured.worked(), measured.two_paths()
    figure, (ax,) = canvas.panels(aspect=0.75)
    clear(ax, 3, 2.6)
    switch, total = (0.0, 1.3), (3.0, 1.3)
    unit(ax, switch, "switch", 52)
    unit(ax, total, decimals(paths.both), 58)
    write(ax, (3, 2.05), "sum")
    for unit_, (row, beside, product) in enumerate(
        ((2.0, 2.75, paths.first), (0.6, -0.15, paths.second))
    ):
        middle, slope = (1.5, row), decimals(found.hidden_slopes[unit_])
        weights = PARAMETERS[unit_], PARAMETERS[6 + unit_]
        unit(ax, middle, slope, 58)
        for start, end, weight in zip((switch, middle), (middle, total), weights, strict=True):
            arrow(ax, start, end, tone_of(weight), 58)
            on_wire(ax, start, end, short(weight))
        first, second = (short(weight) for weight in weights)
        write(ax, (1.5, beside), f"{first} × {slope} × {second} = {decimals(product)}")
    return figure


def step_size(canvas: Canvas) -> Figure:
    """Draw how wrong differences are about a gradient, for each step, in three ways."""
    found = measured.step_sizes()
    figure, (ax,) = canvas.panels(aspect=0.95)
    for errors, token, text, x, y in (
        (found.coarse, "series-3", "both sides, float32", 1e-12, 6),
        (found.one_sided, "series-2", "one side", 1e-9, 5e-6),
        (found.central, "series-1", "both sides", 8e-5, 3e-10),
    ):
        low, median, high = errors.T
        ax.fill_between(found.steps, low, high, color=color(token), alpha=0.2, linewidth=0)
        ax.loglog(found.steps, median, color=color(token))
        label_line(ax, x, y, text, color(token))
    ax.set(xlim=(1e-12, 1), ylim=(1e-11, 50), yticks=[1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1])
    ax.set_xticks([1e-12, 1e-9, 1e-6, 1e-3, 1])
    name_axes(ax, "step h", "relative error of the gradient")
    return figure


def learning(canvas: Canvas) -> Figure:
    """Draw the loss of all starts over the steps: the median, the middle half, and ours."""
    found = measured.random_starts()
    figure, (ax,) = canvas.panels(aspect=0.85)
    steps = np.arange(found.steps)
    shown = np.unique(np.geomspace(1, found.steps, 120).astype(int)) - 1
    low, median, high = found.quartiles[shown].T
    ax.fill_between(steps[shown], low, high, color=color("series-1"), alpha=0.2, linewidth=0)
    ax.plot(steps[shown], median, color=color("series-1"), label="median start")
    ax.plot(steps[shown], found.by_hand[shown], color=color("series-3"), label="by hand")
    ax.set(ylim=(0, 0.75))
    name_axes(ax, "steps downhill", "mean cross-entropy (nats)")
    label_ends(ax)
    return figure


def ledge(canvas: Canvas) -> Figure:
    """Draw the answers of a network that learned and of one that got stuck."""
    found = measured.random_starts()
    figure, axes = canvas.panels(2, aspect=0.95)
    titles = "Learned", "Stuck on the ledge"
    for ax, parameters, title in zip(axes, (found.learner, found.stayer), titles, strict=True):
        grid = np.linspace(-0.3, 1.3, 81)
        plane = np.stack(np.meshgrid(grid, grid), axis=-1)
        shown = network(parameters)
        answers = shown(plane.reshape(-1, 2)).reshape(81, 81)
        tones = [color("negative"), color("positive")]
        ax.contourf(grid, grid, answers, levels=[-1, 0.5, 2], colors=tones, alpha=0.25)
        for (x, y), answer in zip(nn.XOR.x, shown(nn.XOR.x)[:, 0], strict=True):
            box = {"facecolor": color("ground"), "edgecolor": color("edge"), "pad": 3}
            ax.text(x, y, f"{answer:.2f}", ha="center", va="center", bbox=box)
        ax.set(xticks=(0, 1), yticks=(0, 1), box_aspect=1)
        ax.grid(visible=False)
        name_axes(ax, "first switch", "second switch", title)
    return figure


def graph(canvas: Canvas) -> Figure:
    """Draw the output unit and its loss as a graph, with value and slope beside every node."""
    found = measured.worked()
    figure, (ax,) = canvas.panels(aspect=1.25)
    clear(ax, 4, 4.6)
    weights = PARAMETERS[6:8]
    leaves = (found.a1[0], weights[0], found.a1[1], weights[1], PARAMETERS[8])
    slopes = (found.arriving[0], found.gradient[6], found.arriving[1], *found.gradient[7:])
    for column, name in enumerate(("h1", "w1", "h2", "w2", "b")):
        _node(ax, (column, 4), name, (leaves[column], slopes[column]), (0, 38))
        arrow(ax, (column, 4), ((0.5, 3), (2.5, 3), (2, 2))[column // 2], size=NODE)
    for middle, product in zip((0.5, 2.5), weights * found.a1, strict=True):
        arrow(ax, (middle, 3), (2, 2), size=NODE)
        _node(ax, (middle, 3), "×", (product, found.delta2), (-46, 0))
    below = ((found.z2, found.delta2), (found.a2, found.loss_slope), (found.loss, 1.0))
    for row, (name, numbers) in enumerate(zip(("+", SIGMA, "−log"), below, strict=True)):
        if row:
            arrow(ax, (2, 3 - row), (2, 2 - row), size=NODE)
        _node(ax, (2, 2 - row), name, numbers, (52, -6))
    return figure


def _node(ax: Axes, place: Point, name: str, numbers: Point, offset: tuple[int, int]) -> None:
    """Draw a node; write its value, and below that the slope of the loss, at an offset in px."""
    unit(ax, place, name, NODE)
    tones = "ink", tone_of(numbers[1])
    for number, tone, rise in zip(numbers, tones, (9, -9), strict=True):
        text = short(number) if number == round(number, 1) else decimals(number)
        shift = offset[0], offset[1] + rise
        ax.annotate(
            text,
            place,
            shift,
            textcoords="offset pixels",
            ha="center",
            va="center",
            color=color(tone),
        )
