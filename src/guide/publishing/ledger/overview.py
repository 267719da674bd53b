"""What the ledger counts: the two tables of its overview, and how many pieces a page has."""

import html
import re
from collections import Counter
from collections.abc import Sequence

from guide.files import read_text
from guide.publishing.ledger.ledger import PAGE, Ledger, ledger_page
from guide.publishing.pieces.kinds import KINDS
from guide.publishing.pieces.piece import Entry, Piece
from guide.publishing.project import Project
from guide.publishing.reference.sources import relative_url
from guide.tables.table import Table

_TITLE = re.compile(r"^# (?P<title>.+?)(?: *\{[^}]*\})?$", re.MULTILINE)


def own_table(reference: str, ledger: Ledger, project: Project) -> Table:
    """Build the table that a fence asks for: `ledger.counts` or `ledger.pages`."""
    return _counts() if reference == "ledger.counts" else _pages(ledger, project)


def rows_shown(ledger: Ledger, project: Project) -> list[str]:
    """Return what the tables show, which edits of prose leave as it is."""
    return [repr(row) for row in _pages(ledger, project).rows]


def title_of(page: str, project: Project) -> str:
    """Return the first heading of a page; the home page is named for what it is."""
    heading = _TITLE.search(read_text(project.docs / page))
    return "Home" if page == "index.md" or not heading else heading["title"]


def counted(entries: Sequence[Entry], links_to: str = "") -> str:
    """Say how many pieces of each kind there are, such as "3 equations, 1 figure".

    Args:
        entries: The pieces.
        links_to: The address of the page that lists them, for a link from each kind.
    """
    counts = Counter(entry.piece.kind for entry in entries)
    return ", ".join(
        f'<a href="{links_to}#{kind.heading.lower()}">{number}</a>' if links_to else number
        for name, kind in KINDS.items()
        if (number := _in_words(kind, counts[name]))
    )


def _in_words(kind: type[Piece], count: int) -> str:
    return f"{count:,} {kind.words[count != 1]}" if count else ""


def _counts() -> Table:
    """Build the first table of the overview: how many of each kind, and what proves them."""
    rows = tuple(
        (f"**<!--count {name}-->**", kind.heading, kind.how_checked) for name, kind in KINDS.items()
    )
    return Table(("How many", "What", "How each is checked"), rows)


def _pages(ledger: Ledger, project: Project) -> Table:
    """Build the second table: how many pieces each page has, and what they are."""
    rows = []
    for page, entries in ledger.by_page.items():
        address = relative_url(ledger_page(page), PAGE)
        link = f'<a href="{address}">{html.escape(title_of(page, project))}</a>'
        rows.append((link, f"{len(entries):,}", counted(entries, address)))
    return Table(("Page", "Proven", "What"), tuple(rows))
