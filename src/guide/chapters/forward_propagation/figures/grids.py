"""The figures of the chapter on forward propagation that show arrays as grids of numbers."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import nnbyhand as nn
from guide.experiments import two_switches
from guide.figures.numerals import short
from guide.figures.palette import color
from guide.figures.style import Canvas
from nnbyhand.shapes import Array

ROW, COLUMN = 3, 1
"""The entry of the product that the figure singles out."""


def row_meets_column(canvas: Canvas) -> Figure:
    """Draw the four switch positions times the weights of the hidden layer."""
    weights = two_switches.network().arrays[0][0]
    figure, (ax,) = canvas.panels(aspect=0.85)
    _grid(ax, nn.XOR.x, (0, 0))
    _grid(ax, weights, (3, 1))
    _grid(ax, nn.XOR.x @ weights, (6, 0))
    for corner, width, height in (((0, ROW), 2, 1), ((3 + COLUMN, 1), 1, 2), ((7, ROW), 1, 1)):
        _frame(ax, corner, width, height)
    for x, text in ((2.5, "×"), (5.5, "=")):
        ax.text(x, 2, text, ha="center", va="center")
    for x, text in ((1, "X (4, 2)"), (4, "W (2, 2)"), (7, "X W (4, 2)")):
        ax.text(x, -0.4, text, ha="center", va="center", color=color("ink-soft"))
    (x1, x2), (w1, w2) = nn.XOR.x[ROW], weights[:, COLUMN]
    terms = f"{short(x1)} · ({short(w1)}) + {short(x2)} · {short(w2)} = {short(x1 * w1 + x2 * w2)}"
    ax.text(8, 4.5, terms, ha="right", va="center", color=color("accent"))
    ax.set(xlim=(-0.1, 8.1), ylim=(4.8, -0.8))
    ax.set_axis_off()
    return figure


def all_pairs(canvas: Canvas) -> Figure:
    """Draw perfect answers less targets, paired row by row and paired all with all."""
    answers: Float[Array, "4 1"] = np.asarray(nn.XOR.y, dtype=float)
    targets = answers[:, 0]
    figure, axes = canvas.panels(2, aspect=0.8)
    for ax, differences, title in zip(
        axes,
        (answers - answers, answers - targets),
        ("(4, 1) less (4, 1)", "(4, 1) less (4,)"),
        strict=True,
    ):
        _grid(ax, differences, (0, 0), signs=True)
        for row, answer in enumerate(answers[:, 0]):
            text = f"answer {short(answer)}"
            ax.text(-0.2, row + 0.5, text, ha="right", va="center", color=color("ink-soft"))
        for column, target in enumerate(targets[: differences.shape[1]]):
            whose = f"target\n{short(target)}" if differences.shape[1] > 1 else "its own\ntarget"
            ax.text(column + 0.5, -0.2, whose, ha="center", color=color("ink-soft"))
        ax.set(xlim=(-1.9, 4.1), ylim=(4.1, -1.1))
        ax.set_title(title)
        ax.set_axis_off()
    for place in range(4):
        _frame(axes[1], (place, place), 1, 1)
    _frame(axes[0], (0, 0), 1, 4)
    return figure


def _grid(
    ax: Axes,
    numbers: Float[Array, "rows columns"],
    corner: tuple[float, float],
    *,
    signs: bool = False,
) -> None:
    """Draw numbers in squares, from the upper left corner on; `signs` colors what is not 0."""
    for (row, column), number in np.ndenumerate(numbers):
        x, y = corner[0] + column, corner[1] + row
        sign = "positive" if number > 0 else "negative"
        tone = color(sign if signs and number else "ink")
        ax.add_patch(Rectangle((x, y), 1, 1, facecolor="none", edgecolor=color("edge")))
        ax.text(x + 0.5, y + 0.5, short(float(number)), ha="center", va="center", color=tone)


def _frame(ax: Axes, corner: tuple[float, float], width: float, height: float) -> None:
    """Single out some squares."""
    frame = Rectangle(corner, width, height, facecolor="none", edgecolor=color("accent"))
    frame.set(linewidth=3, zorder=3)
    ax.add_patch(frame)
