"""The thin adapter between MkDocs and ways through the site: ends of pages, cards, dead ends."""

import logging
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from guide.errors import PublishingErrors
from guide.figures.palette import PALETTE
from guide.publishing.fonts.faces import REGULAR, SANS
from guide.publishing.project import HERE
from guide.publishing.ways import cards
from guide.publishing.ways.markup import WaysOn
from guide.publishing.ways.ways import Way, read_ways

_log = logging.getLogger("mkdocs.plugins.press")
_serving = False
_ways: dict[str, Way] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Note the command."""
    global _serving  # noqa: PLW0603  (MkDocs hands the command to this event alone)
    _serving = command == "serve"


def on_files(files: Files, config: MkDocsConfig) -> None:  # noqa: ARG001
    """Read where chapters lead; a server says what is wrong with it, and shows the rest."""
    _ways.clear()
    try:
        _ways.update(read_ways(HERE))
    except PublishingErrors as faults:
        if not _serving:
            raise Abort(str(faults)) from faults
        for fault in faults.errors:
            _log.warning("%s", fault)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Draw a card for each page, where the address of the site is known."""
    if _serving or not config.site_url:
        return
    for page in nav.pages:
        section = page.parent.title if page.parent else ""
        content = cards.card(_title(page, config), section, config.site_name, HERE)
        files.append(File.generated(config, _card(page), content=content))


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Add where the page leads."""

    def title(target: str) -> str:
        other = files.src_uris[target].page
        return str(other.title) if other else target

    return WaysOn(_ways, title).added(html, page.file.src_uri)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Let templates know the colors, for the browser's own frame around a page, and the fonts.

    The page for missing addresses has no style sheet, and sets both by itself.
    """
    env.globals.update(palette=PALETTE, faces=(REGULAR, SANS))


def on_page_context(
    context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Tell the template where the card of a page is."""
    if _serving or not config.site_url or page not in nav.pages:
        return
    context["card"] = {
        "title": _title(page, config),
        "image": config.site_url + _card(page),
        "width": cards.WIDTH,
        "height": cards.HEIGHT,
    }


def _title(page: Page, config: MkDocsConfig) -> str:
    """Return the title of a page; home has that of the site, an index that of its section."""
    if page.is_homepage:
        return config.site_name
    return str(page.title or (page.parent and page.parent.title))


def _card(page: Page) -> str:
    """Return where the site holds the card of a page."""
    return f"assets/cards/{page.url.strip('./').replace('/', '-') or 'home'}.png"
