"""Units, wires and numbers: what the diagrams of the chapter on backpropagation are made of."""

from typing import cast

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.text import Text

from guide.figures.palette import color

Point = tuple[float, float]

UNIT_SIZE = 46  # px across


def clear(ax: Axes, width: float, height: float) -> None:
    """Turn a panel into a sheet without axes; one unit apart is one column or one row."""
    ax.set(xlim=(-0.5, width + 0.5), ylim=(-0.5, height + 0.5))
    ax.set_axis_off()


def unit(ax: Axes, place: Point, text: str, size: float = UNIT_SIZE) -> Text:
    """Draw a circle with a text in it, and return the text."""
    fill, edge = color("surface"), color("edge")
    ax.plot(*place, "o", markersize=size, markerfacecolor=fill, markeredgecolor=edge)
    return ax.text(*place, text, ha="center", va="center")


def arrow(
    ax: Axes, start: Point, end: Point, tone: str = "edge", size: float = UNIT_SIZE
) -> Artist:
    """Draw an arrow from unit to unit; one of a negative number is dashed."""
    look = {
        "arrowstyle": "-|>",
        "color": color(tone),
        "linewidth": 1.5,
        "linestyle": (0, (4, 2)) if tone == "negative" else "solid",
        "shrinkA": size / 2 + 1,
        "shrinkB": size / 2 + 1,
        "mutation_scale": 11,
    }
    return cast("Artist", ax.annotate("", end, start, arrowprops=look).arrow_patch)


def on_wire(  # noqa: PLR0913, PLR0917  (a wire has two ends, and its number a place)
    ax: Axes, start: Point, end: Point, text: str, at: float = 0.5, above: float = 0
) -> Text:
    """Write a number on a wire, or above it; the page's ground keeps the line away from it."""
    (x, y), (to_x, to_y) = start, end
    return write(ax, (x + at * (to_x - x), y + at * (to_y - y) + above), text)


def write(ax: Axes, place: Point, text: str, tone: str = "ink") -> Text:
    """Write a text on the page's ground."""
    box = {"facecolor": color("ground"), "edgecolor": "none", "pad": 1}
    return ax.text(*place, text, ha="center", va="center", color=color(tone), bbox=box)


def tone_of(number: float) -> str:
    """Return the color that a number has in every diagram: blue above zero, orange below."""
    if number == 0:
        return "edge"
    return "positive" if number > 0 else "negative"


def decimals(number: float, places: int = 4) -> str:
    """Write a number with so many decimals and a true minus sign; zero is 0."""
    rounded = round(float(number), places)
    return f"{rounded:.{places}f}".replace("-", "−") if rounded else "0"


def short(number: float) -> str:
    """Write a weight with the decimals it has: 0.5, −1."""
    return f"{number:g}".replace("-", "−")
