"""Fills in what a page tells of others: their titles, how long they take, a map of the chapters."""

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.project import Project
from guide.publishing.ways.reading_time import in_words, minutes_of
from guide.publishing.ways.thumbnails import (
    SIZE,
    place_of_thumbnail,
    thumbnail,
    thumbnail_of,
    thumbnail_so_far,
)

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?P<page>[\w/.-]+\.(?:md|py))\)")
_MINUTES = re.compile(r"<!--minutes (?P<of>of all chapters|of the links below)-->")
_MAP = "<!--map of chapters-->"
_HEADING = re.compile(r"^#+ ", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """What the map says of a chapter.

    Attributes:
        page: Its file, as seen from `docs`.
        title: Its name in the navigation.
        minutes: How many minutes it says it takes.
        about: One sentence, the `description` in its front matter.
    """

    page: str
    title: str
    minutes: int
    about: str


def filled(project: Project, page: str, text: str) -> str:
    """Return the Markdown of a page with what it tells of others.

    A link without words gets the title that its page has in the navigation. The comments
    `<!--minutes of all chapters-->` and `<!--minutes of the links below-->`, up to the next
    heading, become a duration, and `<!--map of chapters-->` a list of all chapters.

    Args:
        project: The checkout.
        page: The page, as seen from `docs`.
        text: Its Markdown.

    Raises:
        PublishingError: A chapter lacks its description or its minutes, or a link without words
            leads to a page that is not in the navigation.
    """
    folder = posixpath.dirname(page)

    def titled(link: re.Match[str]) -> str:
        if link["words"]:
            return link[0]
        return f"[{_title(project, page, _target(folder, link))}]({link['page']})"

    def minutes(match: re.Match[str]) -> str:
        if match["of"] == "of all chapters":
            return in_words(sum(chapter.minutes for chapter in chapters(project)))
        section = _HEADING.split(match.string[match.end() :])[0]
        linked = {_target(folder, link) for link in _LINK.finditer(section)}
        return in_words(sum(minutes_of(project, name) for name in linked))

    told = _LINK.sub(titled, _MINUTES.sub(minutes, text))
    if _MAP not in told:
        return told
    entries = [_entry(project, chapter, folder) for chapter in chapters(project)]
    return told.replace(_MAP, "\n".join(entries))


def chapters(project: Project) -> list[Chapter]:
    """Return the chapters in the order of the navigation."""
    titles = titles_in(project)
    return [
        Chapter(page, titles[page], minutes_of(project, page), _about(project, page))
        for page in chapter_pages(project)
    ]


def chapter_pages(project: Project) -> list[str]:
    """Return the pages of the chapters that are there."""
    return [page for page in chapters_in(project) if (project.docs / page).is_file()]


def chapters_in(project: Project) -> list[str]:
    """Return the chapters that the navigation names, as seen from `docs`, in its order."""
    return [page for page in titles_in(project) if page.startswith("learn/")]


def pictures(project: Project, *, so_far: bool) -> dict[str, str]:
    """Return the pictures of the map by their files in the site; blank ones, if need be, so far."""
    drawn = thumbnail_so_far if so_far else thumbnail
    return {place_of_thumbnail(page): drawn(project, page) for page in chapter_pages(project)}


def titles_in(project: Project) -> dict[str, str]:
    """Return the titles of pages in the navigation, by the page, in its order."""
    return _titles(read_text(project.root / "mkdocs.yml"))


def _entry(project: Project, chapter: Chapter, folder: str) -> str:
    """Return the item of a chapter in the map, as Markdown."""
    picture = posixpath.relpath(place_of_thumbnail(chapter.page), folder or ".")
    alternative = thumbnail_of(project, chapter.page).alt
    width, height = SIZE
    return "\n\n    ".join(
        (
            f"1.  ![{alternative}]({picture}){{ loading=lazy width={width} height={height} }}",
            f"[{chapter.title}]({posixpath.relpath(chapter.page, folder or '.')})",
            f"{chapter.minutes} min",
            f"{chapter.about}\n",
        )
    )


def _target(folder: str, link: re.Match[str]) -> str:
    """Return the page that a link leads to, as seen from `docs`."""
    return posixpath.normpath(posixpath.join(folder, link["page"]))


def _title(project: Project, page: str, target: str) -> str:
    titles = titles_in(project)
    if target not in titles:
        lines = read_text(project.docs / page).splitlines()
        line = next((n for n, text in enumerate(lines, 1) if posixpath.basename(target) in text), 1)
        message = f"the link to {target!r} has no words, and nav in mkdocs.yml has no title for it"
        raise PublishingError(f"docs/{page}", line, message)
    return titles[target]


@lru_cache(maxsize=1)  # of the text alone; every link without words asks for it
def _titles(configuration: str) -> dict[str, str]:
    def found(entry: Any) -> dict[str, str]:  # noqa: ANN401  (a tree of lists and dictionaries)
        if isinstance(entry, list):
            return {page: title for part in entry for page, title in found(part).items()}
        if not isinstance(entry, dict):
            return {}  # a page without a title
        [(title, inner)] = entry.items()
        return {inner: title} if isinstance(inner, str) else found(inner)

    return found(yaml_load(configuration)["nav"])


def _about(project: Project, page: str) -> str:
    _, front = get_data(read_text(project.docs / page))
    about = str(front.get("description") or "").strip()
    if not about:
        message = (
            "the chapter has no description, which the map of chapters shows; begin the page with "
            "front matter: ---, description: One sentence., --- (in quotes if it holds a colon)"
        )
        raise PublishingError(f"docs/{page}", 1, message)
    return about
