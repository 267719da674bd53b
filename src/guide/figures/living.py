"""Names the parts of a figure that a script redraws when a reader moves its controls."""

from typing import TypeVar

from matplotlib.artist import Artist

PREFIX = "living-"
"""What the ids of such parts begin with; on the page they become `data-part`."""

Part = TypeVar("Part", bound=Artist)


def living(part: Part, name: str) -> Part:
    """Name a part of a figure, by which docs/javascripts/living/drawing.js finds it."""
    part.set_gid(PREFIX + name)
    return part
