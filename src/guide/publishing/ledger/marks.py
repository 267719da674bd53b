"""What a page shows of the proofs of its pieces: numbers, marks, drawings, counts.

None of it is part of a page that is set: a comment stands for each until the page is served, so
that a page need not be set again when a piece of it is proven.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guide.errors import PublishingError
from guide.publishing.ledger.ledger import Ledger, address_of_row
from guide.publishing.pieces.forms import InlinePiece
from guide.publishing.pieces.kinds import KINDS
from guide.publishing.pieces.piece import Entry, Proof, Unproven
from guide.publishing.project import Project
from guide.publishing.reference.sources import relative_url

_SHOWN = re.compile(r"<!--(?P<what>[a-z]+) (?P<names>[\w -]+)-->|(?P<section><h2[ >])")
_STATES = ("fault", "differs", "open")  # the worst first

_COMMENT = re.compile(r"<!--(?P<kind>[a-z]+) (?P<anchor>[\w-]+)-->")
_WHOLE = re.compile(r'<figure\b.*?</figure>|<div class="table\b[^>]*>.*?</table></div>', re.DOTALL)
_MARK = re.compile(r"<!--mark [\w-]+(?=-->)")
_EDGE = re.compile(
    r"(?=</?(?:p|li|[uod]l|d[td]|h[1-6]|div|details|summary|blockquote|figure|table)[ >])"
)


def with_marks(page: str) -> str:
    """Return the HTML of a page with one mark for each block, for all that is proven in it.

    Code, equations, figures and tables have a line below them, which then speaks for the numbers in
    their caption or cells, too. A paragraph or an item of a list has a mark at its end. Both are
    comments so far; `filled` replaces them.
    """
    done, parts = 0, []
    for whole in _WHOLE.finditer(page):
        parts += [_prose(page[done : whole.start()]), _figure_or_table(whole[0])]
        done = whole.end()
    return "".join([*parts, _prose(page[done:])])


def _figure_or_table(block: str) -> str:
    anchors = _anchors(block)
    if not anchors:
        return block
    if _MARK.search(block):
        return _MARK.sub(rf"\g<0> {anchors}", block, count=1)
    return f'{block}\n<p class="proof-line"><!--mark {anchors}--></p>'


def _prose(page: str) -> str:
    return "".join(_run(run) for run in _EDGE.split(page))


def _run(run: str) -> str:
    """Return text between two edges of blocks, with a mark at its end if it holds numbers."""
    anchors, text = _anchors(run), run.rstrip()
    return f"{text}<!--check {anchors}-->{run[len(text) :]}" if anchors else run


def _anchors(page: str) -> str:
    """Return the anchors of what stands in sentences."""
    found = _COMMENT.finditer(page)
    return " ".join(match["anchor"] for match in found if _is_inline(match["kind"]))


def _is_inline(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].is_inline


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
        if what in KINDS:
            entry = ledger.named[names]
            return entry.piece.shown(entry, project)
        if what not in {"mark", "check"}:
            return match[0]
        stop, is_first = is_first, False
        return _mark(what, [ledger.named[name] for name in names.split()], is_stop=stop)

    return _SHOWN.sub(shown, page)


def in_words(page: str, ledger: Ledger) -> str:
    """Return a page as it reads without proofs: of them all, only numbers are words."""

    def words(match: re.Match[str]) -> str:
        what = match["what"]
        if what in {"mark", "check", "count"} or what in KINDS:
            inline = _is_inline(what)
            return html.escape(ledger.named[match["names"]].piece.text) if inline else ""
        return match[0]

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
    block = [entry for entry in entries if not entry.piece.is_inline]
    said = [html.escape(entry.proof.mark) for entry in block]
    said += _in_sentences([entry for entry in entries if entry.piece.is_inline])
    anchor = "".join(f' id="{entry.anchor}"' for entry in block)
    return f'class="proof"{anchor}', "; ".join(said)


def _in_sentences(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what the mark of a block says of the numbers in its caption or cells."""
    for kind, count in Counter(type(entry.piece) for entry in entries).items():
        if issubclass(kind, InlinePiece):
            proofs = [entry.proof for entry in entries if type(entry.piece) is kind]
            proven = all(isinstance(proof, Proof) for proof in proofs)
            yield f"{count} {kind.words[count != 1]}{f' {kind.done}' * proven}"
