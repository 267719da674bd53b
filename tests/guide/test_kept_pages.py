"""A page is set again when something that it shows has changed, and only then."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.toc import TableOfContents

from guide.publishing.ledger.ledger import Ledger
from guide.publishing.pieces.code import CodePiece
from guide.publishing.pieces.equation import EquationPiece
from guide.publishing.pieces.number import NumberPiece
from guide.publishing.pieces.piece import Entry, Proof
from guide.publishing.press import Press
from guide.publishing.project import Project
from guide.publishing.website.kept_pages import KeptPages

Build = Callable[..., Any]


class Chapter:
    """As much of a MkDocs page as matters here; it counts how often it is set."""

    def __init__(self, press: Press, markdown: str) -> None:
        self.press, self.markdown = press, markdown
        self.file = SimpleNamespace(src_uri="learn/losses.md")
        self.content, self.toc, self.title = "", TableOfContents([]), ""
        self.times = 0

    def render(self) -> None:
        if not self.markdown:
            return
        self.times += 1
        self.content = f"<h1>{self.markdown}</h1>" + self.press.hold("<svg/>")
        self.title = "Losses"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "docs/learn").mkdir(parents=True)
    for chapter in ("losses", "neuron"):
        (tmp_path / f"docs/learn/{chapter}.md").write_text(f"# {chapter}\n", encoding="utf-8")

    def run(  # noqa: PLR0913, PLR0917  (each test names the one that it changes)
        text: str = "Losses",
        tex: str = "x = x",
        anchor: str = "equation",
        files: tuple[str, ...] = ("learn/losses.md",),
        setting: tuple[str, str] = ("abbr", "KaTeX 1.0"),
        sentence: str = "compared",
        elsewhere: tuple[int, int] = (1, 1),
    ) -> Chapter:
        (tmp_path / "snippets/losses").mkdir(parents=True, exist_ok=True)
        (tmp_path / "snippets/losses/huber.tex").write_text(tex, encoding="utf-8")
        piece = EquationPiece("learn/losses.md", 1, (0, 1), "losses/huber.tex")
        line, times = elsewhere
        other = CodePiece("learn/neuron.md", line, (line, line + 1), "neuron/sum.py")
        entries = (
            Entry(anchor, piece, Proof("", sentence, "", 1)),
            *times * [Entry("code", other, Proof("", sentence, "", 1))],
        )
        typesetter: Any = SimpleNamespace(version=setting[1])
        config = SimpleNamespace(markdown_extensions=setting[0], mdx_configs={})
        press = Press(Project(tmp_path), Ledger(entries), typesetter)
        page: Any = Chapter(press, text)
        kept = KeptPages(press)
        page.markdown = kept.to_set(page, text, config, SimpleNamespace(src_uris=files))
        page.render()
        page.content = kept.as_set(page, page.content)
        assert press.filled(page.content) == f"<h1>{text}</h1><svg/>"
        assert page.title == "Losses"
        return page  # type: ignore[no-any-return]

    return run


def test_an_unchanged_page_is_set_once_and_keeps_what_was_held_back(build: Build) -> None:
    assert build().times == 1
    assert build().times == 0


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other losses"},
        {"tex": "x = 2 x"},
        {"anchor": "equation-2"},
        {"files": ("learn/losses.md", "learn/neuron.md")},
        {"setting": ("tables", "KaTeX 1.0")},
        {"setting": ("abbr", "KaTeX 1.1")},
    ],
)
def test_a_page_is_set_again_when_what_it_shows_changes(
    build: Build, change: dict[str, Any]
) -> None:
    build()
    assert build(**change).times == 1


@pytest.mark.parametrize("text", ["Losses", "x\nledger.counts"])
def test_no_page_is_set_again_for_a_proof(build: Build, text: str) -> None:
    build(text)
    assert build(text, sentence="compared otherwise").times == 0


@pytest.mark.parametrize(
    ("text", "elsewhere", "times"),
    [
        ("Losses", (1, 2), 0),
        ("x\nledger.counts", (1, 2), 1),
        ("x\nledger.counts", (2, 1), 0),
    ],
)
def test_only_a_page_with_the_ledger_follows_pieces_of_other_pages(
    build: Build, text: str, elsewhere: tuple[int, int], times: int
) -> None:
    build(text)
    assert build(text, elsewhere=elsewhere).times == times


@pytest.mark.parametrize(("text", "times"), [("Losses", 0), ("x\n::: nnbyhand.mse", 1)])
def test_only_a_reference_page_follows_the_list_of_chapters(
    build: Build, tmp_path: Path, text: str, times: int
) -> None:
    build(text)
    (tmp_path / "docs/learn/optimizers.md").touch()
    assert build(text).times == times


def index_with(text: str, press: Press, read: list[str]) -> list[dict[str, str]]:
    """Return the entries of an index that took a page of this text; note what it read anew."""
    index = SimpleNamespace(entries=[{"text": "before"}])
    page = SimpleNamespace(content=text, url="learn/losses/", title="Losses", meta={})
    kept = KeptPages(press)
    kept.to_read(page, index)
    if page.content:
        read.append(page.content)
        index.entries.append({"text": page.content})
    kept.as_read(page, index)
    assert page.content == text
    return index.entries


def test_the_search_reads_a_page_once(tmp_path: Path) -> None:
    press = Press(Project(tmp_path), Ledger(()), katex=None)  # type: ignore[arg-type]
    read: list[str] = []
    drawing = press.hold("<svg/>")
    for text in ("one", "one", "two"):
        entries = index_with(text + drawing, press, read)
        assert entries == [{"text": "before"}, {"text": text}]
    assert read == ["one", "two"]


def test_the_search_reads_a_page_again_when_a_number_on_it_changes(tmp_path: Path) -> None:
    """A number stands in the page as a comment, which stays as it is."""
    read: list[str] = []
    for number in ("0.25", "0.25", "0.5"):
        piece = NumberPiece("learn/losses.md", 1, (0, 1), "losses.lamp.loss", number)
        ledger = Ledger((Entry("number", piece, Proof("", "computed again", "", 1)),))
        press = Press(Project(tmp_path), ledger, katex=None)  # type: ignore[arg-type]
        entries = index_with("It is <!--number number-->.", press, read)
        assert entries[1:] == [{"text": f"It is {number}."}]
    assert read == ["It is 0.25.", "It is 0.5."]
