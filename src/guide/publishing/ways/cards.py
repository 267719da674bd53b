"""Draws the picture that other sites show beside a link to a page."""

import io
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from fontTools.ttLib import TTFont

from guide.cache_folder import keep
from guide.figures.palette import color
from guide.publishing.fonts.faces import CHARACTERS, SANS, STRONG, Face, subset
from guide.publishing.project import Project
from guide.remembering import Work

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

WIDTH, HEIGHT = 1200, 630
"""The size in pixels that other sites ask for."""

_DPI = 100
_LAYERS = (3, 5, 5, 2)
_LETTERS = 15  # in a line of the title


def card(title: str, section: str, site: str, project: Project) -> bytes:
    """Return the picture of a page as PNG, from the cache where it was drawn before.

    Args:
        title: The title of the page.
        section: The part of the site in which it stands, such as `Learn`; may be empty.
        site: The name of the site.
        project: The checkout, which has the fonts.
    """
    given = (title, section, site)
    return project.memory.result(Work("cards", (_drawn,), given, lambda: _drawn(*given, project)))


def _drawn(title: str, section: str, site: str, project: Project) -> bytes:
    # A build whose cards are drawn, or that makes none, need not pay for Matplotlib.
    from matplotlib.figure import Figure  # noqa: PLC0415  (see above)

    serif, sans = _font(STRONG, "", project), _font(SANS, "600", project)
    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, facecolor=color("ground"))
    _draw_network(figure)
    figure.text(0.06, 0.86, section, font=sans, size=26, color=color("accent"), va="center")
    lines = textwrap.fill(title, _LETTERS)
    figure.text(
        0.06, 0.5, lines, font=serif, size=54, color=color("ink"), va="center", linespacing=0.9
    )
    figure.text(0.06, 0.13, site, font=sans, size=26, color=color("ink-soft"), va="center")
    picture = io.BytesIO()
    figure.savefig(picture, format="png", facecolor=color("ground"), metadata={"Software": None})
    return picture.getvalue()


def _draw_network(figure: "Figure") -> None:
    """Draw a network at the right, with weights of both signs; the weights mean nothing."""
    axes = figure.add_axes((0.6, 0.06, 0.36, 0.88))
    axes.set_axis_off()
    rng = np.random.default_rng(0)
    places = [
        [(layer, unit - (count - 1) / 2) for unit in range(count)]
        for layer, count in enumerate(_LAYERS)
    ]
    for before, after in pairwise(places):
        for start in before:
            for end in after:
                weight = rng.normal()
                sign = "positive" if weight > 0 else "negative"
                ends = zip(start, end, strict=True)
                axes.plot(
                    *ends, color=color(sign), lw=0.5 + 2.5 * abs(weight), alpha=0.75, zorder=1
                )
    for layer in places:
        across, up = zip(*layer, strict=True)
        axes.scatter(
            across, up, s=900, c=color("ground"), ec=color("ink"), lw=3, zorder=2, clip_on=False
        )


@cache  # Matplotlib reads a font from a file, which is written once: no server draws cards
def _font(face: Face, weight: str, project: Project) -> "FontProperties":
    """Return a font of the site for Matplotlib, which reads TrueType files alone."""
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415  (as above)

    source = project.root / "node_modules" / face.source.format(script="latin")
    packed = subset(source, CHARACTERS["latin"], weight, project)
    font = TTFont(io.BytesIO(packed), recalcTimestamp=False)
    font.flavor = None
    written = io.BytesIO()
    font.save(written)
    place = project.cache / "fonts" / f"{face.family} {weight or face.weight}.ttf"
    keep(place, written.getvalue())
    return FontProperties(fname=str(place))
