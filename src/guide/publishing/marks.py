"""What a page shows of the proofs of its pieces: marks, drawings, rows of the ledger, counts.

None of it is part of a page that is set: a comment stands for each until the page is served, so
that a page need not be set again when a piece of it is proven.
"""

import html
import re

from guide.errors import PublishingError
from guide.publishing.figure_markup import figure_html, undrawn_html
from guide.publishing.ledger import PAGE, Entry, Ledger
from guide.publishing.project import Project
from guide.publishing.proofs import Proof, drawing_of
from guide.publishing.sources import relative_url, source_place

_COMMENT = re.compile(r"<!--(?P<what>mark|drawing|proof|source|count) (?P<name>[\w-]+)-->")


def filled(page: str, ledger: Ledger, project: Project) -> str:
    """Return a page with all that it shows of proofs."""

    def shown(match: re.Match[str]) -> str:
        if match["what"] == "count":
            return ledger.count(match["name"])
        entry = ledger.named[match["name"]]
        return (
            _drawing(entry, project) if match["what"] == "drawing" else _SHOWN[match["what"]](entry)
        )

    return _COMMENT.sub(shown, page)


def in_words(page: str, ledger: Ledger) -> str:
    """Return a page as it reads without proofs: of them all, only numbers are words."""

    def words(match: re.Match[str]) -> str:
        piece = ledger.named[match["name"]].piece if match["what"] == "mark" else None
        return html.escape(piece.text) if piece and piece.kind == "number" else ""

    return _COMMENT.sub(words, page)


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


def _mark(entry: Entry) -> str:
    """Return a link to the entry's row: around a number, or with what proved a block."""
    piece, proof = entry.piece, entry.proof
    address = relative_url(f"{PAGE}#in-ledger-{entry.anchor}", piece.page)
    if isinstance(proof, Proof):
        source = relative_url(source_place(proof.source, proof.line), piece.page)
        about = f'data-source="{source}"'
    else:
        about = f'data-state="{proof.state}"'
    text = html.escape(proof.mark)
    if piece.kind == "number":
        text = html.escape(piece.text) + (
            "" if isinstance(proof, Proof) else f'<span class="standing"> ({text})</span>'
        )
    return (
        f'<a class="proof proof-{piece.kind}" id="{entry.anchor}" href="{address}"'
        f' data-proof="{html.escape(proof.sentence)}" {about}>{text}</a>'
    )


def _drawing(entry: Entry, project: Project) -> str:
    alternative = " ".join(entry.piece.text.split())
    if not isinstance(entry.proof, Proof):
        return undrawn_html(alternative)
    return figure_html(drawing_of(entry.piece, project), alternative)


def _sentence(sentence: str) -> str:
    """Return a sentence as HTML, with what stands in backquotes as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", html.escape(sentence, quote=False))


def _source(entry: Entry) -> str:
    if not isinstance(entry.proof, Proof):
        return ""
    address = relative_url(source_place(entry.proof.source, entry.proof.line), PAGE)
    return f'<a href="{address}">line {entry.proof.line}</a>'


_SHOWN = {
    "mark": _mark,
    "proof": lambda entry: _sentence(entry.proof.sentence),
    "source": _source,
}
