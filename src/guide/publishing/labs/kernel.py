"""Lets the kernel that runs a lab draw each figure twice: for a column, and for a phone."""

from typing import Any

from IPython import get_ipython
from IPython.core.formatters import SVGFormatter


class TwoDrawings(SVGFormatter):
    """Writes both drawings of a figure, one after the other."""

    def __call__(self, obj: object) -> Any:  # noqa: ANN401  (as in the class above)
        """Return the SVG of an object; a figure is changed, and closed by who shows it."""
        # The build asks what stands behind a lab, and need not pay for Matplotlib to learn it.
        from matplotlib.figure import Figure  # noqa: PLC0415  (see above)

        from guide.figures.phone import fit_for_phone  # noqa: PLC0415  (the same)

        drawn = super().__call__(obj)
        if not isinstance(obj, Figure) or not obj.axes:
            return drawn
        fit_for_phone(obj)
        return drawn + super().__call__(obj)


def draw_twice() -> None:
    """Write figures twice in the kernel that calls this."""
    shell = get_ipython()
    formatter = TwoDrawings(parent=shell.display_formatter)
    shell.display_formatter.formatters["image/svg+xml"] = formatter
