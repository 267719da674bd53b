"""Matplotlib's backend in the page: what `plt.show()` shows becomes pictures, in order with prints.

Matplotlib imports this module by the name in MPLBACKEND, and only where code imports pyplot.
"""

import io
from collections.abc import Iterator

from matplotlib._pylab_helpers import Gcf
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureManagerBase as FigureManager
from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas
from matplotlib.figure import Figure

from runner.screen import screen

__all__ = ["FigureCanvas", "FigureManager", "show", "show_one"]


def show(*_args: object, **_keywords: object) -> None:
    """Show all open figures, in the order in which they were made, and close them."""
    for manager in Gcf.get_all_fig_managers():
        show_one(manager.canvas.figure)


def show_one(figure: Figure) -> None:
    """Show a figure, and close it if pyplot has it open."""
    for manager in Gcf.get_all_fig_managers():
        if manager.canvas.figure is figure:
            Gcf.destroy(manager)
    file = io.StringIO()
    figure.savefig(file, format="svg", bbox_inches="tight", metadata={"Date": None})
    screen().picture(file.getvalue(), described(figure))


def described(figure: Figure) -> str:
    """Return a text for those who do not see a figure: what is plotted over what."""
    panels = [" ".join(_parts(axes)) for axes in figure.axes if axes.get_visible()]
    texts = [text for text in panels if text]
    count = f"A plot with {len(panels)} panels." if len(panels) > 1 else "A plot."
    return " ".join([count, *texts])


def _parts(axes: Axes) -> Iterator[str]:
    title = axes.get_title() or axes.get_title(loc="left") or axes.get_title(loc="right")
    if title:
        yield f"{title}."
    x, y = axes.get_xlabel(), axes.get_ylabel()
    if x and y:
        yield f"{y} over {x}."
    elif x or y:
        yield f"{x or y}."
    _, labels = axes.get_legend_handles_labels()
    if labels:
        yield f"Legend: {', '.join(labels)}."
