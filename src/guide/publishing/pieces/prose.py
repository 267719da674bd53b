"""Rules for what prose may state: nothing that a reader would have to take on faith."""

import re
from functools import lru_cache

from guide.errors import PublishingError
from guide.publishing.pieces.number import NumberPiece
from guide.publishing.pieces.page_text import prose_of

_LINK_OR_ATTRIBUTE = re.compile(r"\]\([^)]*\)|^\[[^\]]+\]: .*$|\{[^}\n]*\}|<[^>]*>", re.MULTILINE)
_INLINE_MATH = re.compile(r"(?<![\\$])\$(?P<tex>[^$\n]+(?:\n[^$\n]+)*)\$(?!\$)")
_RELATION = re.compile(r"[=<>]|\\(?:le|ge|leq|geq|lt|gt|ne|neq|approx|equiv|sim)\b")
_CONDITION = re.compile(
    r"[\w\\{}^'\[\]()|, ]+?\s*(?:=|<|>|\\le|\\ge|\\lt|\\gt|\\ne)\s*"
    r"[-+]?(?:\d[\d.,{}]*|\\infty|[a-zA-Z])"
)
# Counts up to ninety-nine, ordinals and years are words; a decimal, a percentage or a big count is
# a measurement.
_MEASUREMENT = re.compile(
    r"(?<![\w.])\d[\d,]*\.\d+|(?<![\w.,])\d[\d,]*\s?(?:%|percent)|(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.])\d{3,}(?![\w.])"
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SOURCES = re.compile(r"^## Sources$.*", re.MULTILINE | re.DOTALL)
_OPEN_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})", re.MULTILINE)


@lru_cache(maxsize=256)  # while one page is edited, the others come from here
def check_prose(text: str, page: str, first_line: int = 1) -> tuple[PublishingError, ...]:
    """Return what is wrong with the prose of a page.

    Found are: a fence that is never closed, display math typed into the page, an equation typed
    inline, mathematics in a heading, and a measurement without a `data-number`.

    Args:
        text: The Markdown of the page.
        page: Its path, as seen from the folder `docs`.
        first_line: The line of the file that `text` begins on.
    """
    prose = prose_of(text)
    faults: list[PublishingError] = []

    def fault(position: int, message: str) -> None:
        line = first_line + text.count("\n", 0, position)
        faults.append(PublishingError(f"docs/{page}", line, message))

    for match in _OPEN_FENCE.finditer(prose):
        fault(match.start(), "this fence is never closed")
    if "$$" in prose:
        fault(prose.index("$$"), "display math is typed into the page; include a checked .tex file")
    for match in re.finditer(r"^#+ .*\$.*$", prose, re.MULTILINE):
        fault(match.start(), "a heading holds mathematics, which tables of contents cannot show")
    for position, tex in inline_formulas(text):
        if _RELATION.search(tex) and not _CONDITION.fullmatch(tex):
            message = f"${tex}$ states an equation inline; include it from a checked .tex file"
            fault(position, message)
    for position, number in _measurements(prose):
        message = (
            f"{number!r} is stated without proof; write "
            f'*{number}*{{ data-number="chapter.function" }} and compute it in that experiment'
        )
        fault(position, message)
    return tuple(faults)


@lru_cache(maxsize=256)  # the same
def inline_formulas(text: str) -> tuple[tuple[int, str], ...]:
    """Return the inline mathematics of a page, each with its position."""
    found = _INLINE_MATH.finditer(prose_of(text))
    return tuple((match.start(), match["tex"].strip()) for match in found)


def _measurements(prose: str) -> list[tuple[int, str]]:
    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    for pattern in (_SOURCES, NumberPiece.pattern, _INLINE_MATH, _LINK_OR_ATTRIBUTE):
        prose = pattern.sub(blank, prose)
    found = [(match.start(), match[0]) for match in _MEASUREMENT.finditer(prose)]
    return [(position, number) for position, number in found if not _YEAR.fullmatch(number)]
