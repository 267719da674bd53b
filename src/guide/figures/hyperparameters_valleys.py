"""Maps of the loss over the learning rate and one other choice."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from guide.experiments import hyperparameters as measured
from guide.experiments.hyperparameters_maps import RATES, Valley
from guide.figures.palette import color
from guide.figures.style import Canvas, name_axes

LOWEST, HIGHEST = 0.43, 0.7


def valleys(canvas: Canvas) -> Figure:
    """Draw three maps, stronger in color for a lower loss, with each row's best rate marked."""
    figure, axes = canvas.panels(3, columns=3, aspect=0.7)
    for ax, valley, name, title in zip(
        axes,
        (measured.rate_and_batch(), measured.rate_and_optimizer(), measured.rate_and_scale()),
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
