"""Draws a figure for wide and for narrow pages, and rejects one that would be hard to read."""

import gzip
import inspect
import itertools
import re
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from guide.errors import PublishingError
from guide.figures.palette import FIGURE_SETS, MEANINGS, PALETTE
from guide.figures.settings import PIXELS_PER_INCH, STYLE
from guide.publishing.project import HERE
from guide.publishing.svg.figure_markup import Drawing
from guide.publishing.svg.inline_svg import DrawingError, themed_svg

# What draws is imported by the functions that do: a build that finds all figures drawn only asks
# what stands behind them, and need not pay half a second for Matplotlib.
if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from guide.figures.style import Canvas
    from guide.publishing.svg.text_boxes import TextBox

LEAST_TEXT = 12  # px
MOST_BYTES = 25_000  # of both SVGs, gzipped

FigureFunction = Callable[["Canvas"], "Figure"]


def draw(function: FigureFunction, name: str) -> Drawing:
    """Draw a figure on both canvases.

    Args:
        function: Draws it on the canvas it is given.
        name: What its ids begin with, unique on the page.

    Raises:
        PublishingError: The function raises or warns, or what it draws would be hard to read; the
            error names the function's file and line.
    """
    from guide.figures.style import Canvas  # noqa: PLC0415  (see above)

    try:
        drawing = Drawing(
            wide_svg=_drawn(function, Canvas("wide"), f"{name}-wide"),
            narrow_svg=_drawn(function, Canvas("narrow"), f"{name}-narrow"),
        )
        _check_size(drawing)
    except DrawingError as error:
        raise _fault(function, error, str(error)) from error
    except Exception as error:
        raise _fault(function, error, f"raised {type(error).__name__}: {error}") from error
    return drawing


def _drawn(function: FigureFunction, canvas: "Canvas", prefix: str) -> str:
    import matplotlib as mpl  # noqa: PLC0415  (see above)

    from guide.publishing.svg.panels import panels_of  # noqa: PLC0415  (the same)
    from guide.publishing.svg.text_boxes import recorded_svg  # noqa: PLC0415  (the same)

    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        warnings.simplefilter("error", RuntimeWarning)
        mpl.rcdefaults()
        mpl.rcParams.update(STYLE)
        figure = function(canvas)
        svg, texts = recorded_svg(figure)
    try:
        _check_width(figure, canvas)
        _check_axes(figure)
        _check_texts(texts, figure)
        _check_meetings(svg)
        return themed_svg(svg, prefix, alt="", panels=panels_of(figure))
    except DrawingError as error:
        message = f"{error} (on the {canvas.name} canvas)"
        raise DrawingError(message) from error


def _check_width(figure: "Figure", canvas: "Canvas") -> None:
    width = figure.get_size_inches()[0] * PIXELS_PER_INCH
    if round(width) != canvas.width:
        message = (
            f"the figure is {width:.0f} px wide, not {canvas.width}; make it with canvas.panels"
        )
        raise DrawingError(message)


def _check_axes(figure: "Figure") -> None:
    for number, ax in enumerate(figure.axes, 1):
        for letter, axis in (("x", ax.xaxis), ("y", ax.yaxis)):
            shown = (
                ax.axison and ax.get_visible() and axis.get_visible() and len(axis.get_ticklocs())
            )
            if shown and not axis.get_label_text().strip():
                message = f"the {letter} axis of panel {number} does not say what it measures"
                raise DrawingError(message)


def _check_texts(texts: "list[TextBox]", figure: "Figure") -> None:
    width, height = figure.get_size_inches() * PIXELS_PER_INCH
    for box in texts:
        if box.size < LEAST_TEXT:
            message = f"{box.text!r} is {box.size:g} px small; text has {LEAST_TEXT} or more"
            raise DrawingError(message)
        if box.left < 0 or box.top < 0 or box.right > width or box.bottom > height:
            message = f"{box.text!r} reaches outside the figure, where it is cut off"
            raise DrawingError(message)
    for one, other in itertools.combinations(texts, 2):
        if one.overlaps(other):
            message = f"{one.text!r} and {other.text!r} overlap"
            raise DrawingError(message)


def _check_meetings(svg: str) -> None:
    """Check that readers can tell the colors of each panel apart."""
    lights = {PALETTE[token].light: token for token in MEANINGS}
    for group in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}g"):  # noqa: S314  (ours)
        if group.get("id", "").startswith("axes_"):
            colors = re.findall("#[0-9a-f]{6}", ET.tostring(group, encoding="unicode"))
            met = {lights[color] for color in colors if color in lights}
            if met and not any(met <= tokens for tokens in FIGURE_SETS):
                message = (
                    f"{', '.join(sorted(met))} meet in one panel; add them to FIGURE_SETS in"
                    " guide/figures/palette.py, whose test says whether readers can tell them apart"
                )
                raise DrawingError(message)


def _check_size(drawing: Drawing) -> None:
    size = len(gzip.compress((drawing.wide_svg + drawing.narrow_svg).encode()))
    if size > MOST_BYTES:
        message = f"{size:,} bytes gzipped; {MOST_BYTES:,} are allowed, so draw fewer points"
        raise DrawingError(message)


def _fault(function: FigureFunction, error: Exception, message: str) -> PublishingError:
    """Say where in the function's file an error came from, or where the function begins."""
    plain = inspect.unwrap(function)
    path = Path(inspect.getsourcefile(plain) or "").resolve()
    line = inspect.getsourcelines(plain)[1]
    for frame in traceback.extract_tb(error.__traceback__):
        if Path(frame.filename).resolve() == path:
            line = frame.lineno or line
    shown = HERE.relative(path) if path.is_relative_to(HERE.root) else path.as_posix()
    return PublishingError(shown, line, f"the figure {plain.__name__}: {message}")
