"""The ledger: every proven piece of every page, what proved it, and how many there are."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from guide.publishing.equations import check_left_hand_sides
from guide.publishing.errors import PublishingError, PublishingErrors
from guide.publishing.katex import Katex, TexError
from guide.publishing.page_proofs import prove_pages
from guide.publishing.pages import Kind, Piece, pieces_of
from guide.publishing.project import Project
from guide.publishing.proofs import Proof
from guide.publishing.prose import check_prose, inline_formulas
from guide.publishing.sources import relative_url, source_place
from guide.tables.table import Table

PAGE = "ledger.md"

_HEADING: dict[Kind, str] = {
    "equation": "Equations",
    "number": "Numbers",
    "code": "Code",
    "figure": "Figures",
    "table": "Tables",
}
_COUNTED: dict[Kind, str] = {
    "equation": "read from their LaTeX and compared with the package",
    "number": "computed again and compared at the printed precision",
    "code": "run, their results compared with what they print; those with a framework apart",
    "figure": "drawn by the package in the build you are reading",
    "table": "built from the package's own objects",
}

_OWN_TABLES: dict[str, Kind | None] = {"ledger.counts": None} | {
    f"ledger.{heading.lower()}": kind for kind, heading in _HEADING.items()
}


@dataclass(frozen=True)
class Entry:
    """A piece, its proof, and the anchor of its row in the ledger."""

    anchor: str
    piece: Piece
    proof: Proof


@dataclass(frozen=True)
class Ledger:
    """All entries, in the order of pages and of pieces on a page.

    Attributes:
        entries: The entries.
        states: For each page, a name for all that the proofs of its pieces depend on.
    """

    entries: tuple[Entry, ...]
    states: dict[str, str] = field(default_factory=dict)

    def on_page(self, page: str) -> list[Entry]:
        """Return the entries of a page in reading order."""
        return [entry for entry in self.entries if entry.piece.page == page]

    def own_table(self, reference: str) -> Table:
        """Build the table that a fence such as `ledger.counts` or `ledger.numbers` asks for."""
        kind = _OWN_TABLES[reference]
        return self.rows(kind) if kind else self.counts()

    def rows(self, kind: Kind) -> Table:
        """Build the table of all entries of a kind: what it is, where it stands, what proves it."""

        def source(proof: Proof) -> str:
            address = relative_url(source_place(proof.source, proof.line), PAGE)
            return f'<a href="{address}">line {proof.line}</a>'

        rows = [
            (
                f'<span id="in-ledger-{entry.anchor}">{_shown(entry.piece)}</span>',
                f"[{entry.piece.page.removesuffix('.md')}]({entry.piece.page}#{entry.anchor})",
                entry.proof.sentence.replace("|", "\\|"),
                source(entry.proof),
            )
            for entry in self.entries
            if entry.piece.kind == kind
        ]
        return Table(("What", "Where", "Proof", "Source"), tuple(rows))

    def counts(self) -> Table:
        """Build the table of the home page: how many of each kind, and what proves them."""
        counted = Counter(entry.piece.kind for entry in self.entries)
        rows = [
            (
                f"**{counted[kind]:,}**",
                f"[{_HEADING[kind]}]({PAGE}#{_HEADING[kind].lower()})",
                proof,
            )
            for kind, proof in _COUNTED.items()
        ]
        return Table(("How many", "What", "How each is proven"), tuple(rows))


def is_own_table(piece: Piece) -> bool:
    """Tell whether a table fence asks for the ledger's own counts or entries."""
    return piece.kind == "table" and piece.reference in _OWN_TABLES


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
    pages = [_pieces(project, path, katex, faults) for path in paths]
    try:
        proven = prove_pages(pages, project)
    except PublishingErrors as found:
        faults += found.errors
    faults += _ambiguous_names(project)
    if faults:
        raise PublishingErrors(faults)
    anchors: Counter[str] = Counter()
    proofs = chain.from_iterable(page.proofs for page in proven)
    entries = tuple(
        Entry(_anchor(piece, anchors), piece, proof)
        for piece, proof in zip(chain(*pages), proofs, strict=True)
    )
    states = (page.state for page in proven)
    return Ledger(entries, dict(zip(map(project.page, paths), states, strict=True)))


def _pieces(
    project: Project, path: Path, katex: Katex, faults: list[PublishingError]
) -> list[Piece]:
    page, text = project.page(path), path.read_text(encoding="utf-8")
    faults += check_prose(text, page)
    for position, tex in inline_formulas(text):
        try:
            katex.html(tex, display=False)
        except TexError as error:
            line = text.count("\n", 0, position) + 1
            faults.append(PublishingError(f"docs/{page}", line, str(error)))
    try:
        return [piece for piece in pieces_of(text, page) if not is_own_table(piece)]
    except PublishingError as fault:
        faults.append(fault)
        return []


def _ambiguous_names(project: Project) -> list[PublishingError]:
    try:
        check_left_hand_sides(sorted(project.snippets.rglob("*.tex")), project.root)
    except PublishingError as fault:
        return [fault]
    return []


def _shown(piece: Piece) -> str:
    return (
        f"{piece.text} (`{piece.reference}`)" if piece.kind == "number" else f"`{piece.reference}`"
    )


def _anchor(piece: Piece, used: Counter[str]) -> str:
    name = "".join(c if c.isalnum() else "-" for c in piece.reference.lower())
    anchor = f"{piece.kind}-{name}"
    used[anchor] += 1
    return anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
