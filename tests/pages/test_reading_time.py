"""The minutes that a chapter promises are those that its words and its code take."""

import re
from pathlib import Path

import pytest

from guide.errors import PublishingError
from guide.publishing.project import HERE, Project
from guide.publishing.ways.reading_time import WORDS_PER_MINUTE, in_words, minutes_of
from guide.publishing.ways.reading_time import minutes as minutes_for

MOST_MINUTES = 20
CHAPTERS = sorted((HERE.docs / "learn").glob("*.md"))
FOLDED = re.compile(r"^\?\?\? [^\n]*\n(?:(?: {4}[^\n]*)?\n)*", re.MULTILINE)
FRONT = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)


def open_text(text: str) -> str:
    """Return what a reader passes on the way: no description, no answers, no notes, no sources."""
    return FOLDED.sub("", FRONT.sub("", text).partition("\n## Sources\n")[0])


def minutes(text: str) -> float:
    return minutes_for(open_text(text), HERE)


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


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (89, "89 minutes"), (90, "about 1½ hours"), (263, "about 4½ hours")],
)
def test_a_long_time_is_told_in_hours(minutes: int, words: str) -> None:
    assert in_words(minutes) == words


def test_a_chapter_must_say_how_long_it_takes(tmp_path: Path) -> None:
    (tmp_path / "docs/learn").mkdir(parents=True)
    (tmp_path / "docs/learn/losses.md").write_text("# Losses\n", encoding="utf-8")
    with pytest.raises(PublishingError, match=r"^docs/learn/losses\.md:1: .* how long it takes"):
        minutes_of(Project(tmp_path), "learn/losses.md")


def test_a_lab_takes_as_long_as_its_cells(tmp_path: Path) -> None:
    (tmp_path / "docs/practice").mkdir(parents=True)
    words = "# Nine words in each line, and that is nine.\n" * 77
    code = "\n".join(f"x_{n} = {n}" for n in range(45))
    text = f"# %% [markdown]\n{words}\n# %%\n{code}\n"
    (tmp_path / "docs/practice/lab.py").write_text(text, encoding="utf-8")
    assert minutes_of(Project(tmp_path), "practice/lab.py") == 3 + 3


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_takes_as_long_as_it_says(chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    found = minutes(text)
    assert abs(minutes_of(HERE, HERE.page(chapter)) - found) <= 1, f"{found:.1f} minutes"
    assert found <= MOST_MINUTES
