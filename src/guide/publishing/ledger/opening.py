"""Proves the pages of a checkout, and opens the ledger of what proves each of their pieces."""

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from guide.errors import PublishingError, PublishingErrors
from guide.files import read_text
from guide.publishing.equations import check_left_hand_sides
from guide.publishing.ledger.ledger import Entry, Ledger, is_own_table
from guide.publishing.pieces.page_text import Piece, pieces_of
from guide.publishing.pieces.proofs import Proof
from guide.publishing.pieces.prose import check_prose, inline_formulas
from guide.publishing.pieces.proving import prove_pieces
from guide.publishing.pieces.standing import Unproven, standing
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import Katex, TexError


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
    proofs: list[Proof] = []
    try:
        proofs = prove_pieces(pieces, project)
    except PublishingErrors as found:
        faults += found.errors
    faults += _ambiguous_names(project)
    if faults:
        raise PublishingErrors(faults)
    return Ledger(_entries(pieces, proofs))


def ledger_so_far(project: Project, katex: Katex) -> Ledger:
    """Return the ledger with the proofs that are kept, proving nothing; faults are in it, too."""
    faults: list[PublishingError] = []
    pieces = [piece for path in project.pages() for piece in _pieces(project, path, katex, faults)]
    entries = _entries(pieces, [standing(piece, project) for piece in pieces])
    faults += _ambiguous_names(project)
    faults += [
        entry.proof.fault
        for entry in entries
        if isinstance(entry.proof, Unproven) and entry.proof.fault
    ]
    return Ledger(entries, tuple(faults))


def _entries(pieces: Sequence[Piece], proofs: Sequence[Proof | Unproven]) -> tuple[Entry, ...]:
    anchors: Counter[str] = Counter()
    return tuple(
        Entry(_anchor(piece, anchors), piece, proof)
        for piece, proof in zip(pieces, proofs, strict=True)
    )


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
        return tuple(piece for piece in pieces_of(text, page) if not is_own_table(piece))
    except PublishingError as fault:
        faults.append(fault)
        return ()


def _ambiguous_names(project: Project) -> list[PublishingError]:
    try:
        check_left_hand_sides(sorted(project.snippets.rglob("*.tex")), project.root)
    except PublishingError as fault:
        return [fault]
    return []


def _anchor(piece: Piece, used: Counter[str]) -> str:
    name = "".join(c if c.isalnum() else "-" for c in piece.reference.lower())
    anchor = f"{piece.kind}-{name}"
    used[anchor] += 1
    return anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
