"""How a figure stands on a page: both drawings, of which the style sheet shows one."""

import html
import re
from dataclasses import dataclass

from guide.publishing.typesetting.room import of_drawing

_BOX = re.compile('viewBox="(.*?)"')


# As wide for its height as most figures are.
_UNDRAWN = of_drawing("0 0 680 300")


@dataclass(frozen=True)
class Drawing:
    """A figure as the page shows it: one of the two, by the room there is."""

    wide_svg: str
    narrow_svg: str


def figure_html(drawing: Drawing, alt: str) -> str:
    """Return the HTML of a figure; the style sheet shows one of its two drawings."""
    label = html.escape(" ".join(alt.split()))
    wide, narrow = (
        f'<div class="nn-{size}"{of_drawing(_BOX.findall(svg)[0])}>'
        + svg.replace('aria-label=""', f'aria-label="{label}"', 1)
        + "</div>"
        for svg, size in ((drawing.wide_svg, "wide"), (drawing.narrow_svg, "narrow"))
    )
    return f'<div class="nn-drawing">{wide}{narrow}</div>'


def undrawn_html(alt: str) -> str:
    """Return what stands for a figure that is not drawn: what it would show, in as much room."""
    return f'<div class="nn-drawing"><p class="nn-undrawn"{_UNDRAWN}>{html.escape(alt)}</p></div>'
