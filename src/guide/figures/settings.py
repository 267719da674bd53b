"""The settings that figures are drawn with: type, lines and colors of the site.

One unit of a figure is one pixel of a page.
"""

from typing import TYPE_CHECKING

from guide.figures.palette import SERIES, color

if TYPE_CHECKING:  # Matplotlib itself takes long to import
    from matplotlib.typing import RcKeyType

PIXELS_PER_INCH = 72  # one point, Matplotlib's unit of text and lines, is then one pixel
TEXT_SIZE = 13

WIDTHS = {"wide": 680, "narrow": 340}
"""What a figure is drawn for, a text column or a phone, in pixels."""

STYLE: "dict[RcKeyType, object]" = {
    "figure.dpi": PIXELS_PER_INCH,
    "figure.facecolor": "none",
    "figure.constrained_layout.w_pad": 2 / PIXELS_PER_INCH,
    "figure.constrained_layout.h_pad": 3 / PIXELS_PER_INCH,
    "figure.constrained_layout.wspace": 0.05,
    "figure.constrained_layout.hspace": 0.06,
    "font.size": TEXT_SIZE,
    "text.color": color("ink"),
    "axes.labelcolor": color("ink"),
    "axes.labelsize": TEXT_SIZE,
    "axes.titlesize": TEXT_SIZE,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.facecolor": "none",
    "axes.edgecolor": color("edge"),
    "axes.linewidth": 1,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.xmargin": 0,
    "axes.prop_cycle": f"cycler('color', {[pair.light for pair in SERIES.values()]})",
    "grid.color": color("grid"),
    "grid.linewidth": 1,
    "xtick.color": color("edge"),
    "xtick.labelcolor": color("ink-soft"),
    "xtick.labelsize": TEXT_SIZE,
    "xtick.major.size": 0,
    "xtick.minor.size": 0,
    "xtick.major.pad": 6,
    "ytick.color": color("edge"),
    "ytick.labelcolor": color("ink-soft"),
    "ytick.labelsize": TEXT_SIZE,
    "ytick.major.size": 0,
    "ytick.minor.size": 0,
    "ytick.major.pad": 6,
    "lines.linewidth": 2,
    "lines.solid_capstyle": "round",
    "patch.edgecolor": color("ink"),
    "hatch.color": color("ink-soft"),
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "nnbyhand",
}

INLINE_SAVING = {
    "bbox_inches": None,  # or blank margins are cut off, and the page enlarges the rest
    "metadata": {"Date": None, "Creator": None},
}
"""How figures of labs are saved: as wide as they say, and the same at each build."""


def inline_rc() -> "dict[RcKeyType, object]":
    """Return the settings for figures of labs, which Matplotlib draws on its own."""
    size = (WIDTHS["wide"] / PIXELS_PER_INCH, 4.5)
    return STYLE | {"figure.figsize": size, "figure.constrained_layout.use": True}
