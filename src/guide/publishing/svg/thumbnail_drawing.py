"""Draws a figure small, without its words, as an SVG file that is light or dark with its page."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from guide.figures.palette import PALETTE
from guide.figures.settings import PIXELS_PER_INCH, STYLE
from guide.publishing.svg.inline_svg import themed_svg

# What draws is imported by the functions that do, as in `drawing`.
if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from guide.figures.style import Canvas

_EDGE = 10  # px around a panel
_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def drawn(
    function: Callable[["Canvas"], "Figure"], panel: int | None, size: tuple[int, int]
) -> str:
    """Return a figure, or one panel of it, as an SVG file.

    Args:
        function: Draws the figure.
        panel: Which of its panels, counted from 0 in the order in which they were made; or all.
        size: Width and height in px.
    """
    import matplotlib as mpl  # noqa: PLC0415  (see above)

    from guide.figures.style import Canvas  # noqa: PLC0415  (the same)
    from guide.publishing.svg.text_boxes import recorded_svg  # noqa: PLC0415  (the same)

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(STYLE)
        figure = function(Canvas("wide"))
        width, height = size
        figure.set_size_inches(width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
        _leave_out_words(figure)
        if panel is not None:
            _show_alone(figure, figure.axes[panel], size)
        svg, _ = recorded_svg(figure)
    return _as_file(themed_svg(svg, "t", alt=""))


def _leave_out_words(figure: "Figure") -> None:
    from matplotlib.legend import Legend  # noqa: PLC0415  (see above)
    from matplotlib.text import Text  # noqa: PLC0415  (the same)

    for legend in figure.findobj(Legend):
        legend.remove()
    for ax in figure.axes:
        ax.tick_params(labelbottom=False, labeltop=False, labelleft=False, labelright=False)
    for text in figure.findobj(Text):
        text.set_text("")


def _show_alone(figure: "Figure", panel: "Axes", size: tuple[int, int]) -> None:
    for ax in figure.axes:
        if ax is not panel:
            ax.remove()
    figure.set_layout_engine("none")
    across, up = (_EDGE / length for length in size)
    panel.set_position((across, up, 1 - 2 * across, 1 - 2 * up))


def _as_file(svg: str) -> str:
    """Return a drawing of a page as a file, which knows the colors of the scheme it is shown in.

    It stands on its own ground: it is seen in a browser, too, that takes the wrong scheme for it.
    """
    tokens = sorted({"ground", *re.findall(r"--nn-([\w-]+)", svg)})
    light, dark = (
        "".join(f"--nn-{token}:{getattr(PALETTE[token], scheme)};" for token in tokens)
        for scheme in ("light", "dark")
    )
    style = (
        f"<style>:root{{color-scheme:light dark;background:var(--nn-ground);{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    )
    return svg.replace("<svg ", f"<svg {_NAMES}", 1).replace(">", f">{style}", 1)
