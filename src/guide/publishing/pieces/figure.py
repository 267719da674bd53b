"""A figure on a page: the build draws it, for a wide page and for a narrow one."""

import re
from collections.abc import Iterator
from typing import Self

from guide.publishing.pieces.function import FunctionPiece, what_draws
from guide.publishing.pieces.page_text import PageText
from guide.publishing.pieces.piece import Entry, Proof, Setting
from guide.publishing.project import Project
from guide.publishing.svg.drawing import draw
from guide.publishing.svg.figure_markup import Drawing, figure_html, undrawn_html
from guide.remembering import Work

_FIGURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*assets/figures/(?P<name>[^)\s]+)\.svg)\)"
)
_SHORTEST = 40  # letters of an alternative text: a sentence, not a word


class FigurePiece(FunctionPiece):
    """An image of `assets/figures`, with a description for those who do not see it."""

    kind = "figure"
    words = ("figure", "figures")
    heading = "Figures"
    how_checked = "drawn by the package in the build you are reading"
    under_way = "being drawn"
    room = "figures"

    @classmethod
    def find(cls, page: PageText) -> Iterator[Self]:
        """Yield the images of a page."""
        for match in _FIGURE.finditer(page.prose):
            alt = page.text[match.start("alt") : match.end("alt")]
            yield cls(page.page, page.line(match.start()), match.span(), match["name"], alt)

    def work(self, project: Project) -> Work[Drawing]:
        """Draw the figure, if its description can stand for it."""
        if len(self.text.strip()) < _SHORTEST:
            raise self.fault(
                f"the figure's alternative text {self.text!r} is too short to stand for the picture"
            )
        behind = (draw, self.source(project)[1])
        return Work("figures", behind, (self.reference,), self._drawn)

    def _drawn(self) -> Drawing:
        return draw(self.function(), self.reference.replace("/", "-"))

    def proof(self, done: Drawing, project: Project) -> Proof:  # noqa: ARG002  (drawn is proven)
        """Say what the figure shows, and what computed that."""
        return self.proof_by_function("drawn at build", what_draws, project)

    def set(self, entry: Entry, setting: Setting) -> str:
        """Return one block with the mark, for the caption below it to join."""
        return self.indent + setting.token(f"<!--figure {entry.anchor}-->{entry.mark}")

    def shown(self, entry: Entry, project: Project) -> str:
        """Return the drawing, or, so far, the description in as much room."""
        alternative = " ".join(self.text.split())
        if not isinstance(entry.proof, Proof):
            return undrawn_html(alternative)
        return figure_html(project.memory.result(self.work(project)), alternative)
