"""The figures of the chapter on backpropagation: curves, and diagrams of units and wires."""

from typing import cast

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

import nnbyhand as nn
from guide.chapters.backpropagation.experiments import worked as measured
from guide.chapters.backpropagation.experiments.starts import random_starts
from guide.chapters.backpropagation.experiments.step_size import step_sizes
from guide.chapters.backpropagation.experiments.worked import nudge, worked
from guide.chapters.backpropagation.experiments.worked import two_paths as measured_two_paths
from guide.experiments.two_switches import EXAMPLE, PARAMETERS, network
from guide.figures.living import living
from guide.figures.numerals import decimals, short
from guide.figures.palette import color
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, label_ends, label_line, name_axes
from guide.figures.units import Point

UNIT_SIZE = 46  # px across


def clear(ax: Axes, width: float, height: float) -> None:
    """Turn a panel into a sheet without axes; one unit apart is one column or one row."""
    ax.set(xlim=(-0.5, width + 0.5), ylim=(-0.5, height + 0.5))
    ax.set_axis_off()


def unit(ax: Axes, place: Point, text: str, size: float = UNIT_SIZE) -> Text:
    """Draw a circle with a text in it, and return the text."""
    fill, edge = color("surface"), color("edge")
    ax.plot(*place, "o", markersize=size, markerfacecolor=fill, markeredgecolor=edge)
    return ax.text(*place, text, ha="center", va="center")


def arrow(
    ax: Axes, start: Point, end: Point, tone: str = "edge", size: float = UNIT_SIZE
) -> Artist:
    """Draw an arrow from unit to unit; one of a negative number is dashed."""
    look = {
        "arrowstyle": "-|>",
        "color": color(tone),
        "linewidth": 1.5,
        "linestyle": (0, (4, 2)) if tone == "negative" else "solid",
        "shrinkA": size / 2 + 1,
        "shrinkB": size / 2 + 1,
        "mutation_scale": 11,
    }
    return cast("Artist", ax.annotate("", end, start, arrowprops=look).arrow_patch)


def on_wire(  # noqa: PLR0913, PLR0917  (a wire has two ends, and its number a place)
    ax: Axes, start: Point, end: Point, text: str, at: float = 0.5, above: float = 0
) -> Text:
    """Write a number on a wire, or above it; the page's ground keeps the line away from it."""
    (x, y), (to_x, to_y) = start, end
    return write(ax, (x + at * (to_x - x), y + at * (to_y - y) + above), text)


def write(ax: Axes, place: Point, text: str, tone: str = "ink") -> Text:
    """Write a text on the page's ground."""
    box = {"facecolor": color("ground"), "edgecolor": "none", "pad": 1}
    return ax.text(*place, text, ha="center", va="center", color=color(tone), bbox=box)


def tone_of(number: float) -> str:
    """Return the color that a number has in every diagram: blue above zero, orange below."""
    if number == 0:
        return "edge"
    return "positive" if number > 0 else "negative"


NODE = 36  # px across, in the graph
SIGMA = "\N{GREEK SMALL LETTER SIGMA}"


def nudge_chain(canvas: Canvas) -> Figure:
    """Draw how a nudge of one weight travels to the loss, with the factor of every step."""
    found, moved = worked(), nudge()
    figure, (ax,) = canvas.panels(aspect=0.5)
    clear(ax, 3, 2)
    names = ("w", "z", "a", "loss")
    values = (short(PARAMETERS[6]), *(decimals(each) for each in (found.z2, found.a2, found.loss)))
    moves = (0.001, moved.z, moved.a, moved.loss)
    factors = (found.a1[0], found.output_slope, found.loss_slope)
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
    found, paths = worked(), measured_two_paths()
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
    found = step_sizes()
    figure, (ax,) = canvas.panels(aspect=0.95)
    for errors, token, text, x, y in (
        (found.coarse, "series-3", "both sides, float32", 1e-12, 6),
        (found.one_sided, "series-2", "one side", 1e-9, 5e-6),
        (found.central, "series-1", "both sides", 8e-5, 3e-10),
    ):
        median = shade_middle_half(ax, found.steps, errors, color(token))
        ax.loglog(found.steps, median, color=color(token))
        label_line(ax, x, y, text, color(token))
    ax.set(xlim=(1e-12, 1), ylim=(1e-11, 50), yticks=[1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1])
    ax.set_xticks([1e-12, 1e-9, 1e-6, 1e-3, 1])
    name_axes(ax, "step h", "relative error of the gradient")
    return figure


