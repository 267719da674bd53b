"""The picture of the home page: a trained network, weight by weight, beside what it answers.

`docs/javascripts/home-network.js` brings this very drawing to life. It finds the wires, numbers and
cells by their order and colors and redraws them by the rules of this module; a browser test holds
the two together.
"""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from guide.chapters.home.experiments import (
    ANSWERS,
    QUESTIONS,
    STEPS,
    Network,
    answer,
    home_start,
    losses,
    trained,
)
from guide.figures.numerals import signed
from guide.figures.palette import color
from guide.figures.style import Canvas, name_axes
from guide.figures.units import Point, draw_units

INPUTS = ((0.0, 1.5), (0.0, 0.5))
HIDDEN = ((1.0, 2.0), (1.0, 1.0), (1.0, 0.0))
OUTPUT = (2.0, 1.0)
UNIT_SIZE = 33  # px across
LEAST, LARGEST = -0.4, 1.4  # the range of each input that the map shows
CELLS = 18  # along each side of the map
HIGHEST = 2  # the largest loss that fits into the panel
EVERY = 4  # steps between two points of the line
SIGN_SIZE = 25  # px across: the sign at each of the four questions
LAYOUT = {"wide": "NAL", "narrow": "NN;AL"}
"""The panels: the network, its answers, its loss."""


def xor_network(canvas: Canvas) -> Figure:
    """Draw the trained network of the home page, its answer to every input, and its loss."""
    figure, _ = canvas.panels(aspect={"wide": 0.68, "narrow": 1.06}[canvas.name])
    figure.clear()
    widths = {"wide": (1.9, 1, 1), "narrow": (1, 1)}[canvas.name]
    heights = {"wide": (1,), "narrow": (0.86, 1)}[canvas.name]
    panels = figure.subplot_mosaic(LAYOUT[canvas.name], width_ratios=widths, height_ratios=heights)
    learned = trained(home_start())
    _draw_network(panels["N"], learned)
    _draw_losses(panels["L"], losses())
    _draw_questions(panels["A"], learned)
    figure.draw_without_rendering()  # the layout decides how large the map is
    _color_answers(panels["A"], learned, panels["A"].get_window_extent().width)
    return figure


def _draw_network(ax: Axes, network: Network) -> None:
    ax.set(xlim=(-0.3, 2.3), ylim=(-0.45, 3.05))
    ax.set_axis_off()
    for start, weights, number_at in zip(INPUTS, network.hidden, (0.72, 0.44), strict=True):
        for end, weight in zip(HIDDEN, weights, strict=True):
            _wire(ax, start, end, weight, number_at)
    for start, weight in zip(HIDDEN, network.output[:, 0], strict=True):
        _wire(ax, start, OUTPUT, weight, 0.45)
    biases = [signed(bias) for bias in (*network.hidden_bias[0], network.output_bias.item())]
    places, labels = (*INPUTS, *HIDDEN, OUTPUT), ("1st", "2nd", *biases)
    draw_units(ax, places, labels, UNIT_SIZE, linespacing=None)
    for column, name in enumerate(("inputs", "hidden units", "output")):
        ax.text(column, 2.75, name, ha="center", color=color("ink-soft"))


def _wire(ax: Axes, start: Point, end: Point, weight: float, number_at: float) -> None:
    """Draw a weight: blue if positive, orange and dashed if negative, as thick as it is large."""
    tone, dashes = ("positive", "-") if weight >= 0 else ("negative", (0, (2, 1)))
    (x, y), (to_x, to_y) = start, end
    width = 1 + 1.5 * abs(weight)
    ax.plot((x, to_x), (y, to_y), color=color(tone), ls=dashes, lw=width, solid_capstyle="butt")
    ax.text(
        x + number_at * (to_x - x),
        y + number_at * (to_y - y),
        signed(weight),
        ha="center",
        va="center",
        bbox={"facecolor": color("ground"), "edgecolor": "none", "pad": 0},
    )


def _draw_losses(ax: Axes, found: Sequence[float]) -> None:
    ax.set(xlim=(0, STEPS), ylim=(0, HIGHEST), xticks=(0, STEPS), yticks=(0, 1, 2), box_aspect=1)
    ax.plot(range(0, STEPS + 1, EVERY), found[::EVERY], color=color("series-1"))
    name_axes(ax, "step", "loss")


def _draw_questions(ax: Axes, network: Network) -> None:
    """Draw the four questions: the right answer in a square, that of the network in a circle."""
    ax.set(xlim=(LEAST, LARGEST), ylim=(LEAST, LARGEST), xticks=(0, 1), yticks=(0, 1), box_aspect=1)
    ax.grid(visible=False)
    name_axes(ax, "1st input", "2nd input")
    found = answer(network, QUESTIONS)[:, 0]
    for (x, y), right, says in zip(QUESTIONS, ANSWERS[:, 0], found, strict=True):
        _sign(ax, (x - 0.19, y), "s", "edge", _in_words(right))
        _sign(ax, (x + 0.19, y), "o", "ink", _in_words(says))


def _sign(ax: Axes, at: Point, shape: str, edge: str, text: str) -> None:
    fill = color("ground")
    ax.plot(*at, shape, markersize=SIGN_SIZE, markerfacecolor=fill, markeredgecolor=color(edge))
    ax.text(*at, text, ha="center", va="center_baseline")


def _in_words(number: float) -> str:
    return "yes" if number >= 0 else "no"


def _color_answers(ax: Axes, network: Network, side: float) -> None:
    """Color every pair of inputs: blue for yes, orange for no, pale where it hesitates.

    Args:
        ax: The map.
        network: What answers.
        side: How wide the map is, in px.
    """
    middles = LEAST + (LARGEST - LEAST) * (np.arange(CELLS) + 0.5) / CELLS
    first, second = (inputs.ravel() for inputs in np.meshgrid(middles, middles))
    says = answer(network, np.column_stack([first, second]))[:, 0]
    tones = [to_rgba(color("positive" if y >= 0 else "negative"), abs(y)) for y in says]
    area = (0.93 * side / CELLS) ** 2
    ax.scatter(first, second, s=area, c=tones, marker="s", linewidths=0, clip_on=False, zorder=0)
