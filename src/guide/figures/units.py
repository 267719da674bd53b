"""The units of a network as circles: where those of a layer stand, and what is written in them."""

from collections.abc import Sequence
from typing import TypeAlias

from matplotlib.axes import Axes

from guide.figures.living import living
from guide.figures.palette import color

Point: TypeAlias = tuple[float, float]


def unit_places(at: float, count: int) -> list[Point]:
    """Return places one below the other, around height 0."""
    return [(at, (count - 1) / 2 - number) for number in range(count)]


def draw_units(  # noqa: PLR0913  (units have a place, a size and a text)
    ax: Axes,
    places: Sequence[Point],
    labels: Sequence[str],
    size: float,
    *,
    name: str = "",
    linespacing: float | None = 1,
) -> None:
    """Draw units; with a name, what is written in them are living parts that begin with it."""
    fill, edge = color("surface"), color("edge")
    for number, ((x, y), label) in enumerate(zip(places, labels, strict=True)):
        ax.plot(x, y, "o", markersize=size, markerfacecolor=fill, markeredgecolor=edge)
        text = ax.text(x, y, label, ha="center", va="center", linespacing=linespacing)
        if name:
            living(text, f"{name}-{number}")
