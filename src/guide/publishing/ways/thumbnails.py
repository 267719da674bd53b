"""The pictures of the chapters in the map: a figure of each, small and without words."""

from pathlib import PurePosixPath
from typing import NamedTuple

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.pieces.figure import FigurePiece
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.project import Project
from guide.publishing.svg.thumbnail_drawing import drawn
from guide.remembering import Work

SIZE = (320, 200)  # px
_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"/>'


class Thumbnail(NamedTuple):
    """A figure that stands for its chapter.

    Attributes:
        figure: Its name, such as `neuron/soft`.
        panel: Which of its panels; all, if none is named.
        alt: What is left to see of it.
    """

    figure: str
    panel: int | None
    alt: str


CHOSEN = {
    "neuron": ("neuron/cut", 0, "A slanted line cuts a plane; an arrow points into one half."),
    "perceptron": ("perceptron/fold", None, "Two lines enclose two dots; folded, one line does."),
    "activations": ("activations/family", None, "Eight small curves, each bent in its own way."),
    "forward-propagation": (
        "forward-propagation/wires",
        None,
        "Two inputs, wired to two hidden units, and these to one output.",
    ),
    "universal-approximation": (
        "universal-approximation/bumps-add-up",
        0,
        "A staircase that follows a dashed wave.",
    ),
    "losses": ("losses/prices", 0, "A parabola, a V, and a curve that is round and then straight."),
    "backpropagation": ("backpropagation/two-paths", None, "Two paths from one unit to another."),
    "gradient-descent": ("gradient-descent/downhill", None, "Dots that roll into two valleys."),
    "optimizers": ("optimizers/paths", 1, "A path that swings along a ravine toward a star."),
    "initialization": (
        "initialization/three-starts",
        None,
        "Three rows of histograms: a spike, a hump, two spikes.",
    ),
    "vanishing-gradients": (
        "vanishing-gradients/quarter",
        None,
        "Two lines that stay nearly level, and two that plunge.",
    ),
    "regularization": (
        "regularization/sine-fits",
        2,
        "A curve that bends to reach almost every point, beside a dotted sine.",
    ),
    "hyperparameters": (
        "hyperparameters/valleys",
        None,
        "Three maps with a valley that lies in another place each time.",
    ),
    "real-data": (
        "real-data/iris-mistakes",
        None,
        "Flowers as marks of three kinds, rings around some where two kinds meet.",
    ),
    "frameworks": (
        "frameworks/history",
        None,
        "Two losses that fall, one smoothly, one jittering.",
    ),
    "what-next": ("what-next/attention", None, "Lines of different width between two columns."),
}
"""What stands for each chapter: figure, panel and alternative text; for others, their first one."""


def thumbnail_of(project: Project, page: str) -> Thumbnail:
    """Return the figure that stands for a chapter.

    Raises:
        PublishingError: The chapter has no figure.
    """
    name = PurePosixPath(page).stem
    if name in CHOSEN:
        return Thumbnail(*CHOSEN[name])
    first = _figures(project, page)[0]
    return Thumbnail(first.reference, None, " ".join(first.text.split()))


def place_of_thumbnail(page: str) -> str:
    """Return the file of a chapter's picture in the site."""
    return f"assets/thumbnails/{PurePosixPath(page).stem}.svg"


def thumbnail(project: Project, page: str) -> str:
    """Return the picture of a chapter as an SVG file."""
    return project.memory.result(thumbnail_work(project, page))


def thumbnail_so_far(project: Project, page: str) -> str:
    """Return the picture of a chapter, blank where it is not drawn yet or cannot be."""
    work = work_if_there(project, page)
    if work is None:
        return _BLANK
    found = project.memory.settled(work)
    return found if isinstance(found, str) else _BLANK


def settle_thumbnail(project: Project, page: str) -> None:
    """Draw the picture of a chapter, and leave it, or the fault, in the cache."""
    project.memory.settle(thumbnail_work(project, page))


def thumbnail_work(project: Project, page: str) -> Work[str]:
    """Return what draws the picture of a chapter.

    Raises:
        PublishingError: The chapter does not show the figure that is to stand for it.
    """
    chosen = thumbnail_of(project, page)
    shown = [piece for piece in _figures(project, page) if piece.reference == chosen.figure]
    if not shown:
        message = (
            f"the chapter does not show the figure {chosen.figure!r}, which stands for it in the "
            "map of chapters; name another one in src/guide/publishing/ways/thumbnails.py"
        )
        raise PublishingError(f"docs/{page}", 1, message)
    piece, panel = shown[0], chosen.panel
    behind = (drawn, piece.source(project)[1])
    arguments = (chosen.figure, panel, SIZE)
    return Work("thumbnails", behind, arguments, lambda: drawn(piece.function(), panel, SIZE))


def work_if_there(project: Project, page: str) -> Work[str] | None:
    """Return what draws the picture of a chapter, if there is a figure to draw."""
    try:
        return thumbnail_work(project, page)
    except PublishingError:
        return None


def _figures(project: Project, page: str) -> list[FigurePiece]:
    text = read_text(project.docs / page)
    found = [piece for piece in pieces_of(text, page) if isinstance(piece, FigurePiece)]
    if not found:
        message = "the chapter has no figure, so that the map of chapters has none to show of it"
        raise PublishingError(f"docs/{page}", 1, message)
    return found
