"""The ledger: every piece of every page, what proved it, and how many there are."""

from dataclasses import dataclass
from functools import cached_property

from guide.errors import PublishingError
from guide.publishing.pieces.piece import Entry, Proof

PAGE = "ledger.md"
"""The overview; each page with pieces has a page of the ledger beside it."""


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
    def by_page(self) -> dict[str, list[Entry]]:
        """The entries of each page that has some, in reading order."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.piece.page, []).append(entry)
        return found

    def on_page(self, page: str) -> list[Entry]:
        """Return the entries of a page in reading order."""
        return self.by_page.get(page, [])

    def count(self, kind: str) -> str:
        """Say how many pieces of a kind there are, and how many are proven if not all are."""
        proofs = [entry.proof for entry in self.entries if entry.piece.kind == kind]
        proven = sum(isinstance(proof, Proof) for proof in proofs)
        return f"{proven:,}" if proven == len(proofs) else f"{proven:,} of {len(proofs):,} so far"


def ledger_page(page: str) -> str:
    """Return the page of the ledger for a page of the site; both as seen from `docs`."""
    name = page.removesuffix(".md").removeprefix("learn/").removesuffix("/index")
    return f"ledger/{'home' if name == 'index' else name.replace('/', '-')}.md"


def address_of_row(entry: Entry) -> str:
    """Return the page and anchor of an entry's row in the ledger."""
    return f"{ledger_page(entry.piece.page)}#{entry.anchor}"
