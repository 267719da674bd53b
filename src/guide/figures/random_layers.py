"""The figures of random layers that a reader scales and stacks: sums forward, blame back."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.experiments.random_layers import DEEPEST, sent
from guide.figures.living import living
from guide.figures.style import Canvas, color_of, name_axes
from nnbyhand.shapes import Array

LAYERS = [0, 5, 10, 15, 20]


def any_depth(canvas: Canvas) -> Figure:
    """Draw the blame in every layer under ten sigmoid layers with weights of gain 1."""
    found = sent(nn.sigmoid, gain=1, depth=10)
    figure, (ax,) = canvas.panels(aspect=0.85)
    _draw(ax, found.blame, color_of(nn.sigmoid), "blame")
    ax.set(ylim=(1e-14, 1e4), yticks=[1e-12, 1e-8, 1e-4, 1, 1e4])
    name_axes(ax, "layer", "blame, over that in the last layer")
    return figure


def any_scale(canvas: Canvas) -> Figure:
    """Draw sums and blame through 20 layers of ReLUs with weights of gain 1."""
    found = sent(nn.relu, gain=1, depth=DEEPEST)
    figure, (forward, back) = canvas.panels(2, aspect=0.85)
    _draw(forward, found.sums, color_of(nn.relu), "sums")
    _draw(back, found.blame, color_of(nn.relu), "blame")
    for ax in (forward, back):
        ax.set(ylim=(1e-10, 1e10), yticks=[1e-8, 1e-4, 1, 1e4, 1e8])
    name_axes(forward, "layer", "size of z", "Forward")
    name_axes(back, "layer", "blame, over that in the last layer", "Backward")
    return figure


def _draw(ax: Axes, quartiles: Float[Array, "layers 3"], shade: str, name: str) -> None:
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
