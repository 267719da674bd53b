"""How figures show a spread: a line with its band, a dot with its bar."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Int
from matplotlib.axes import Axes

from guide.figures.palette import color
from guide.figures.style import label_line
from nnbyhand.shapes import Array, NDArray

TRAIN, VALIDATION = "series-1", "series-3"


def draw_band(
    ax: Axes,
    x: Float[Array, " places"] | Int[NDArray[np.integer], " places"],
    quartiles: Float[Array, "places 3"],
    token: str,
) -> None:
    """Draw medians as a line, dashed for validation, and the middle half as a band around it."""
    # Draw every point of the steep start; later, a line is too wide to show them all.
    drawn = np.unique(np.append(np.arange(0, len(x), 1 + len(x) // 40), np.arange(min(15, len(x)))))
    x = x[drawn]
    median = shade_middle_half(ax, x, quartiles[drawn], color(token))
    ax.plot(x, median, color=color(token), linestyle="--" if token == VALIDATION else "-")


def shade_middle_half(
    ax: Axes,
    x: Sequence[float] | Float[Array, " places"] | Int[NDArray[np.integer], " places"],
    quartiles: Float[Array, "places 3"],
    shade: str,
    alpha: float = 0.2,
) -> Float[Array, " places"]:
    """Shade a band from the first quartile to the third, and return the medians."""
    low, median, high = quartiles.T
    ax.fill_between(x, low, high, color=shade, alpha=alpha, linewidth=0)
    return np.asarray(median)


def draw_row(  # noqa: PLR0913  (a row has a place, a name and a mark)
    ax: Axes,
    place: float,
    quartiles: Float[Array, "3"],
    name: str,
    token: str,
    *,
    at: float,
    marker: str = "o",
) -> None:
    """Draw a median as a dot and the middle half as a bar, with the name above, from x = `at`."""
    low, median, high = quartiles
    ax.hlines(place, low, high, color=color(token), linewidth=1.5)
    ax.plot(median, place, color=color(token), marker=marker, markersize=7)
    if name:
        label_line(ax, at, place - 0.42, name, color("ink")).set_x(0)
