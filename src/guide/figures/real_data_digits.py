"""Figures on digits: what is mistaken for what, and the images that it happens to."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

import nnbyhand as nn
from guide.experiments import real_data as measured
from guide.figures.palette import color
from guide.figures.style import Canvas, name_axes
from nnbyhand.shapes import Array

SHOWN = 12
SHADES = 4
"""How many shades of ink an image is drawn in."""


def confusion(canvas: Canvas) -> Figure:
    """Draw the confusion matrix of all networks, with mistakes stronger in color for more."""
    found = measured.digits()
    figure, (ax,) = canvas.panels(aspect=1.08)
    wrong = found.confusion - np.diag(found.confusion.diagonal())
    for (true, answer), count in np.ndenumerate(wrong):
        if true == answer:
            text = f"{found.recall[true]:.0f}"
            ax.text(answer, true, text, ha="center", va="center", color=color("ink"))
        elif count:
            cell = Rectangle((answer - 0.46, true - 0.46), 0.92, 0.92, facecolor=color("bad"))
            cell.set(linewidth=0, alpha=0.06 + 0.94 * count / wrong.max())
            ax.add_patch(cell)
    ax.set(xlim=(-0.5, 9.5), ylim=(9.5, -0.5), xticks=range(10), yticks=range(10))
    ax.grid(visible=False)
    name_axes(ax, "answer of the network", "true digit")
    return figure


def digit_mistakes(canvas: Canvas) -> Figure:
    """Draw the images that most networks get wrong, with the answer they give most often."""
    data, found = nn.digits(), measured.digits()
    share = found.misses / np.maximum(found.answers.sum(axis=1), 1)
    worst = np.lexsort((-found.misses, -share))[:SHOWN]
    figure, axes = canvas.panels(SHOWN, columns=6, aspect=0.36)
    for ax, image in zip(axes, worst, strict=True):
        others = found.answers[image].copy()
        others[data.y[image]] = 0
        _draw_image(ax, data.x[image].reshape(8, 8))
        ax.set_title(f"{data.y[image]}, read as {others.argmax()}", pad=5, fontweight="normal")
    return figure


def _draw_image(ax: Axes, pixels: Float[Array, "8 8"]) -> None:
    """Draw pixels in a few shades, the runs of one shade in a row as one rectangle."""
    shades = np.rint(pixels / pixels.max() * SHADES).astype(int)
    for shade in range(1, SHADES + 1):
        outlines = [
            Path(np.array([[x, y], [end, y], [end, y + 1], [x, y + 1], [x, y]]), _BOX)
            for y, row in enumerate(shades)
            for x, end in _runs(row == shade)
        ]
        if outlines:
            ink = PathPatch(Path.make_compound_path(*outlines), facecolor=color("ink"))
            ink.set(linewidth=0, alpha=shade / SHADES)
            ax.add_patch(ink)
    frame = Rectangle((0, 0), 8, 8, facecolor="none", edgecolor=color("rule"), linewidth=1)
    ax.add_patch(frame)
    ax.set(xlim=(-0.1, 8.1), ylim=(8.1, -0.1), aspect="equal")
    ax.set_axis_off()


_BOX = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]


def _runs(marked: np.ndarray) -> list[tuple[int, int]]:
    """Return where each run of marked places begins and ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marked.astype(int), [0]])))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
