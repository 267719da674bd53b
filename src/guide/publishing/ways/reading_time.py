"""How many minutes a page takes: what a chapter says of itself, or its words and lines of code."""

import re
from collections.abc import Iterator
from functools import lru_cache

import jupytext
from mkdocs.utils.meta import get_data

from guide.errors import PublishingError
from guide.files import read_text
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.kinds import pieces_of
from guide.publishing.pieces.sections import excerpt
from guide.publishing.project import Project

WORDS_PER_MINUTE = 230
SECONDS_PER_LINE = 4  # of code

_STATED = re.compile(r"\*\*Reading time\*\* is about (?P<minutes>\d+) minutes?\.")
_TAB = re.compile(r"^/// tab \|[^\n]*\n.*?^///$\n*", re.MULTILINE | re.DOTALL)
_TABS = re.compile(rf"(?:{_TAB.pattern})+", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
_MARKUP = re.compile(
    r"<[^>]*>|\{[^}]*\}|\]\([^)]*\)|^!\[[^\]]*|^\|.*$|^/// ?.*$|[*`#\[\]-]", re.MULTILINE
)


def minutes_of(project: Project, page: str) -> int:
    """Return how many minutes a chapter says it takes, or another page or a lab is found to take.

    Args:
        project: The checkout.
        page: The page, as seen from `docs`.

    Raises:
        PublishingError: A chapter does not say how long it takes.
    """
    text = read_text(project.docs / page)
    if not page.startswith("learn/"):
        found = _minutes_of_lab(text) if page.endswith(".py") else minutes(text, project)
        return max(1, round(found))
    stated = _STATED.search(text)
    if stated is None:
        message = (
            "the chapter does not say how long it takes; write "
            "`- **Reading time** is about 15 minutes.` below its promise"
        )
        raise PublishingError(f"docs/{page}", 1, message)
    return int(stated["minutes"])


def minutes(text: str, project: Project) -> float:
    """Return how many minutes the words of a page and the lines of its code take.

    Of tabs, which say one thing several times, the longest counts; tables and descriptions of
    figures do not.
    """

    def longest(tabs: re.Match[str]) -> str:
        each: list[str] = _TAB.findall(tabs[0])
        return max(each, key=lambda tab: _lines(tab, project) + len(tab.split()))

    shown = _TABS.sub(longest, get_data(text)[0])
    return _time(_FENCE.sub("", shown), _lines(shown, project))


def in_words(minutes: int) -> str:
    """Say how long something takes: `1 minute`, `51 minutes`, `about 2½ hours`."""
    if minutes < 90:  # noqa: PLR2004  (an hour and a half)
        return f"{minutes} minute{'s' * (minutes != 1)}"
    whole, half = divmod(round(minutes / 30), 2)
    return f"about {whole}{'½' * half} hours"


@lru_cache  # home is filled in once to see whether it changed, and once to be set
def _minutes_of_lab(text: str) -> float:
    cells = jupytext.reads(text, fmt="py:percent").cells
    words = " ".join(cell.source for cell in cells if cell.cell_type == "markdown")
    code = [line for cell in cells if cell.cell_type == "code" for line in _code(cell.source)]
    return _time(words, len(code))


def _time(words: str, lines: int) -> float:
    return len(_MARKUP.sub(" ", words).split()) / WORDS_PER_MINUTE + lines * SECONDS_PER_LINE / 60


def _lines(text: str, project: Project) -> int:
    code = (piece.reference for piece in pieces_of(text, "") if isinstance(piece, CodePiece))
    return sum(lines_of_code(reference, project) for reference in code)


def lines_of_code(reference: str, project: Project) -> int:
    """Return how many lines a section has that are code, not results or empty."""
    shown = excerpt(project.snippets, reference, "", 1).lines
    return len(list(_code("\n".join(shown))))


def _code(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#>"))
