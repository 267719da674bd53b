"""Reads the Markdown of a page: its fenced blocks, its prose, and the line of each position."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<ticks>`{3,}|~{3,})(?P<info>[^\n]*)\n"
    r"(?P<body>(?:.*\n)*?)"
    r"(?P=indent)(?P=ticks)[ \t]*$",
    re.MULTILINE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")


class Fence(NamedTuple):
    """A fenced block.

    Attributes:
        info: What stands behind its opening ticks.
        body: What it holds.
        ticks: What opens and closes it.
        indent: The white space before it inside an admonition, details or tab.
        line: The line of the file on which it opens.
        span: Its first and last character in the text, as a slice.
    """

    info: str
    body: str
    ticks: str
    indent: str
    line: int
    span: tuple[int, int]


class PageText:
    """The Markdown of a page.

    Attributes:
        text: All of it.
        page: Its path, as seen from the folder `docs`.
    """

    def __init__(self, text: str, page: str, first_line: int = 1) -> None:
        """Take a text that begins on the given line of its file."""
        self.text, self.page = text, page
        self._first_line = first_line

    def line(self, position: int) -> int:
        """Return the line of the file that holds a character of the text."""
        return self._first_line + self.text.count("\n", 0, position)

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """The fenced blocks of the page; those inside HTML comments are none."""
        return tuple(self._fences())

    def _fences(self) -> Iterator[Fence]:
        for match in _FENCE.finditer(_blank(_COMMENT, self.text)):
            line = self.line(match.start("ticks"))
            parts = match["info"], match["body"].strip(), match["ticks"], match["indent"]
            yield Fence(*parts, line, match.span())

    @cached_property
    def prose(self) -> str:
        """The text with all but its prose blanked out; every position stays as it was."""
        return prose_of(self.text)


def prose_of(text: str) -> str:
    """Return a page with all but its prose blanked out; every position stays as it was."""
    for pattern in (_COMMENT, _FENCE, _CODE_SPAN):
        text = _blank(pattern, text)
    return text


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
