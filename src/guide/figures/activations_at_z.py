"""The figure of an activation with its slope at one z, both of which a reader may change."""

import numpy as np
from matplotlib.figure import Figure

import nnbyhand as nn
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, color_of, name_axes

Z = 2.0
REACH = 1.0  # of the tangent, to either side


def at_z(canvas: Canvas) -> Figure:
    """Draw the sigmoid with its tangent at z = 2, and beside it the slope."""
    z, shade = np.linspace(-3, 3, 121), color_of(nn.sigmoid)
    a, slope = (float(part([Z])[0]) for part in (nn.sigmoid, nn.sigmoid.derivative))
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    living(left.plot(z, nn.sigmoid(z), color=shade)[0], "output")
    along = np.array([-REACH, REACH])
    living(left.plot(Z + along, a + slope * along, "--", color=color("ink"))[0], "tangent")
    living(left.plot(Z, a, "o", color=color("ink"), markersize=9)[0], "here")
    living(right.plot(z, nn.sigmoid.derivative(z), color=shade)[0], "slope")
    living(right.plot(Z, slope, "o", color=color("ink"), markersize=9)[0], "slope-here")
    living(left.text(-2.9, 2.75, f"output {a:.2f}"), "output-text")
    living(right.text(-2.9, 1.17, f"slope {slope:.2f}"), "slope-text")
    left.set(xlim=(-3, 3), ylim=(-1.2, 3.1), xticks=range(-3, 4), yticks=range(-1, 4))
    right.set(xlim=(-3, 3), ylim=(-0.25, 1.3), xticks=range(-3, 4), yticks=(0, 0.5, 1))
    name_axes(left, "z", "output", "Activation")
    name_axes(right, "z", "slope", "Its slope")
    return figure
