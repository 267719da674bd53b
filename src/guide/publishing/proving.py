"""Proves the pages of a checkout, and opens the ledger of what proves each of their pieces."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path
from types import MappingProxyType

from guide.errors import PublishingError, PublishingErrors
from guide.files import read_text
from guide.publishing.equations import check_left_hand_sides
from guide.publishing.katex import Katex, TexError
from guide.publishing.ledger import Entry, Known, Ledger, is_own_table
from guide.publishing.page_proofs import prove_pages
from guide.publishing.pages import Piece, pieces_of
from guide.publishing.project import Project
from guide.publishing.prose import check_prose, inline_formulas


def open_ledger(
    project: Project, katex: Katex, only: Collection[str] = (), known: Known = MappingProxyType({})
) -> Ledger:
    """Prove all pages of a checkout, or some.

    Args:
        project: The checkout.
        katex: The typesetter that every formula in a sentence must please.
        only: Pages, as seen from `docs`, where not all shall be proven.
        known: Proofs that stand, by the pieces of their pages.

    Raises:
        PublishingErrors: There is no such page, or at least one piece, or a sentence, does not
            hold; all faults are listed.
    """
    faults: list[PublishingError] = []
    paths = [path for path in project.pages() if not only or project.page(path) in only]
    missing = set(only) - {project.page(path) for path in paths}
    faults += [PublishingError(f"docs/{page}", 1, "there is no such page") for page in missing]
    pages = [_pieces(project, path, katex, faults) for path in paths]
    try:
        new = [pieces for pieces in pages if pieces not in known]
        proofs = {**known, **dict(zip(new, prove_pages(new, project), strict=True))}
    except PublishingErrors as found:
        faults += found.errors
    faults += _ambiguous_names(project)
    if faults:
        raise PublishingErrors(faults)
    anchors: Counter[str] = Counter()
    entries = tuple(
        Entry(_anchor(piece, anchors), piece, proof)
        for pieces in pages
        for piece, proof in zip(pieces, proofs[pieces].proofs, strict=True)
    )
    states = (proofs[pieces].state for pieces in pages)
    return Ledger(entries, dict(zip(map(project.page, paths), states, strict=True)))


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
