"""Sets a page, and reads it for the search, only if something it shows has changed."""

from typing import Any, NamedTuple

import material  # type: ignore[import-untyped]
import pymdownx  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from guide.publishing.extension import ProofExtension
from guide.publishing.ledger.overview import rows_shown
from guide.publishing.pieces.piece import Entry
from guide.publishing.press import Press
from guide.publishing.project import Project
from guide.publishing.reference.places import chapters_written, names_on
from guide.publishing.typesetting import search_text
from guide.publishing.ways import overview
from guide.remembering import Work

_CHAPTER_BOOST = 1.5  # with twice the weight of others, chapters would come first for `nn.train`


class _SetPage(NamedTuple):
    """What MkDocs makes of a page.

    Attributes:
        content: Its HTML.
        toc: Its headings.
        title: The text of the first one.
        held: What the comments in `content` stand for.
    """

    content: str
    toc: TableOfContents
    title: str | None
    held: dict[str, str]


def keep(page: Page, press: Press) -> None:
    """Let MkDocs take a page as it was set the last time, where nothing it shows has changed."""
    render = page.render

    def set_page(config: MkDocsConfig, files: Files) -> _SetPage:
        render(config, files)
        content = page.content or ""
        return _SetPage(content, page.toc, page._title_from_render, press.held_on(content))  # noqa: SLF001  (no public name)

    def render_once(config: MkDocsConfig, files: Files) -> None:
        names = " ".join(sorted(files.src_uris))  # links lead to some of them
        settings = repr((config.markdown_extensions, config.mdx_configs))
        key = (page.markdown or "", _state(page, press), names, settings, press.katex.version)
        behind = (ProofExtension, pymdownx, keep)
        work = Work("set-pages", behind, key, lambda: set_page(config, files))
        kept = press.project.memory.result(work)
        page.content, page.toc, page._title_from_render, held = kept  # noqa: SLF001  (see above)
        press.held |= held

    page.render = render_once  # type: ignore[method-assign]


def _state(page: Page, press: Press) -> str:
    """Return a name for all that a page shows beside its own text."""
    text, ledger = page.markdown or "", press.ledger
    shown = [_set_from(entry, press.project) for entry in ledger.on_page(page.file.src_uri)]
    shown.append(overview.filled(press.project, page.file.src_uri, text))
    if "\nledger." in text:
        shown += rows_shown(ledger, press.project)
    if names_on(text):
        shown.append(press.described)
        shown += chapters_written(press.project)
    return " ".join(shown)


def _set_from(entry: Entry, project: Project) -> str:
    """Return a name for what a piece is set from; its mark and drawing are not part of the page."""
    return f"{entry.anchor} {entry.is_fault} {entry.piece.set_from(project)}"


def keep_search(plugin: Any, press: Press) -> None:  # noqa: ANN401  (Material's, without types)
    """Let the search plugin take the sections of a page as it read them the last time.

    It puts chapters before the pages of the reference that use the same words.
    """
    index = plugin.search_index
    read = index.add_entry_from_context

    def sections(page: Page, searched: str) -> list[dict[str, Any]]:
        before = len(index.entries)
        content, page.content = page.content, searched
        read(page)
        page.content = content
        made: list[dict[str, Any]] = index.entries[before:]
        del index.entries[before:]
        return made

    def add_once(page: Page) -> None:
        if page.url.startswith("learn/"):
            page.meta["search"] = {"boost": _CHAPTER_BOOST, **page.meta.get("search", {})}
        # As it is searched: numbers stand in the page as comments that name them.
        searched = press.searched(page.content or "")
        key = (searched, page.url, str(page.title), repr(page.meta))
        work = Work(
            "searched-pages", (search_text, material), key, lambda: sections(page, searched)
        )
        index.entries += press.project.memory.result(work)

    index.add_entry_from_context = add_once
