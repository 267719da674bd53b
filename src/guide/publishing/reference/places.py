"""What the pages of the reference describe, and on which of them each object stands."""

import re
from typing import NamedTuple

from guide.files import read_text
from guide.publishing.project import Project

FOLDER = "reference"
"""The pages of the reference, as seen from `docs`."""

OBJECT = re.compile(r"^::: nnbyhand\.(?P<name>\w+)$", re.MULTILINE)
"""The line of a page that becomes what the package says of an object."""


class Described(NamedTuple):
    """What the package says of one public object.

    Attributes:
        html: Its signature, docstring, members and source, without a heading.
        chapters: The chapters that teach it, by slug.
    """

    html: str
    chapters: tuple[str, ...]


def names_on(text: str) -> list[str]:
    """Return the public objects that a page describes, in the order in which it does."""
    return [match["name"] for match in OBJECT.finditer(text)]


def object_places(project: Project) -> dict[str, str]:
    """Return the page that describes each object, as seen from `docs`."""
    return {
        name: path.relative_to(project.docs).as_posix()
        for path in sorted((project.docs / FOLDER).glob("*.md"))
        for name in names_on(read_text(path))
    }


def chapters_written(project: Project) -> list[str]:
    """Return the slugs of the chapters that there are."""
    return sorted(path.stem for path in (project.docs / "learn").glob("*.md"))


def chapter_title(slug: str) -> str:
    """Return a chapter's title, as the navigation shows it."""
    return slug.replace("-", " ").capitalize()
