"""Figures of the sums of a neuron, row by row, and of what an activation makes of them."""

import numpy as np
from jaxtyping import Float
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

import nnbyhand as nn
from guide.chapters.neuron import experiments as measured
from guide.figures.palette import color
from guide.figures.style import Canvas, label_ends, name_axes
from nnbyhand.shapes import Array


def points(canvas: Canvas) -> Figure:
    """Draw the points of the four positions of two switches, and both thresholds."""
    cases = ("both off", "second on", "first on", "both on")
    figure, (ax,) = canvas.panels(aspect=0.7)
    counted = nn.AND.x.sum(axis=1)
    ax.vlines(range(4), 0, counted, color=color("ink-soft"), linewidth=2)
    ax.plot(range(4), counted, "o", markersize=13, color=color("ink"))
    for bias, token, dashes, name in (
        (measured.BOTH, "series-1", "-", "press: 1.5"),
        (measured.EITHER, "series-3", (0, (4, 2)), "doorbell: 0.5"),
    ):
        ax.plot((-0.5, 3.5), (-bias, -bias), color=color(token), linestyle=dashes, label=name)
    ax.set(xlim=(-0.5, 3.5), ylim=(-0.25, 2.3), xticks=range(4), yticks=(0, 1, 2))
    ax.set_xticklabels(cases if canvas.name == "wide" else [c.replace(" ", "\n") for c in cases])
    name_axes(ax, "switches", "points")
    label_ends(ax)
    return figure


def rows(canvas: Canvas) -> Figure:
    """Draw how four rows of two switches become four sums and four answers."""
    figure, (ax,) = canvas.panels(aspect=0.6)
    ax.set(xlim=(-0.1, 9.9), ylim=(-0.1, 5))
    ax.set_axis_off()
    sums = nn.AND.x @ measured.WEIGHTS + measured.BOTH
    for left, name, numbers in (
        (0.0, "$X$", nn.AND.x),
        (2.8, "$w$", measured.WEIGHTS[:, None]),
        (4.6, "$b$", np.array([[measured.BOTH]])),
        (6.4, "$z$", sums[:, None]),
        (8.8, "$a$", np.where(sums >= 0, 1.0, 0.0)[:, None]),
    ):
        _cells(ax, left, name, numbers)
    for x, sign in ((2.4, "@"), (4.2, "+"), (6.0, "="), (8.1, "step")):
        ax.text(x, 2, sign, ha="center", va="center", color=color("ink-soft"))
    return figure


def _cells(ax: Axes, left: float, name: str, numbers: Float[Array, "rows columns"]) -> None:
    """Write a table of numbers in boxes, centered on the height of four, the fourth row shaded."""
    top = 2 + len(numbers) / 2
    for (row, column), number in np.ndenumerate(numbers):
        x, y = left + column, top - row - 1
        fill = color("grid") if row == 3 else color("ground")  # noqa: PLR2004  (the fourth)
        ax.add_patch(Rectangle((x, y), 1, 1, facecolor=fill, edgecolor=color("edge")))
        text = f"{number:g}".replace("-", "−")
        ax.text(x + 0.5, y + 0.5, text, ha="center", va="center", color=color("ink"))
    middle = left + numbers.shape[1] / 2
    ax.text(middle, top + 0.4, name, ha="center", va="center", color=color("ink"))


def soft(canvas: Canvas) -> Figure:
    """Draw the answers of a soft AND neuron to two dimmers, for weights 1, 4 and 16."""
    figure, axes = canvas.panels(3, columns=3, aspect=0.85)
    ends, shares = np.array([-0.25, 1.25]), np.linspace(0, 1, 11)
    sums = ends + ends[:, None] + measured.BOTH
    tones = [
        to_rgba(color("positive" if a > 0.5 else "negative"), 0.6 * abs(2 * a - 1))  # noqa: PLR2004
        for a in shares[:-1] + 0.05
    ]
    with np.errstate(divide="ignore"):
        levels = np.clip(np.log(shares / (1 - shares)), -100, 100)
    for ax, factor in zip(axes, (1, 4, 16), strict=True):
        ax.contourf(ends, ends, factor * sums, levels=levels, colors=tones).set_edgecolor("none")
        ax.contour(ends, ends, sums, levels=[0], colors=color("ink"))
        for x, y in nn.AND.x:
            a = float(nn.sigmoid(factor * (x + y + measured.BOTH)))
            box = {"facecolor": color("ground"), "edgecolor": color("edge"), "pad": 3}
            ax.text(x, y, f"{a:.2f}", ha="center", va="center", bbox=box)
        ax.set(xlim=ends, ylim=ends, xticks=(0, 1), yticks=(0, 1), box_aspect=1)
        ax.grid(visible=False)
        name_axes(ax, "first dimmer", "second dimmer", f"Weights {factor}")
    return figure


def scales(canvas: Canvas) -> Figure:
    """Draw where the AND neuron answers 1, with the first dimmer as a share and in percent."""
    figure, axes = canvas.panels(2, aspect=0.95)
    for ax, most, unit, title in zip(
        axes,
        (1, 100),
        ("share", "percent"),
        ("As it was set", "First dimmer in percent"),
        strict=True,
    ):
        first, second = np.linspace(0, most, 2), np.array([0.0, 1.0])
        sums = first + second[:, None] + measured.BOTH
        ax.contourf(first, second, sums, levels=[0, 200], colors=[to_rgba(color("positive"), 0.16)])
        ax.contour(first, second, sums, levels=[0], colors=color("ink"))
        ax.text(0.85 * most, 0.85, "lit", ha="center", va="center")
        ax.set(xlim=(0, most), ylim=(0, 1), xticks=(0, most / 2, most), yticks=(0, 0.5, 1))
        ax.grid(visible=False)
        name_axes(ax, f"first dimmer ({unit})", "second dimmer (share)", title)
    return figure