def learning(canvas: Canvas) -> Figure:
    """Draw the loss of all starts over the steps: the median, the middle half, and ours."""
    found = random_starts()
    figure, (ax,) = canvas.panels(aspect=0.85)
    steps = np.arange(found.steps)
    shown = np.unique(np.geomspace(1, found.steps, 120).astype(int)) - 1
    median = shade_middle_half(ax, steps[shown], found.quartiles[shown], color("series-1"))
    ax.plot(steps[shown], median, color=color("series-1"), label="median start")
    ax.plot(steps[shown], found.by_hand[shown], color=color("series-3"), label="by hand")
    ax.set(ylim=(0, 0.75))
    name_axes(ax, "steps downhill", "mean cross-entropy (nats)")
    label_ends(ax)
    return figure


def ledge(canvas: Canvas) -> Figure:
    """Draw the answers of a network that learned and of one that got stuck."""
    found = random_starts()
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
    found = worked()
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


INPUTS: tuple[Point, ...] = ((0, 2), (0, 0))
HIDDEN: tuple[Point, ...] = ((1.7, 2), (1.7, 0))
OUTPUT: Point = (3.4, 1)


def worked_network(canvas: Canvas) -> Figure:
    """Draw the worked example twice: numbers that flow forward, and slopes that flow back."""
    found = measured.worked()
    figure, (forward, backward) = canvas.panels(2, aspect=0.95)
    _wired(forward, PARAMETERS, (*EXAMPLE[0], *found.a1, found.a2), "forward")
    _wired(backward, found.gradient, (*EXAMPLE[0], *found.delta1, found.delta2), "backward")
    forward.set_title("Forward: weights, and outputs")
    backward.set_title("Backward: slopes, and blame")
    return figure


def _wired(ax: Axes, numbers: np.ndarray, units: tuple[float, ...], name: str) -> None:
    """Draw the network with a number on every wire and in every unit, all of them living parts."""
    is_forward = name == "forward"
    clear(ax, 3.4, 2.5)
    ends = [(INPUTS[row], HIDDEN[column]) for row in range(2) for column in range(2)]
    ends += [(place, OUTPUT) for place in HIDDEN]
    shown = zip(ends, (*numbers[:4], *numbers[6:8]), strict=True)
    for place, ((start, end), number) in enumerate(shown):
        way = (start, end) if is_forward else (end, start)
        living(arrow(ax, *way, tone_of(number), 56), f"{name}-wire-{place}")
        crosses = start[0] == 0 and start[1] != end[1]
        text = short(number) if is_forward else decimals(number)
        above = 0.2 if start[1] == end[1] else 0
        written = on_wire(ax, start, end, text, 0.27 if crosses else 0.5, above)
        living(written, f"{name}-number-{place}")
    shown_units = zip((*INPUTS, *HIDDEN, OUTPUT), units, strict=True)
    for place, (at, number) in enumerate(shown_units):
        text = short(number) if at in INPUTS else decimals(number)
        living(unit(ax, at, text, 56), f"{name}-unit-{place}")
    if is_forward:
        for (x, y), bias in zip((*HIDDEN, OUTPUT), (*numbers[4:6], numbers[8]), strict=True):
            write(ax, (x, y + (0.48 if y else -0.48)), f"bias {short(bias)}", "ink-soft")
