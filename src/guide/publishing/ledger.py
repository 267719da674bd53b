"""The ledger: every proven piece of every page, what proved it, and how many there are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from guide.publishing.page_proofs import PageProofs
from guide.publishing.pages import Kind, Piece
from guide.publishing.proofs import Proof
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

Known: TypeAlias = Mapping[tuple[Piece, ...], PageProofs]
"""The proofs of pages, by their pieces: a page that changes has others, or has them elsewhere."""

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

    def known_beside(self, page: str) -> Known:
        """Return the proofs of all other pages, by their pieces."""
        others = ((other, self.on_page(other)) for other in self.states if other != page)
        return {
            tuple(entry.piece for entry in entries): PageProofs(
                [entry.proof for entry in entries], self.states[other]
            )
            for other, entries in others
        }

    def own_table(self, reference: str) -> Table:
        """Build the table that a fence such as `ledger.counts` or `ledger.numbers` asks for."""
        kind = _OWN_TABLES[reference]
        return self.rows(kind) if kind else self.counts()

    def rows_shown(self) -> list[str]:
        """Return what the ledger's own tables show, which edits of prose leave as it is."""
        return [
            repr(
                (entry.anchor, entry.piece.kind, entry.piece.page, _shown(entry.piece), entry.proof)
            )
            for entry in self.entries
        ]

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


def _shown(piece: Piece) -> str:
    return (
        f"{piece.text} (`{piece.reference}`)" if piece.kind == "number" else f"`{piece.reference}`"
    )
