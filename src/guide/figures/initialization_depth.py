"""The figures of the chapter on initialization with a panel for each activation."""

from collections.abc import Mapping

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.experiments import initialization as measured
from guide.experiments.initialization_signals import ACTIVATIONS, DEPTH, RULES
from guide.figures.palette import color
from guide.figures.style import Canvas, name_axes
from nnbyhand.shapes import Array

LINES = {
    "std 1": ("series-4", "-"),
    "He": ("series-3", "-"),
    "LeCun, Glorot": ("series-1", "-"),
    "std 0.01": ("series-2", "-"),
    "own gain": ("ink", ":"),
}
"""By rule, the color and kind of its line."""

MARKS = {
    "He, uniform": ("series-3", "o", 0),
    "Glorot, uniform": ("series-1", "o", 0),
    "orthogonal": ("ink", "+", 1),
}
"""By rule, the color and kind of its marks, and the first layer that has one."""

BY_RULE = Mapping[tuple[str, str], Float[Array, "depths 3"]]


def sums_by_depth(canvas: Canvas) -> Figure:
    """Draw the variance of the sums over the layer, for every rule and activation."""
    return _panels(canvas, measured.signals().sums, 0, "variance of z")


def gradients_by_depth(canvas: Canvas) -> Figure:
    """Draw the variance of the gradients over the layer, for every rule and activation."""
    return _panels(canvas, measured.signals().gradients, 1, "variance of δ")


def _panels(canvas: Canvas, found: BY_RULE, first: int, name: str) -> Figure:
    figure, axes = canvas.panels(len(ACTIVATIONS), columns=4, aspect=0.68)
    layers = np.arange(first, DEPTH + 1.0)
    for ax, activation in zip(axes, ACTIVATIONS, strict=True):
        for rule in RULES:
            _draw(ax, rule, layers, found[activation.name, rule])
        ax.set(xlim=(-0.3, DEPTH + 0.3), ylim=(1e-7, 1e4), xticks=[0, 5, 10])
        ax.set_yticks([1e-6, 1e-3, 1, 1e3])
        ax.minorticks_off()
        name_axes(ax, "layer", name, activation.name)
    handles, labels = axes[0].get_legend_handles_labels()
    columns = 4 if canvas.name == "wide" else 2
    figure.legend(handles, labels, loc="outside upper left", ncols=columns)
    return figure


def _draw(
    ax: Axes, rule: str, layers: Float[Array, " depths"], quartiles: Float[Array, "depths 3"]
) -> None:
    low, median, high = quartiles.T
    if rule in LINES:
        token, kind = LINES[rule]
        ax.semilogy(layers, median, color=color(token), linestyle=kind, linewidth=1.5, label=rule)
        ax.fill_between(layers, low, high, color=color(token), alpha=0.2, linewidth=0)
    else:
        token, mark, start = MARKS[rule]
        shown = slice(start, None, 2)
        ax.semilogy(
            layers[shown],
            median[shown],
            color=color(token),
            marker=mark,
            markersize=5,
            linestyle="none",
            label=rule,
        )
