"""What random layers make of numbers, layer by layer, in parts that a script redraws."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes

from guide.experiments.random_layers import DEEPEST
from guide.figures.living import living
from nnbyhand.shapes import Array

LAYERS = [0, 5, 10, 15, 20]


def draw_layers(ax: Axes, quartiles: Float[Array, "layers 3"], shade: str, name: str) -> None:
    """Draw the median with a dot for each layer, and a band from first to third quartile."""
    low, middle, high = quartiles.T
    layers = np.arange(1.0 * len(middle))
    around = np.concatenate([low, high[::-1]])
    ax.set_yscale("log")
    band = ax.fill(np.concatenate([layers, layers[::-1]]), around, color=shade, alpha=0.2, lw=0)
    living(band[0], f"{name}-band")
    living(ax.plot(layers, middle, color=shade, marker="o", markersize=5)[0], name)
    ax.set(xlim=(-0.4, DEEPEST + 0.4), xticks=LAYERS)
    ax.minorticks_off()
