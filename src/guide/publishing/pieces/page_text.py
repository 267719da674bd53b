"""Reads a page and finds its pieces: the code, equations, tables, figures and numbers to prove."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from guide.errors import PublishingError

Kind = Literal["code", "equation", "table", "figure", "number"]

_FENCE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<ticks>`{3,}|~{3,})(?P<info>[^\n]*)\n"
    r"(?P<body>(?:.*\n)*?)"
    r"(?P=indent)(?P=ticks)[ \t]*$",
    re.MULTILINE,
)
_INCLUDE = re.compile(r'^--8<-- "(?P<reference>[^"]+)"$')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)")
_FIGURE = re.compile(
    r"!\[(?P<alt>[^\]]*)\]\((?P<target>[^)\s]*assets/figures/(?P<name>[^)\s]+)\.svg)\)"
)
_NUMBER = re.compile(r'\*(?P<text>[^*\n]+)\*\{\s*data-number="(?P<name>[^"]*)"\s*\}')

_FENCED: dict[str, Kind] = {"python": "code", "math": "equation", "table": "table"}


@dataclass(frozen=True)
class Piece:
    """One thing on a page that the press must prove.

    Attributes:
        kind: What it is.
        page: The page, as seen from the folder `docs`.
        line: The line of the page it begins on, counted from 1.
        span: Its first and last character in the page's text, as a slice.
        reference: What it shows: a snippet and its section, an equation, a function.
        text: What the page says itself: a number as printed, a figure's alternative text.
        indent: The white space before a block inside an admonition, details or tab.
    """

    kind: Kind
    page: str
    line: int
    span: tuple[int, int]
    reference: str
    text: str = ""
    indent: str = ""

    def fault(self, message: str) -> PublishingError:
        """Return an error that names the line of the page on which the piece stands."""
        return PublishingError(f"docs/{self.page}", self.line, message)


@lru_cache(maxsize=256)  # of a page that is written, all others stay the same
def pieces_of(text: str, page: str, first_line: int = 1) -> tuple[Piece, ...]:
    """Return the pieces of a page in reading order.

    Args:
        text: The Markdown of the page.
        page: Its path, as seen from the folder `docs`.
        first_line: The line of the file that `text` begins on (front matter may stand above it).

    Raises:
        PublishingError: A block is typed into the page, or of a kind that nothing proves.
    """

    def line(position: int) -> int:
        return first_line + text.count("\n", 0, position)

    found = [_fenced(match, page, line(match.start("ticks"))) for match in fences(text)]
    prose = prose_of(text)
    for match in _FIGURE.finditer(prose):
        alt = text[match.start("alt") : match.end("alt")]
        place = line(match.start())
        found.append(Piece("figure", page, place, match.span(), match["name"], alt))
    for match in _NUMBER.finditer(prose):
        place = line(match.start())
        found.append(Piece("number", page, place, match.span(), match["name"], match["text"]))
    return tuple(sorted(found, key=lambda piece: piece.span))


def fences(text: str) -> Iterator[re.Match[str]]:
    """Yield the fenced blocks of a page; those inside HTML comments are none."""
    return _FENCE.finditer(_blank(_COMMENT, text))


def prose_of(text: str) -> str:
    """Return the page with all but its prose blanked out; every position stays as it was."""
    for pattern in (_COMMENT, _FENCE, _CODE_SPAN):
        text = _blank(pattern, text)
    return text


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _fenced(match: re.Match[str], page: str, line: int) -> Piece:
    info, body = match["info"], match["body"].strip()
    if info not in _FENCED:
        message = (
            f"a fenced block opens with {match['ticks'] + info!r}; only plain `python`, `math` and "
            "`table` fences are proven, so nothing else may stand on a page"
        )
        raise PublishingError(f"docs/{page}", line, message)
    kind = _FENCED[info]
    if kind == "table":
        return Piece(kind, page, line, match.span(), body, indent=match["indent"])
    include = _INCLUDE.match(body)
    if include is None:
        message = (
            f"the {info} block holds {body[:60]!r}; it must hold one line that includes a tested "
            'file, such as --8<-- "activations/sigmoid.py:stable"'
        )
        raise PublishingError(f"docs/{page}", line, message)
    return Piece(kind, page, line, match.span(), include["reference"], indent=match["indent"])
