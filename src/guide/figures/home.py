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

from guide.experiments.home import Network, answer, home_start, trained
from guide.figures.palette import color
from guide.figures.style import Canvas, name_axes

Point = tuple[float, float]

INPUTS = ((0.0, 1.5), (0.0, 0.5))
HIDDEN = ((1.0, 2.0), (1.0, 1.0), (1.0, 0.0))
OUTPUT = (2.0, 1.0)
UNIT_SIZE = 36  # px across
LEAST, LARGEST = -0.3, 1.3  # what the map shows of either input
CELLS = 20  # of the map, on a side


def xor_network(canvas: Canvas) -> Figure:
    """Draw the trained network of the home page and its answer to every pair of inputs."""
    figure, (network, answers) = canvas.panels(2, aspect=0.95)
    learned = trained(home_start())
    _draw_network(network, learned)
    _label_answers(answers)
    figure.draw_without_rendering()  # only now is it known how large the map will be
    _color_answers(answers, learned, answers.get_window_extent().width)
    return figure


def _draw_network(ax: Axes, network: Network) -> None:
    ax.set(xlim=(-0.3, 2.3), ylim=(-0.3, 2.6))
    ax.set_title("What it learned", pad=30)
    ax.set_axis_off()
    for start, weights in zip(INPUTS, network.hidden, strict=True):
        for end, weight in zip(HIDDEN, weights, strict=True):
            _wire(ax, start, end, weight, number_at=0.7)
    for start, weight in zip(HIDDEN, network.output[:, 0], strict=True):
        _wire(ax, start, OUTPUT, weight, number_at=0.45)
    _units(ax, INPUTS, ("1st", "2nd"))
    _units(ax, HIDDEN, [signed(bias) for bias in network.hidden_bias[0]])
    _units(ax, (OUTPUT,), [signed(network.output_bias.item())])
    for column, name in enumerate(("inputs", "hidden units", "output")):
        ax.text(column, 2.4, name, ha="center", color=color("ink-soft"))


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
        bbox={"facecolor": color("ground"), "edgecolor": "none", "pad": 1},
    )


def _units(ax: Axes, places: Sequence[Point], labels: Sequence[str]) -> None:
    fill, edge = color("surface"), color("edge")
    for (x, y), label in zip(places, labels, strict=True):
        ax.plot(x, y, "o", markersize=UNIT_SIZE, markerfacecolor=fill, markeredgecolor=edge)
        ax.text(x, y, label, ha="center", va="center")


def _label_answers(ax: Axes) -> None:
    ax.set(xlim=(LEAST, LARGEST), ylim=(LEAST, LARGEST), xticks=(0, 1), yticks=(0, 1), box_aspect=1)
    ax.grid(visible=False)
    name_axes(ax, "1st input (no unit)", "2nd input (no unit)", "What it answers")
    for x, y, right in ((0, 0, "no"), (0, 1, "yes"), (1, 0, "yes"), (1, 1, "no")):
        box = {"facecolor": color("ground"), "edgecolor": color("edge"), "pad": 4}
        ax.text(x, y, right, ha="center", va="center", bbox=box)


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
    ax.scatter(first, second, s=area, c=tones, marker="s", linewidths=0, clip_on=False)


def signed(weight: float) -> str:
    """Write a weight or bias the way the picture does: +1.3, −0.5, 0.0."""
    shown = f"{weight:+.1f}".replace("-", "−")
    return shown[1:] if float(f"{weight:.1f}") == 0 else shown
