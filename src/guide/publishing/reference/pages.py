"""Fills the reference: a line `::: nnbyhand.relu` on a page becomes what the package says of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import PurePosixPath

import nnbyhand
from guide.publishing.project import Project
from guide.publishing.reference.places import (
    OBJECT,
    Described,
    chapter_title,
    chapters_written,
    names_on,
    object_places,
)
from guide.remembering import Work


def pages_by_chapter(project: Project) -> dict[str, list[str]]:
    """Return the pages that describe what a chapter teaches, by its slug; the fullest comes first.

    Pages are named by their slugs, too.
    """
    places = object_places(project)

    def taught() -> dict[str, list[str]]:
        from guide.publishing.reference.docstrings import chapters_of  # noqa: PLC0415  (see below)
        from guide.publishing.reference.package import package  # noqa: PLC0415  (see below)

        read = package(project)
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for name in places.keys() & set(read.names):
            for slug in chapters_of(read.docstring(name)):
                counts[slug][PurePosixPath(places[name]).stem] += 1
        return {
            slug: sorted(pages, key=lambda page: (-pages[page], page))
            for slug, pages in counts.items()
        }

    behind = (pages_by_chapter, nnbyhand)
    return project.memory.result(Work("taught", behind, tuple(places.items()), taught))


def expanded(project: Project, page: str, text: str, token: Callable[[str], str]) -> str:
    """Return a page with a heading and the description of each object that it names.

    Before the first object stands a line with the chapters that teach what the page describes.

    Args:
        project: The checkout.
        page: The page, as seen from `docs`.
        text: Its Markdown.
        token: Takes HTML out of Markdown's way, and returns what stands for it.

    Raises:
        PublishingError: The package has no such object.
    """
    names = names_on(text)
    if not names:
        return text
    described = _described(project, page, text)
    taught = _taught(project, [slug for name in names for slug in described[name].chapters])

    def block(match: re.Match[str]) -> str:
        name = match["name"]
        lead = f"{taught}\n\n" if name == names[0] else ""
        return f"{lead}## {name} {{ #nnbyhand.{name} }}\n\n{token(described[name].html)}\n"

    return OBJECT.sub(block, text)


def _described(project: Project, page: str, text: str) -> dict[str, Described]:
    """Describe the objects of a page; what was said of them last time is remembered."""

    def describe() -> dict[str, Described]:
        from guide.publishing.reference.package import package  # noqa: PLC0415  (slow, seldom needed)

        read = package(project)
        return {name: read.described(name, page) for name in names_on(text)}

    places = tuple(object_places(project).items())
    arguments = (page, text, tuple(chapters_written(project)), places)
    return project.memory.result(Work("reference", (_described, nnbyhand), arguments, describe))


def _taught(project: Project, slugs: list[str]) -> str:
    written = chapters_written(project)
    titles = [
        f"[{chapter_title(slug)}](../learn/{slug}.md)" if slug in written else chapter_title(slug)
        for slug in dict.fromkeys(slugs)
    ]
    several = "chapters" if len(titles) > 1 else "chapter"
    return f"Taught in the {several} {', '.join(titles)}.\n{{ .api-taught }}" if titles else ""
