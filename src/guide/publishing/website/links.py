"""Follows every link of the built site; a dead one is named by the source line that wrote it."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.project import Project

_ATTRIBUTE = re.compile(r"""(?<!<base)\s(?P<name>id|name|href|src)="(?P<value>[^"]*)\"""")


class _Page(NamedTuple):
    """The anchors of a page and where its links lead."""

    anchors: set[str]
    links: set[str]


def dead_links(site: Path, project: Project) -> Iterator[PublishingError]:
    """Yield an error for each link of the site that leads nowhere within it.

    Args:
        site: The folder of the built site.
        project: The checkout it was built from, to name source lines.
    """
    pages = {path: _parsed(path) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        base = f"/{path.relative_to(site).as_posix()}"
        for link in sorted(page.links):
            problem = _problem(link, base, site, pages)
            if problem:
                yield PublishingError(*_written_at(link, path, site, project), problem)


def _parsed(path: Path) -> _Page:
    page = _Page(set(), set())
    for match in _ATTRIBUTE.finditer(read_text(path)):
        found = page.anchors if match["name"] in {"id", "name"} else page.links
        found.add(unescape(match["value"]))
    return page


def _problem(link: str, base: str, site: Path, pages: dict[Path, _Page]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    address = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    target = site / address.lstrip("/")
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return f"the link {link!r} leads to {address!r}, which the site does not have"
    # A fragment with `=` names no place: it is a state in which the playground opens.
    is_place = parts.fragment and "=" not in parts.fragment and target in pages
    if is_place and parts.fragment not in pages[target].anchors:
        where = "this page" if not path else address
        return f"the link {link!r} asks for an anchor #{parts.fragment} that {where} does not have"
    return None


def _written_at(link: str, built: Path, site: Path, project: Project) -> tuple[str, int]:
    """Return the source file and line that most likely wrote a link, or else the built page."""
    stem = built.relative_to(site).as_posix().removesuffix("index.html").rstrip("/") or "index"
    parts = urlsplit(link)
    page = posixpath.basename(parts.path.rstrip("/"))
    # Pages name others by their Markdown file, so the address itself is tried last.
    wanted = (
        [f"{page}.md#{parts.fragment}", f"#{parts.fragment}"] if parts.fragment else [f"{page}."]
    )
    for source in (f"{stem}.md", f"{stem}/index.md", f"{stem}.py"):
        path = project.docs / source
        if path.is_file():
            lines = read_text(path).splitlines()
            found = (
                n for text in [*wanted, link] for n, line in enumerate(lines, 1) if text in line
            )
            return project.relative(path), next(found, 1)
    return f"site/{built.relative_to(site).as_posix()}", 1
