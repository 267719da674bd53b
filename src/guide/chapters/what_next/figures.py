"""The figures of the page on what comes next."""

from itertools import product

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.chapters.what_next.experiments.transfer import FEW, other_digits, snow
from guide.chapters.what_next.experiments.wiring import INPUTS as MEASURED_INPUTS
from guide.chapters.what_next.experiments.wiring import WINDOW, WORDS
from guide.chapters.what_next.experiments.wiring import attention as measured_attention
from guide.figures.palette import color
from guide.figures.spread import shade_middle_half
from guide.figures.style import Canvas, label_ends, name_axes
from guide.figures.units import Point, unit_places

INPUTS, OUTPUTS = MEASURED_INPUTS, MEASURED_INPUTS - WINDOW + 1


def wires(canvas: Canvas) -> Figure:
    """Draw all wires of a dense layer, and the few of a convolution."""
    figure, (dense, shared) = canvas.panels(2, aspect=0.85)
    for start, end in product(unit_places(0, INPUTS), unit_places(1, OUTPUTS)):
        dense.plot(*zip(start, end, strict=True), color=color("edge"), linewidth=1)
    for place, end in enumerate(unit_places(1, OUTPUTS)):
        for step, (token, style) in enumerate((("series-1", "-"), ("series-3", (0, (4, 2))))):
            start = unit_places(0, INPUTS)[place + step]
            ends = zip(start, end, strict=True)
            shared.plot(*ends, color=color(token), linestyle=style, linewidth=2)
    for ax, title in ((dense, "Dense"), (shared, "Convolution")):
        for at, count in ((0, INPUTS), (1, OUTPUTS)):
            _units(ax, unit_places(at, count))
        ax.set(xlim=(-0.2, 1.2), ylim=(-2.9, 2.9))
        ax.set_axis_off()
        ax.set_title(title)
    return figure


def attention(canvas: Canvas) -> Figure:
    """Draw which word takes how much from which, as the width of a line."""
    shares = measured_attention().shares
    figure, (ax,) = canvas.panels(aspect=0.85)
    words = len(WORDS)
    for (row, start), (column, end) in product(
        enumerate(unit_places(0, words)), enumerate(unit_places(1, words))
    ):
        share = float(shares[row, column])
        ends = zip(start, end, strict=True)
        tone, width = color("series-1"), 1 + 11 * share
        ax.plot(*ends, color=tone, linewidth=width, alpha=0.45, solid_capstyle="butt")
        box = {"facecolor": color("ground"), "edgecolor": "none", "pad": 1}
        height = start[1] + 0.24 * (end[1] - start[1])
        ax.text(0.24, height, f"{100 * share:.0f}%", ha="center", va="center", bbox=box)
    for x, side, text in ((-0.06, "right", "asks"), (1.06, "left", "is asked")):
        ax.text(x, 1.45, text, ha=side, color=color("ink-soft"))
        for (_, y), word in zip(unit_places(0, words), WORDS, strict=True):
            ax.text(x, y, word, ha=side, va="center", color=color("ink"))
    ax.set(xlim=(-0.45, 1.45), ylim=(-1.3, 1.7))
    ax.set_axis_off()
    return figure


def transfer(canvas: Canvas) -> Figure:
    """Draw the error over the number of examples for three ways to begin, on two new tasks."""
    figure, axes = canvas.panels(2, aspect=0.95)
    tasks = ("The same digits in snow", snow()), ("Other digits", other_digits())
    ways = (
        ("new", "all new", "series-1", "-"),
        ("kept", "layer kept", "series-3", "--"),
        ("tuned", "layer tuned", "series-2", ":"),
    )
    for ax, (title, found) in zip(axes, tasks, strict=True):
        for way, name, token, style in ways:
            median = shade_middle_half(ax, FEW, found.quartiles[way], color(token))
            ax.plot(FEW, median, style, color=color(token), label=name)
        ax.set(xscale="log", xticks=FEW, xticklabels=[str(few) for few in FEW], ylim=(0, 82))
        ax.minorticks_off()
        name_axes(ax, "examples of each digit", "wrong on the test (percent)", title)
        label_ends(ax)
    return figure


def _units(ax: Axes, places: list[Point]) -> None:
    fill, edge = color("surface"), color("edge")
    ax.plot(*zip(*places, strict=True), "o", ms=20, markerfacecolor=fill, markeredgecolor=edge)
