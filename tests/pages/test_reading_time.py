"""The minutes that a chapter promises are those that its words and its code take."""

import re
from pathlib import Path

import pytest

from guide.publishing.pages import pieces_of
from guide.publishing.project import HERE
from guide.publishing.sections import section

WORDS_PER_MINUTE = 230
SECONDS_PER_LINE = 4  # of code
MOST_MINUTES = 20
CHAPTERS = sorted((HERE.docs / "learn").glob("*.md"))

FOLDED = re.compile(r"^\?\?\? [^\n]*\n(?:(?: {4}[^\n]*)?\n)*", re.MULTILINE)
TAB = re.compile(r"^/// tab \|[^\n]*\n.*?^///$\n*", re.MULTILINE | re.DOTALL)
TABS = re.compile(rf"(?:{TAB.pattern})+", re.MULTILINE | re.DOTALL)
FRONT = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
MARKUP = re.compile(
    r"<[^>]*>|\{[^}]*\}|\]\([^)]*\)|^!\[[^\]]*|^\|.*$|^/// ?.*$|[*`#\[\]-]", re.MULTILINE
)


def open_text(text: str) -> str:
    """Return what a reader passes on the way: no description, no answers, no notes, no sources."""
    return FOLDED.sub("", FRONT.sub("", text).partition("\n## Sources\n")[0])


def lines_of_code(reference: str) -> int:
    """Return how many lines a section has that are code, not results or empty."""
    name, part = section(HERE.snippets, reference, "", 1)
    assert part is not None
    shown = (HERE.snippets / name).read_text(encoding="utf-8").splitlines()
    return sum(
        bool(line.strip()) and not line.startswith("#>")
        for line in shown[part.first - 1 : part.last]
    )


def one_of_each(text: str) -> str:
    """Return the text with only the longest tab of each set: tabs say one thing several times."""

    def longest(tabs: re.Match[str]) -> str:
        return max(TAB.findall(tabs[0]), key=lambda tab: _lines_in(tab) + len(tab.split()))

    return TABS.sub(longest, text)


def _lines_in(text: str) -> int:
    pieces = pieces_of(text, "")
    return sum(lines_of_code(piece.reference) for piece in pieces if piece.kind == "code")


def minutes(text: str) -> float:
    shown = one_of_each(open_text(text))
    words = MARKUP.sub(" ", FENCE.sub("", shown)).split()
    return len(words) / WORDS_PER_MINUTE + _lines_in(shown) * SECONDS_PER_LINE / 60


def test_words_and_lines_are_counted() -> None:
    words = 'a [linked](x.md) word, *9*{ data-number="x.y" } here ' * 46  # 5 words each
    page = f"---\ndescription: {words}\n---\n\n{words}\n/// figure-caption\n{words}\n///\n"
    skipped = f'??? note "Folded"\n    {words}\n\n    {words}\n\n| {words} |\n'
    picture = f"![{'a word ' * 100}](assets/figures/x/y.svg)\n"
    assert minutes(f"{page}\n{skipped}\n{picture}\n## Sources\n\n{words}") == 2
    code = '```python\n--8<-- "activations/stable_sigmoid.py:stable"\n```\n'
    assert minutes(f"{page}\n{code}\n## Sources\n") == pytest.approx(2 + 7 * 4 / 60)
    short = '```python\n--8<-- "activations/against_zero.py:two-scores"\n```\n'
    tabs = f"/// tab | One\n{code}///\n\n/// tab | Other\n{short}///\n"
    assert minutes(f"{page}\n{tabs}\n## Sources\n") == pytest.approx(2 + 7 * 4 / 60)
    twice = f"{tabs}\nBetween.\n\n{tabs}"  # two sets, and a word
    assert minutes(f"{page}\n{twice}") == pytest.approx(2 + 2 * 7 * 4 / 60 + 1 / WORDS_PER_MINUTE)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_takes_as_long_as_it_says(chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    stated = re.search(r"\*\*Reading time\*\* is about (\d+) minutes?\.", text)
    assert stated is not None, "the chapter does not say how long it takes"
    found = minutes(text)
    assert abs(int(stated[1]) - found) <= 1, f"{found:.1f} minutes"
    assert found <= MOST_MINUTES
