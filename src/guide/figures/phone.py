"""Lays the panels of a figure that was drawn for a column out anew, for a phone."""

import math
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec

from guide.figures.settings import PIXELS_PER_INCH, WIDTHS

_MANY = 3  # panels in a row that are laid out anew in two columns
_FLATTEST = 0.75  # least height over width at which a curve still shows its steepness
_BETWEEN = 8  # pixels


def fit_for_phone(figure: Figure) -> None:
    """Make a figure, once it is drawn, as wide as a phone, and its text as large as before.

    Two panels beside one another come to stand one below the other, more come to stand in two
    columns. Panels without ticks are pictures that are compared, and keep their places.
    """
    panels = figure.axes
    before = panels[0].get_gridspec()
    columns = _columns(panels, before.ncols if before else 1)
    rows = math.ceil(len(panels) / columns)
    height = rows * max(_height(panel, panels, WIDTHS["narrow"] / columns) for panel in panels)
    if before and columns != before.ncols:
        _rearrange(panels, GridSpec(rows, columns, figure=figure), columns)
    figure.set_size_inches(WIDTHS["narrow"] / PIXELS_PER_INCH, height / PIXELS_PER_INCH)


def _columns(panels: Sequence[Axes], columns: int) -> int:
    if not any(panel.get_xticks().size for panel in panels):
        return columns
    return 2 if columns >= _MANY else 1


def _height(panel: Axes, panels: Sequence[Axes], width: float) -> float:
    """Return how high a panel should be, with its title and labels, in pixels."""
    box = panel.get_window_extent()
    shape = box.height / box.width
    if panel.get_aspect() == "auto":
        shape = max(shape, _FLATTEST)
    beside = max(_around(each)[0] for each in panels)
    above_and_below = max(_around(each)[1] for each in panels)
    label = panel.yaxis.label.get_window_extent().height
    return max((width - beside) * shape + above_and_below, label) + _BETWEEN


def _around(panel: Axes) -> tuple[float, float]:
    """Return how much room labels, title and legend take beside a panel, and above and below."""
    whole, box = panel.get_tightbbox(), panel.get_window_extent()
    return (whole.width - box.width, whole.height - box.height) if whole else (0.0, 0.0)


def _rearrange(panels: Sequence[Axes], grid: GridSpec, columns: int) -> None:
    """Give panels their new places; at the left edge a panel names its own axis."""
    for place, panel in enumerate(panels):
        panel.set_subplotspec(grid[place])
        if place % columns == 0:
            panel.tick_params(labelleft=True)
            panel.set_ylabel(panel.get_ylabel() or panels[0].get_ylabel())
