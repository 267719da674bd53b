"""Sets a page, and reads it for the search, only if something it shows has changed."""

from typing import Any, NamedTuple, NoReturn

import material  # type: ignore[import-untyped]
import pymdownx  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from guide.publishing.extension import ProofExtension
from guide.publishing.ledger.overview import rows_shown
from guide.publishing.press import Press
from guide.publishing.reference.places import chapters_written, names_on
from guide.publishing.typesetting.katex import letters_of
from guide.publishing.ways import overview
from guide.remembering import Work

_CHAPTER_BOOST = 1.5  # with twice the weight of others, chapters would come first for `nn.train`

_Sections = list[dict[str, Any]]


class _SetPage(NamedTuple):
    """What MkDocs makes of a page.

    Attributes:
        content: Its HTML.
        toc: Its headings.
        title: Its title.
        held: What the comments in `content` stand for.
    """

    content: str
    toc: TableOfContents
    title: str
    held: dict[str, str]


class KeptPages:
    """The pages of one build. MkDocs asks before and after it sets a page, and after it is read.

    Args:
        press: The state of the build.
    """

    def __init__(self, press: Press) -> None:  # noqa: D107  (the class says it)
        self._press = press
        self._memory = press.project.memory
        self._work: Work[_SetPage]
        self._reading: tuple[Work[_Sections], str, int]

    def to_set(self, page: Page, markdown: str, config: MkDocsConfig, files: Files) -> str:
        """Return what MkDocs shall set of a page: nothing, where it is kept."""
        names = " ".join(sorted(files.src_uris))  # links lead to some of them
        settings = repr((config.markdown_extensions, config.mdx_configs))
        shown = self._shown(page.file.src_uri, markdown)
        key = (markdown, str(page.title), shown, names, settings, self._press.katex.version)
        self._work = Work("set-pages", (ProofExtension, pymdownx, KeptPages), key, _not_now)
        found = self._memory.settled(self._work)
        return markdown if found is None else ""

    def as_set(self, page: Page, content: str) -> str:
        """Return the HTML of a page, as MkDocs has just set it or as it is kept, with all of it."""

        def just_set() -> _SetPage:
            return _SetPage(content, page.toc, str(page.title), self._press.held_on(content))

        kept = self._memory.result(self._work._replace(compute=just_set))
        page.toc, page.title = kept.toc, kept.title
        self._press.held |= kept.held
        return kept.content

    def _shown(self, page: str, text: str) -> str:
        """Return a name for all that a page shows beside its own text.

        Marks and drawings are not part of the page that is set.
        """
        ledger, project = self._press.ledger, self._press.project
        shown = [
            f"{entry.anchor} {entry.is_fault} {entry.piece.set_from(project)}"
            for entry in ledger.on_page(page)
        ]
        shown.append(overview.filled(project, page, text))
        if "\nledger." in text:
            shown += rows_shown(ledger, project)
        if names_on(text):
            shown += [self._press.described, *chapters_written(project)]
        return " ".join(shown)

    def to_read(self, page: Page, index: Any) -> None:  # noqa: ANN401  (Material's, without types)
        """Give the search plugin the text of a page to read: none, where its sections are kept.

        Chapters come before the pages of the reference that use the same words.
        """
        if page.url.startswith("learn/"):
            page.meta["search"] = {"boost": _CHAPTER_BOOST, **page.meta.get("search", {})}
        # As it is searched: numbers stand in the page as comments that name them.
        searched = self._press.searched(page.content or "")
        key = (searched, page.url, str(page.title), repr(page.meta))
        work: Work[_Sections] = Work("searched-pages", (letters_of, material), key, _not_now)
        self._reading = work, page.content or "", len(index.entries)
        found = self._memory.settled(work)
        page.content = searched if found is None else ""

    def as_read(self, page: Page, index: Any) -> None:  # noqa: ANN401  (see above)
        """List the sections of a page, as they were just read or as they are kept."""
        work, page.content, before = self._reading
        made: _Sections = index.entries[before:]
        index.entries[before:] = self._memory.result(work._replace(compute=lambda: made))


def _not_now() -> NoReturn:
    raise AssertionError("MkDocs sets and reads pages")
