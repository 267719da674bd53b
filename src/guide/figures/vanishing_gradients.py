"""The figures of the chapter `vanishing-gradients`."""

import numpy as np
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.figures.style import Canvas, color_of, name_axes


def straight_line(canvas: Canvas) -> Figure:
    """Draw the linear activation from -3 to 3."""
    z = np.linspace(-3, 3, 61)
    figure, (ax,) = canvas.panels()
    ax.plot(z, nn.linear(z), color=color_of(nn.linear))
    name_axes(ax, "z", "output")
    return figure
