"""The sections of snippets: the parts between markers that pages include."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from guide.errors import PublishingError
from guide.files import read_text

_MARKER = re.compile(r"^\s*# --8<-- \[(?P<end>start|end):(?P<name>[a-z][a-z0-9-]*)\]\s*$")


@dataclass(frozen=True)
class Section:
    """A part of a snippet that pages show.

    Attributes:
        name: The name in its `[start:name]` marker.
        first, last: Its first and last line, markers left out, counted from 1.
    """

    name: str
    first: int
    last: int


def sections_of(source: str, path: str) -> dict[str, Section]:
    """Return the sections of a snippet by name.

    Raises:
        PublishingError: A section is never closed, closed twice, or named twice.
    """
    found: dict[str, Section] = {}
    opened: dict[str, int] = {}
    for number, text in enumerate(source.splitlines(), start=1):
        marker = _MARKER.match(text)
        if marker is None:
            continue
        name = marker["name"]
        if marker["end"] == "start":
            if name in opened or name in found:
                raise PublishingError(path, number, f"section {name!r} is opened twice")
            opened[name] = number
        elif name in opened:
            found[name] = Section(name, opened.pop(name) + 1, number - 1)
        else:
            raise PublishingError(path, number, f"section {name!r} is closed before it is opened")
    for name, number in opened.items():
        raise PublishingError(path, number, f"section {name!r} is never closed")
    return found


def section(root: Path, reference: str, page: str, line: int) -> tuple[str, Section | None]:
    """Return the path of the snippet that a page includes, and the section of it.

    Args:
        root: The folder `snippets`.
        reference: What stands in the page, such as `activations/sigmoid.py:stable`.
        page: The page, for errors.
        line: The line of the page that includes it.

    Raises:
        PublishingError: The snippet or the section is missing.
    """
    name, _, wanted = reference.partition(":")
    path = root / name
    if not path.is_file():
        raise PublishingError(page, line, f"there is no snippets/{name} to include")
    if not wanted:
        return name, None
    sections = sections_of(read_text(path), f"snippets/{name}")
    if wanted not in sections:
        known = ", ".join(sections) or "none"
        message = f"snippets/{name} has no section {wanted!r}; it has: {known}"
        raise PublishingError(page, line, message)
    return name, sections[wanted]


class Excerpt(NamedTuple):
    """What a page includes of a snippet.

    Attributes:
        path: The file, as seen from the root.
        source: All of its text.
        part: The section, if not all of it.
    """

    path: str
    source: str
    part: Section | None

    @property
    def first(self) -> int:
        """The line of the file on which it begins."""
        return self.part.first if self.part else 1

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        lines = self.source.splitlines()
        return lines[self.part.first - 1 : self.part.last] if self.part else lines


def excerpt(root: Path, reference: str, page: str, line: int) -> Excerpt:
    """Return what a page includes; the arguments and errors are those of `section`."""
    name, part = section(root, reference, page, line)
    return Excerpt(f"snippets/{name}", read_text(root / name), part)
