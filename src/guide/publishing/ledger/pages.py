"""The pages that nobody writes: those of the ledger, and the listings of what proves its pieces.

A row begins with what a reader saw, says what it is, then what proved it, and ends with the name
that leads to its source.
"""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator

import nnbyhand as nn
from guide.publishing.ledger.ledger import PAGE, Ledger, ledger_page
from guide.publishing.ledger.overview import counted, title_of
from guide.publishing.pieces.kinds import KINDS
from guide.publishing.pieces.piece import Entry, Proof
from guide.publishing.project import Project
from guide.publishing.reference.sources import (
    SOURCES,
    relative_url,
    source_pages,
    source_place,
)

FOLDER = "ledger"
"""The folder of these pages, as seen from `docs`."""

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+", re.IGNORECASE)
# Names in file names are all small; these are written otherwise.
_SPELLED = {
    word.lower(): word
    for named in (*nn.ACTIVATIONS, *nn.OPTIMIZERS, *nn.LOSSES)
    for word in named.name.split()
} | {word.lower(): word for word in ("BCE", "CE", "He", "L1", "L2", "LeCun", "XOR")}


def made_pages(ledger: Ledger, project: Project, hold: Callable[[str], str]) -> dict[str, str]:
    """Return the Markdown of all of them by their file, as seen from `docs`.

    Args:
        ledger: The ledger.
        project: The checkout.
        hold: Keeps the HTML of a listing out of Markdown's way, and returns what stands for it.
    """
    pages = {ledger_page(page): _markdown(page, ledger, project) for page in ledger.by_page}
    return source_pages(project, _proving(ledger), hold) | pages


def made_when_asked(file: str, ledger: Ledger, project: Project) -> str | None:
    """Return one of them as a development server shows it; None where it is none of them."""
    if file.startswith(f"{SOURCES}/"):
        return source_pages(project, _proving(ledger)).get(file)
    return _served(file, ledger, project) if file.startswith(f"{FOLDER}/") else None


def _proving(ledger: Ledger) -> set[str]:
    proofs = [entry.proof for entry in ledger.entries]
    return {proof.source for proof in proofs if isinstance(proof, Proof)}


def _served(file: str, ledger: Ledger, project: Project) -> str | None:
    """Return a page of the ledger without the theme; None if there is none of this name.

    Two dozen pages with the theme would take as long to set as the chapter that is written.
    """
    page = next((page for page in ledger.by_page if ledger_page(page) == file), None)
    if page is None:
        return None
    title, lists = _title(page, project), _lists(page, ledger)
    parts = (f'<h2 id="{heading.lower()}">{heading}</h2>{rows}' for heading, rows in lists)
    sheet = f"{relative_url('index.md', file)}stylesheets/site.css"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="stylesheet" href="{sheet}"><main class="md-content__inner md-typeset">'
        f"<h1>{title}</h1>{_introduction(page, ledger, project)}{''.join(parts)}</main></html>"
    )


def _markdown(page: str, ledger: Ledger, project: Project) -> str:
    title = _title(page, project)
    about = (
        f"What proves each number, equation, figure and code block of {title_of(page, project)}."
    )
    front = (
        f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(about)}\n"
        "search:\n  exclude: true\n---\n"
    )
    lists = dict(_lists(page, ledger))
    introduction = _introduction(page, ledger, project) + _filter(lists, len(ledger.on_page(page)))
    parts = [f"## {heading}\n\n{rows}\n" for heading, rows in lists.items()]
    return "\n".join([front, f"# {title}\n\n{introduction}\n", *parts])


def _filter(headings: Iterable[str], rows: int) -> str:
    """Return what docs/javascripts/ledger.js brings to life; without scripts it is not shown."""
    boxes = (f'<label><input type="checkbox" checked> {heading}</label>' for heading in headings)
    return (
        '<div class="ledger-filter" role="search" aria-label="Filter of the ledger" data-ledger>'
        '<label>Filter by words <input type="search" autocomplete="off"></label>'
        f"<fieldset><legend>Kinds</legend>{''.join(boxes)}</fieldset>"
        f'<p role="status">All {rows} rows</p></div>'
    )


def _title(page: str, project: Project) -> str:
    return f"Ledger: {html.escape(title_of(page, project))}"


def _introduction(page: str, ledger: Ledger, project: Project) -> str:
    file, title = ledger_page(page), html.escape(title_of(page, project))
    there, overview = relative_url(page, file), relative_url(PAGE, file)
    return (
        f'<p>What was checked on the page <a href="{there}">{title}</a>: '
        f"{counted(ledger.on_page(page))}.</p><p>Each row starts with the item, "
        "linked to its place on the page, and ends with the source that checked it. "
        f'<a href="{overview}">All pages of the ledger</a></p>'
    )


def _lists(page: str, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield the rows of a page under the heading of their kind."""
    for name, kind in KINDS.items():
        rows = [_row(entry) for entry in ledger.on_page(page) if entry.piece.kind == name]
        if rows:
            yield kind.heading, f'<ul class="ledger">{"".join(rows)}</ul>'


def _row(entry: Entry) -> str:
    piece, file = entry.piece, ledger_page(entry.piece.page)
    place = relative_url(f"{piece.page}#{entry.anchor}", file)
    what = entry.proof.what if isinstance(entry.proof, Proof) else ""
    how = f"<span>{_sentence(entry.proof.sentence)}</span> {_source(entry)}"
    return (
        f'<li id="{entry.anchor}"><p><a href="{place}">{html.escape(_name(entry))}</a>'
        f"{' ' * bool(what)}{_sentence(what)}</p><p>{how}</p></li>"
    )


def _name(entry: Entry) -> str:
    """Return what a reader saw: the text of a number, or the words in the name of a block."""
    piece = entry.piece
    if piece.is_inline:
        return piece.text
    _, _, part = piece.reference.partition(":")
    stem = part or re.split(r"[/.]", piece.reference.removesuffix(".tex").removesuffix(".py"))[-1]
    name = " ".join(_SPELLED.get(word, word) for word in _NOT_A_LETTER.split(stem))
    return name[:1].upper() + name[1:]


def _source(entry: Entry) -> str:
    reference = f"<code>{html.escape(entry.piece.reference)}</code>"
    if not isinstance(entry.proof, Proof):
        return reference
    place = source_place(entry.proof.source, entry.proof.line)
    address = relative_url(place, ledger_page(entry.piece.page))
    return f'<a href="{address}">{reference}</a>'


def _sentence(sentence: str) -> str:
    """Return a sentence as HTML, with what stands in backquotes as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", html.escape(sentence, quote=False))
