"""The figure on schedules: four shapes, and what networks make of them."""

import numpy as np
from matplotlib.figure import Figure

from guide.experiments import gradient_descent as measured
from guide.experiments.gradient_descent_schedules import SHAPES, STEPS
from guide.figures.palette import color
from guide.figures.style import Canvas, label_ends, label_line, name_axes

LOOKS = {
    "constant": ("series-4", "-", "o"),
    "step": ("series-3", "-", "s"),
    "cosine": ("series-1", "-", "^"),
    "warm-up": ("series-2", "--", "D"),
}


def schedules(canvas: Canvas) -> Figure:
    """Draw four schedules, and the loss of networks over their highest rate."""
    found = measured.schedules()
    figure, (left, right) = canvas.panels(2, aspect=0.95)
    steps = np.arange(STEPS)
    for place, (name, (token, style, marker)) in enumerate(LOOKS.items()):
        shape = SHAPES[name](1.0)
        rates = [shape(int(step)) for step in steps]
        left.plot(steps, rates, color=color(token), linestyle=style)
        low, median, high = found.loss[place].T
        at = np.array(found.rates) * 1.04 ** (place - 1.5)
        right.vlines(at, low, high, color=color(token), linewidth=1.5)
        right.plot(at, median, color=color(token), linestyle=style, marker=marker, markersize=5)
        right.plot(1.75, median[-1], color=color(token), linestyle="none", label=name)
    for name, step, height in (("constant", 45, 1.0), ("step", 37, 0.1), ("cosine", 23, 0.36)):
        label_line(left, step, height, name, color(LOOKS[name][0]), side="above")
    label_line(left, 5, 0.6, "warm-up", color("series-2"))
    left.set(xlim=(0, STEPS), ylim=(0, 1.15), xticks=[0, 16, 32, 48, 64], yticks=[0, 0.5, 1])
    right.set(xscale="log", xlim=(0.18, 1.9), ylim=(0, 0.8), yticks=[0, 0.2, 0.4, 0.6])
    right.set_xticks(found.rates, labels=[str(rate) for rate in found.rates])
    right.minorticks_off()
    name_axes(left, "step", "rate / highest rate")
    name_axes(right, "highest rate", "loss at the end (nats)")
    label_ends(right)
    return figure
