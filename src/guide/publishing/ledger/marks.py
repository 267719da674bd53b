"""What a page shows of the proofs of its pieces: numbers, marks, drawings, counts.

None of it is part of a page that is set: a comment stands for each until the page is served, so
that a page need not be set again when a piece of it is proven.
"""

import html
import re
from collections.abc import Sequence

from guide.errors import PublishingError
from guide.publishing.ledger.ledger import Entry, Ledger, address_of_row
from guide.publishing.pieces.proofs import Proof, drawing_of
from guide.publishing.pieces.standing import Unproven
from guide.publishing.project import Project
from guide.publishing.reference.sources import relative_url
from guide.publishing.svg.figure_markup import figure_html, undrawn_html

_SHOWN = re.compile(
    r"<!--(?P<what>number|check|mark|drawing|count) (?P<names>[\w -]+)-->|(?P<section><h2[ >])"
)
_STATES = ("fault", "differs", "open")  # the worst first


def filled(page: str, ledger: Ledger, project: Project) -> str:
    """Return a page with all that it shows of proofs.

    Of the marks of a section, Tab stops at the first alone: there are as many as paragraphs, and
    a reader who goes from link to link is on the way to something else. From it, the arrow keys
    lead to all others.
    """
    is_first = True

    def shown(match: re.Match[str]) -> str:
        nonlocal is_first
        if match["section"]:
            is_first = True
            return match[0]
        what, names = match["what"], match["names"]
        if what == "count":
            return ledger.count(names)
        entries = [ledger.named[name] for name in names.split()]
        if what in _ONE:
            return _ONE[what](entries[0], project)
        stop, is_first = is_first, False
        return _mark(what, entries, is_stop=stop)

    return _SHOWN.sub(shown, page)


def in_words(page: str, ledger: Ledger) -> str:
    """Return a page as it reads without proofs: of them all, only numbers are words."""

    def words(match: re.Match[str]) -> str:
        if match["section"]:
            return match[0]
        number = match["what"] == "number"
        return html.escape(ledger.named[match["names"]].piece.text) if number else ""

    return _SHOWN.sub(words, page)


def note(page: str, ledger: Ledger) -> str:
    """Return a line that says how much of a page is not proven yet; empty where all is."""
    open_ = sum(entry.is_open for entry in ledger.on_page(page))
    if not open_:
        return ""
    pieces = "1 piece" if open_ == 1 else f"{open_} pieces"
    are = "is" if open_ == 1 else "are"
    return (
        f'<p class="standing" role="status">{pieces} of this page, with a wavy line or an open '
        f"circle, {are} still to be checked on this machine. The page follows by itself.</p>"
    )


def fault_html(fault: PublishingError) -> str:
    """Return what stands for a page that cannot be set."""
    return (
        '<h1>This page cannot be set yet</h1><div class="admonition failure">'
        f'<p class="admonition-title">Mend this first</p><p>{html.escape(str(fault))}</p></div>'
    )


def _number(entry: Entry, _: Project) -> str:
    """Return a number as text; the mark of its block leads to its proof."""
    text, proof, state = html.escape(entry.piece.text), entry.proof, ""
    if isinstance(proof, Unproven):
        state = f' data-state="{proof.state}"'
        text += f'<span class="standing"> ({html.escape(proof.mark)})</span>'
    return f'<span class="proven" id="{entry.anchor}"{state}>{text}</span>'


def _drawing(entry: Entry, project: Project) -> str:
    alternative = " ".join(entry.piece.text.split())
    if not isinstance(entry.proof, Proof):
        return undrawn_html(alternative)
    return figure_html(drawing_of(entry.piece, project), alternative)


_ONE = {"number": _number, "drawing": _drawing}


def _mark(what: str, entries: Sequence[Entry], *, is_stop: bool) -> str:
    """Return the mark of a block: a link to the ledger's row of the first thing proven in it."""
    first = entries[0]
    shape, text = _check(entries) if what == "check" else _line(entries)
    address = relative_url(address_of_row(first), first.piece.page)
    of = " ".join(entry.anchor for entry in entries)
    states = {entry.proof.state for entry in entries if isinstance(entry.proof, Unproven)}
    state = f' data-state="{min(states, key=_STATES.index)}"' if states else ""
    stop = "" if is_stop else ' tabindex="-1"'
    return f'<a {shape} href="{address}" data-of="{of}"{state}{stop}>{text}</a>'


def _check(entries: Sequence[Entry]) -> tuple[str, str]:
    """Return what tells a small mark at the end of a paragraph apart: it is read, not seen."""
    *others, last = [html.escape(entry.piece.text) for entry in entries]
    numbers = f"{', '.join(others)} and {last}" if others else last
    return f'class="proof proof-check" aria-label="Proof of {numbers}"', ""


def _line(entries: Sequence[Entry]) -> tuple[str, str]:
    """Return what tells the line below a block apart, and what it says."""
    block = [entry for entry in entries if entry.piece.kind != "number"]
    numbers = len(entries) - len(block)
    said = [html.escape(entry.proof.mark) for entry in block]
    if numbers:
        proven = all(isinstance(entry.proof, Proof) for entry in entries if entry not in block)
        said.append(f"{numbers} number{'s' * (numbers != 1)}{' computed' * proven}")
    anchor = "".join(f' id="{entry.anchor}"' for entry in block)
    return f'class="proof"{anchor}', "; ".join(said)
