"""The kinds of pieces, and the pieces of a page.

A new kind is a class in a module of its own, and its line in `KINDS`.
"""

from functools import lru_cache

from guide.errors import PublishingError
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.equation import EquationPiece
from guide.publishing.pieces.figure import FigurePiece
from guide.publishing.pieces.number import NumberPiece
from guide.publishing.pieces.page_text import PageText
from guide.publishing.pieces.piece import Piece
from guide.publishing.pieces.table import TablePiece

KINDS: dict[str, type[Piece]] = {
    kind.kind: kind for kind in (EquationPiece, NumberPiece, CodePiece, FigurePiece, TablePiece)
}
"""All kinds by their names, in the order in which the ledger lists them."""


@lru_cache(maxsize=256)  # while one page is edited, the others come from here
def pieces_of(text: str, page: str, first_line: int = 1) -> tuple[Piece, ...]:
    """Return the pieces of a page in reading order.

    Args:
        text: The Markdown of the page.
        page: Its path, as seen from the folder `docs`.
        first_line: The line of the file that `text` begins on (front matter may stand above it).

    Raises:
        PublishingError: A block is typed into the page, or of a kind that nothing proves.
    """
    source = PageText(text, page, first_line)
    known = {kind.fence for kind in KINDS.values()} - {""}
    for fence in source.fences:
        if fence.info not in known:
            *others, last = (f"`{name}`" for name in sorted(known))
            message = (
                f"a fenced block opens with {fence.ticks + fence.info!r}; only plain "
                f"{', '.join(others)} and {last} fences are proven, so nothing else may stand on a "
                "page"
            )
            raise PublishingError(f"docs/{page}", fence.line, message)
    found = [piece for kind in KINDS.values() for piece in kind.find(source)]
    return tuple(sorted(found, key=lambda piece: piece.span))
