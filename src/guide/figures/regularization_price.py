"""The figure of a network that overfits, and of the price that stops it, set by the reader."""

import numpy as np
from matplotlib.figure import Figure

from guide.experiments.regularization_price import MOST_UNITS, STRENGTHS, points, priced
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.spread import TRAIN, VALIDATION
from guide.figures.style import Canvas, label_ends, name_axes


def price(canvas: Canvas) -> Figure:
    """Draw 40 hidden units through ten points at almost no price, and the error at each price."""
    strength, (learned, *_) = float(STRENGTHS[0]), points()
    found = priced(strength, MOST_UNITS)
    figure, (left, right) = canvas.panels(2, aspect=0.9)
    left.plot(found.grid, np.sin(found.grid), color=color("ink-soft"), linestyle=":")
    living(left.plot(found.grid, found.curve, color=color(TRAIN))[0], "curve")
    left.plot(*learned, "o", color=color("ink"), markersize=5)
    left.set(xlim=(-3.2, 3.2), ylim=(-2.2, 2.2), xticks=[-3, 0, 3], yticks=[-2, -1, 0, 1, 2])
    for name, line, token, style in (
        ("validation", found.validation, VALIDATION, "--"),
        ("training", found.train, TRAIN, "-"),
    ):
        living(right.plot(STRENGTHS, line, style, color=color(token), label=name)[0], name)
        dot = right.plot(strength, line[0], "o", color=color(token), markersize=8)[0]
        living(dot, f"{name}-here")
    right.set(xscale="log", xlim=(7e-7, 1e4), ylim=(0, 0.6), yticks=[0, 0.2, 0.4, 0.6])
    right.set_xticks([1e-6, 1e-4, 1e-2, 1])
    right.minorticks_off()
    name_axes(left, "input", "target")
    name_axes(right, "strength λ", "squared error")
    label_ends(right)
    return figure
