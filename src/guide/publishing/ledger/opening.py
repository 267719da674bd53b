"""Opens the ledger of a checkout: finds the pieces of all pages, and proves them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from guide.errors import PublishingError, PublishingErrors
from guide.files import read_text
from guide.publishing.equations import check_left_hand_sides
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.piece import Entry, Piece, Unproven
from guide.publishing.pieces.prose import check_prose, inline_formulas
from guide.publishing.pieces.proving import prove_pieces, standing, work_or_fault
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import Katex, TexError
from guide.remembering import Work


def open_ledger(project: Project, katex: Katex, only: Collection[str] = ()) -> Ledger:
    """Prove all pages of a checkout, or some.

    Args:
        project: The checkout.
        katex: The typesetter that every formula in a sentence must please.
        only: Pages, as seen from `docs`, where not all shall be proven.

    Raises:
        PublishingErrors: There is no such page, or at least one piece, or a sentence, does not
            hold; all faults are listed.
    """
    faults: list[PublishingError] = []
    paths = [path for path in project.pages() if not only or project.page(path) in only]
    missing = set(only) - {project.page(path) for path in paths}
    faults += [PublishingError(f"docs/{page}", 1, "there is no such page") for page in missing]
    pieces = [piece for path in paths for piece in _pieces(project, path, katex, faults)]
    try:
        proofs = prove_pieces(pieces, project)
    except PublishingErrors as found:
        faults += found.errors
    faults += _ambiguous_names(project)
    if faults:
        raise PublishingErrors(faults)
    entries = zip(_anchors(pieces), pieces, proofs, strict=True)
    return Ledger(tuple(Entry(*entry) for entry in entries))


def ledger_so_far(project: Project, katex: Katex) -> Ledger:
    """Return the ledger with the proofs that are kept, proving nothing; faults are in it, too."""
    faults: list[PublishingError] = []
    pieces = [piece for path in project.pages() for piece in _pieces(project, path, katex, faults)]
    entries = tuple(
        _so_far(anchor, piece, project)
        for anchor, piece in zip(_anchors(pieces), pieces, strict=True)
    )
    faults += _ambiguous_names(project)
    faults += [
        entry.proof.fault
        for entry in entries
        if isinstance(entry.proof, Unproven) and entry.proof.fault
    ]
    return Ledger(entries, tuple(faults))


def _so_far(anchor: str, piece: Piece, project: Project) -> Entry:
    work = work_or_fault(piece, project)
    found = standing(piece, work, project)
    is_open = isinstance(found, Unproven) and found.state == "open"
    kept = project.memory.place(work) if is_open and isinstance(work, Work) else None
    return Entry(anchor, piece, found, kept)


def _pieces(
    project: Project, path: Path, katex: Katex, faults: list[PublishingError]
) -> tuple[Piece, ...]:
    page = project.page(path)
    try:
        text = read_text(path)
    except PublishingError as fault:
        faults.append(fault)
        return ()
    faults += check_prose(text, page)
    for position, tex in inline_formulas(text):
        try:
            katex.html(tex, display=False)
        except TexError as error:
            line = text.count("\n", 0, position) + 1
            faults.append(PublishingError(f"docs/{page}", line, str(error)))
    try:
        return tuple(piece for piece in pieces_of(text, page) if piece.is_listed)
    except PublishingError as fault:
        faults.append(fault)
        return ()


def _ambiguous_names(project: Project) -> list[PublishingError]:
    try:
        check_left_hand_sides(sorted(project.snippets.rglob("*.tex")), project.root)
    except PublishingError as fault:
        return [fault]
    return []


def _anchors(pieces: Sequence[Piece]) -> Iterator[str]:
    used: Counter[str] = Counter()
    for piece in pieces:
        name = "".join(c if c.isalnum() else "-" for c in piece.reference.lower())
        anchor = f"{piece.kind}-{name}"
        used[anchor] += 1
        yield anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
