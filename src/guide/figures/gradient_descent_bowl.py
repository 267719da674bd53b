"""The figure of one learning rate on a bowl, which a reader may change."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure

from guide.experiments import gradient_descent_bowl as one
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, label_line, name_axes

RATE, STEPS = 0.45, 20


def one_rate(canvas: Canvas) -> Figure:
    """Draw 20 steps into the bowl at rate 0.45, and the distance that each of them leaves."""
    walk, w = one.bowl_walk(RATE, STEPS), np.linspace(-4, 10, 121)
    away = np.abs(walk - one.PRICE)
    figure, (bowl, distance) = canvas.panels(2, aspect=0.85)
    bowl.plot(w, one.bowl(w), color=color("ink-soft"), linewidth=1)
    look: dict[str, Any] = {"color": color("series-1"), "markersize": 5, "linewidth": 1}
    living(bowl.plot(walk, one.bowl(walk), "o-", **look)[0], "walk")
    bowl.set(xlim=(-4, 10), ylim=(-6, 100), xticks=[-3, 0, 3, 6, 9], yticks=[0, 30, 60, 90])
    distance.axhline(away[0], color=color("ink-soft"), linestyle="--", linewidth=1)
    label_line(distance, 17, float(away[0]), "start", color("ink-soft"), side="above")
    living(distance.semilogy(np.arange(STEPS + 1), away, "o-", **look)[0], "distance")
    distance.set(xlim=(-0.5, STEPS + 0.5), ylim=(1e-4, 1e3), xticks=[0, 5, 10, 15, 20])
    distance.set_yticks([1e-4, 1e-2, 1, 1e2])
    distance.minorticks_off()
    name_axes(bowl, "weight w", "loss")
    name_axes(distance, "step", "distance from the bottom")
    return figure
