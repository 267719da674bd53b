"""The figure of the valley of the loss over the learning rate, which a reader may move."""

import numpy as np
from matplotlib.figure import Figure

from guide.experiments import hyperparameters as measured
from guide.experiments.hyperparameters_rate_valley import RATES, rate_valley
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, label_ends, label_line, name_axes

VALIDATION, TRAINING = color("series-1"), color("series-3")


def one_valley(canvas: Canvas) -> Figure:
    """Draw both losses over the rate at the starting values, and where validation is best."""
    found = rate_valley()
    low, median, high = found.validation.T
    figure, (ax,) = canvas.panels(aspect=0.9)
    ax.set_xscale("log")
    ax.axhline(measured.guessing(), color=color("ink-soft"), linestyle=":", linewidth=1)
    label_line(ax, 2.2e-3, measured.guessing(), "guessing", color("ink-soft"), side="above")
    ax.plot(RATES, median, color=color("edge"), linewidth=1)  # stays when the others move
    rates, around = np.array([*RATES, *RATES[::-1]]), np.concatenate([low, high[::-1]])
    living(ax.fill(rates, around, color=VALIDATION, alpha=0.18, lw=0)[0], "band")
    for name, losses, shade, look in (
        ("validation", median, VALIDATION, "o--"),
        ("training", found.training, TRAINING, "s-"),
    ):
        line = ax.plot(RATES, losses, look, color=shade, markersize=5, label=name)[0]
        living(line, name)
    best = int(median.argmin())
    living(ax.plot(RATES[best], median[best], "o", color=VALIDATION, markersize=11)[0], "best")
    ax.set(xlim=(8e-4, 30), ylim=(0, 1.4), yticks=[0, 0.4, 0.8, 1.2])
    ax.set_xticks([1e-3, 1e-2, 1e-1, 1], ["0.001", "0.01", "0.1", "1"])
    ax.minorticks_off()
    name_axes(ax, "learning rate", "loss (nats)")
    label_ends(ax)
    return figure
