"""The ledger: every piece of every page, what proved it, and how many there are."""

from dataclasses import dataclass
from functools import cached_property

from guide.errors import PublishingError
from guide.publishing.pages import Kind, Piece
from guide.publishing.proofs import Proof
from guide.publishing.standing import Unproven
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
    """A piece, its proof or what is known of it, and the anchor of its row in the ledger."""

    anchor: str
    piece: Piece
    proof: Proof | Unproven

    @property
    def is_open(self) -> bool:
        """Whether nothing has checked the piece yet."""
        return isinstance(self.proof, Unproven) and self.proof.state == "open"

    @property
    def is_fault(self) -> bool:
        """Whether the piece cannot be checked or set."""
        return isinstance(self.proof, Unproven) and self.proof.state == "fault"


@dataclass(frozen=True)
class Ledger:
    """All entries, in the order of pages and of pieces on a page.

    Attributes:
        entries: The entries.
        faults: What does not hold; none where all was proven.
    """

    entries: tuple[Entry, ...]
    faults: tuple[PublishingError, ...] = ()

    @cached_property
    def named(self) -> dict[str, Entry]:
        """The entries by their anchors."""
        return {entry.anchor: entry for entry in self.entries}

    @cached_property
    def _by_page(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.piece.page, []).append(entry)
        return found

    def on_page(self, page: str) -> list[Entry]:
        """Return the entries of a page in reading order."""
        return self._by_page.get(page, [])

    def own_table(self, reference: str) -> Table:
        """Build the table that a fence such as `ledger.counts` or `ledger.numbers` asks for."""
        kind = _OWN_TABLES[reference]
        return self._rows(kind) if kind else self._counts()

    def rows_shown(self) -> list[str]:
        """Return what the ledger's own tables show, which edits of prose leave as it is."""
        return [
            repr((entry.anchor, entry.piece.kind, entry.piece.page, _shown(entry.piece)))
            for entry in self.entries
        ]

    def _rows(self, kind: Kind) -> Table:
        """Build the table of all entries of a kind: what it is, where it stands, what proves it."""
        rows = [
            (
                f'<span id="in-ledger-{entry.anchor}">{_shown(entry.piece)}</span>',
                f"[{entry.piece.page.removesuffix('.md')}]({entry.piece.page}#{entry.anchor})",
                f"<!--proof {entry.anchor}-->",
                f"<!--source {entry.anchor}-->",
            )
            for entry in self.entries
            if entry.piece.kind == kind
        ]
        return Table(("What", "Where", "Proof", "Source"), tuple(rows))

    def _counts(self) -> Table:
        """Build the table of the home page: how many of each kind, and what proves them."""
        rows = [
            (
                f"**<!--count {kind}-->**",
                f"[{_HEADING[kind]}]({PAGE}#{_HEADING[kind].lower()})",
                proof,
            )
            for kind, proof in _COUNTED.items()
        ]
        return Table(("How many", "What", "How each is proven"), tuple(rows))

    def count(self, kind: str) -> str:
        """Say how many pieces of a kind there are, and how many are proven if not all are."""
        proofs = [entry.proof for entry in self.entries if entry.piece.kind == kind]
        proven = sum(isinstance(proof, Proof) for proof in proofs)
        return f"{proven:,}" if proven == len(proofs) else f"{proven:,} of {len(proofs):,} so far"


def is_own_table(piece: Piece) -> bool:
    """Tell whether a table fence asks for the ledger's own counts or entries."""
    return piece.kind == "table" and piece.reference in _OWN_TABLES


def _shown(piece: Piece) -> str:
    return (
        f"{piece.text} (`{piece.reference}`)" if piece.kind == "number" else f"`{piece.reference}`"
    )
