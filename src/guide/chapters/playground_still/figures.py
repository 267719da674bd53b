"""The figure of the playground: its first network before and after training, and its losses."""

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from guide.chapters.playground_still.experiments import EPOCHS, REACH, Picture, first_picture
from guide.figures.palette import color
from guide.figures.style import Canvas, label_line, name_axes

LEVELS = (0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1)
"""Between how likely answers the color changes."""

LAYOUT = {"wide": "BAL", "narrow": "BA;LL"}
"""The panels: before, after, the losses."""

KINDS = (("class-1", "o"), ("class-2", "s"))
"""The color and mark of the outer ring, class 0, and of the inner one, class 1."""


def before_and_after(canvas: Canvas) -> Figure:
    """Draw what the first network of the playground answers before and after its training."""
    figure, _ = canvas.panels(aspect={"wide": 0.72, "narrow": 1.15}[canvas.name])
    figure.clear()
    panels = figure.subplot_mosaic(LAYOUT[canvas.name])
    picture = first_picture()
    _draw_map(panels["B"], picture, 0, "before")
    _draw_map(panels["A"], picture, 1, f"after {EPOCHS} epochs")
    _draw_losses(panels["L"], picture)
    return figure


def _draw_map(ax: Axes, picture: Picture, which: int, title: str) -> None:
    tones = [_tone((low + high) / 2) for low, high in pairwise(LEVELS)]
    places = picture.places
    ax.contourf(places, places, picture.answers[which], levels=LEVELS, colors=tones)
    for label, (token, mark) in enumerate(KINDS):
        learned = picture.x[picture.labels == label]
        held = picture.held_x[picture.held_labels == label]
        ink, ground = color(token), color("ground")
        ax.plot(*learned.T, mark, markersize=4, color=ink, markeredgecolor=ground, mew=0.6)
        ax.plot(*held.T, mark, markersize=4, markerfacecolor=ground, markeredgecolor=ink, mew=1.2)
    ticks = [-1, 0, 1]
    ax.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), xticks=ticks, yticks=ticks, box_aspect=1)
    ax.grid(visible=False)
    name_axes(ax, "x₁", "x₂", title)


def _tone(likely: float) -> tuple[float, ...]:
    """Return the color of an answer: that of its class, the fainter the less sure it is."""
    token = KINDS[likely > 1 / 2][0]
    return to_rgba(color(token), 0.06 + 0.5 * abs(2 * likely - 1))


def _draw_losses(ax: Axes, picture: Picture) -> None:
    epochs = range(1, EPOCHS + 1)
    ax.plot(epochs, picture.loss, color=color("series-1"))
    ax.plot(epochs, picture.held_loss, color=color("series-3"), ls="--")
    ax.set(xlim=(0, EPOCHS), ylim=(0, 0.8), xticks=[0, 20, 40, 60], yticks=[0, 0.4, 0.8])
    name_axes(ax, "epoch", "loss", "its losses")
    label_line(ax, 1, 0.34, "learns from", color("series-1"))
    label_line(ax, 30, 0.58, "held out", color("series-3"))
