"""How a piece of a page stands: its proof, or what is known of it where there is none."""

from dataclasses import dataclass
from typing import Literal

from guide.errors import MismatchError, PublishingError
from guide.publishing.cache import settled
from guide.publishing.pieces.page_text import Piece
from guide.publishing.pieces.proofs import Proof
from guide.publishing.pieces.proving import proof_work
from guide.publishing.project import Project

_OPEN = "This is what the page says. This machine has not checked it yet; it is about to."
_UNDER_WAY: dict[str, str] = {
    "code": "being checked",
    "equation": "being checked",
    "number": "being checked",
    "figure": "being drawn",
    "table": "being built",
}


@dataclass(frozen=True)
class Unproven:
    """What a piece has while it has no proof, which the development server shows.

    Attributes:
        state: "open" before it is checked; "differs" where this machine computes something else;
            "fault" where it cannot be checked or set.
        mark: A few words to stand beside the piece.
        sentence: What is the matter with it.
        fault: The error, once it is checked.
    """

    state: Literal["open", "differs", "fault"]
    mark: str
    sentence: str
    fault: PublishingError | None = None


def standing(piece: Piece, project: Project) -> Proof | Unproven:
    """Return the proof of a piece that is kept, or what is known of it where there is none."""
    try:
        found = settled(project, proof_work(piece, project))
    except PublishingError as missing:
        found = missing
    if isinstance(found, PublishingError):
        return _unproven(piece, found)
    return found or Unproven("open", _UNDER_WAY[piece.kind], _OPEN)


def _unproven(piece: Piece, fault: PublishingError) -> Unproven:
    if fault.path.startswith("docs/"):  # kept for all pages that show the piece
        fault = fault.at(f"docs/{piece.page}", piece.line)
    if not isinstance(fault, MismatchError):
        return Unproven("fault", "this does not hold", str(fault), fault)
    verb = "prints" if piece.kind == "code" else "computes"
    here = fault.here or "something else in another part of the file"
    return Unproven("differs", f"this machine {verb} {here}", str(fault), fault)
