"""Says where the panels of a figure stand, and which numbers their edges mean, for scripts."""

import json

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from guide.figures.living import PREFIX


def panels_of(figure: Figure) -> str:
    """Return the panels of a figure that was drawn, as JSON.

    Each has its left, lower, right and upper edge in pixels from the upper left corner, the numbers
    that these edges mean in the same order, and whether the scales of x and y are logarithmic. A
    figure without living parts has no use for them, and gets an empty text.
    """
    ids = (artist.get_gid() for artist in figure.findobj())
    if not any(name and name.startswith(PREFIX) for name in ids):
        return ""
    return json.dumps([_panel(ax, figure.bbox.height) for ax in figure.axes], separators=(",", ":"))


def _panel(ax: Axes, height: float) -> list[float]:
    left, lower, right, upper = ax.bbox.extents
    edges = [left, height - lower, right, height - upper]
    (x_from, x_to), (y_from, y_to) = ax.get_xlim(), ax.get_ylim()
    meant = [x_from, y_from, x_to, y_to]
    scales = [int(scale == "log") for scale in (ax.get_xscale(), ax.get_yscale())]
    ends = [float(f"{end:.9g}") for end in meant]  # the last digits differ between processors
    return [*(round(float(edge), 3) for edge in edges), *ends, *scales]
