"""The figure of a walk with noisy gradients, whose batch size and rate a reader may change."""

import numpy as np
from matplotlib.figure import Figure

from guide.experiments.gradient_descent_batch_walk import batch_walk, bottom
from guide.figures.living import living
from guide.figures.palette import color
from guide.figures.style import Canvas, name_axes

BATCH, RATE, STEPS = 4, 0.3, 48


def batch_noise(canvas: Canvas) -> Figure:
    """Draw 48 steps with batches of four nights, and how far from the bottom each one is."""
    goal, walk = bottom(), batch_walk(BATCH, RATE, STEPS)
    figure, (plane, distance) = canvas.panels(2, aspect=0.9)
    turn = np.linspace(0, 2 * np.pi, 61)
    for radius in (3, 9, 27):  # with scaled hours, lines of equal loss are circles
        circle = goal[0] + radius * np.cos(turn), goal[1] + radius * np.sin(turn)
        plane.plot(*circle, color=color("edge"), linewidth=0.8)
    shade = color("series-1")
    (line,) = plane.plot(*walk.T, "o-", color=shade, markersize=3, linewidth=1)
    living(line, "walk")
    plane.plot(*goal, color=color("ink"), marker="*", markersize=12)
    plane.set(xlim=(-14, 32), ylim=(-3, 43), box_aspect=1)
    plane.set(xticks=[-10, 0, 10, 20, 30], yticks=[0, 10, 20, 30, 40])
    plane.grid(visible=False)
    away = np.hypot(*(walk - goal).T)
    (line,) = distance.semilogy(away, color=shade, linewidth=1.5)
    living(line, "distance")
    distance.set(xlim=(-1, STEPS + 1), ylim=(1e-4, 1e3), xticks=[0, 16, 32, 48])
    distance.set_yticks([1e-4, 1e-2, 1, 1e2])
    distance.minorticks_off()
    name_axes(plane, "w", "b", "Lines of equal loss")
    name_axes(distance, "step", "distance from the best line")
    return figure
