"""A new kind of piece is one class and one line in the registry: all of the press knows it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown

from guide.errors import MismatchError, PublishingErrors
from guide.publishing import press
from guide.publishing.ledger.opening import ledger_so_far, open_ledger
from guide.publishing.ledger.overview import counted, own_table
from guide.publishing.ledger.pages import made_pages
from guide.publishing.pieces.forms import InlinePiece
from guide.publishing.pieces.kinds import KINDS
from guide.publishing.pieces.piece import Proof
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import Katex
from guide.remembering import Work

PAGE = "learn/toy.md"
TEXT = """# Toy

It says *three short words*{{ data-words="{count}" }} here.

| a | b |
|---|---|
| *one word*{{ data-words="2" }} | *two*{{ data-words="1" }} |
"""


class ToyPiece(InlinePiece):
    """Emphasized words that say how many they are: `*two words*{ data-words="2" }`."""

    kind = "toy"
    words = ("toy", "toys")
    heading = "Toys"
    how_checked = "counted again"
    pattern = re.compile(r'\*(?P<text>[^*\n]+)\*\{\s*data-words="(?P<name>\d+)"\s*\}')
    done = "counted"

    def work(self, project: Project) -> Work[int]:
        """Count the words."""
        return Work(
            "toys",
            (ToyPiece, project.docs / self.page),
            (self.text,),
            lambda: len(self.text.split()),
        )

    def proof(self, done: int, project: Project) -> Proof:
        """Compare the page with the count."""
        if str(done) != self.reference:
            message = f"the page says {self.reference} words, there are {done}"
            raise MismatchError(f"docs/{self.page}", self.line, message, str(done))
        source = project.relative(project.docs / self.page)
        return Proof("counted", f"There are {done} words.", source, self.line)


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, ToyPiece.kind, ToyPiece)


@pytest.fixture
def katex(tmp_path: Path) -> Iterator[Katex]:
    typesetter = Katex(Project(tmp_path))
    yield typesetter
    typesetter.close()


def checkout(folder: Path, count: int) -> Project:
    (folder / "docs/learn").mkdir(parents=True)
    (folder / "docs" / PAGE).write_text(TEXT.format(count=count), encoding="utf-8")
    (folder / "mkdocs.yml").write_text("nav: []\n", encoding="utf-8")
    return Project(folder)


def test_it_is_set_with_its_mark(
    tmp_path: Path, katex: Katex, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = checkout(tmp_path, 3)
    state = press.Press(project, open_ledger(project, katex), katex, page=PAGE)
    monkeypatch.setattr(press, "_open", [state])
    page = Markdown(extensions=["tables", "guide.publishing.extension"])
    shown = state.filled(page.convert(TEXT.format(count=3)))
    assert '<span class="proven" id="toy-3">three short words</span>' in shown
    assert 'aria-label="Proof of three short words" href="../../ledger/toy/#toy-3"' in shown
    assert ">2 toys counted</a>" in shown
    assert "data-words" not in shown


def test_it_is_listed_and_counted(tmp_path: Path, katex: Katex) -> None:
    project = checkout(tmp_path, 3)
    ledger = open_ledger(project, katex)
    assert ledger.count("toy") == "3"
    assert counted(ledger.entries) == "3 toys"
    counts = own_table("ledger.counts", ledger, project)
    assert ("**<!--count toy-->**", "Toys", "counted again") in counts.rows
    listed = made_pages(ledger, project, str)["ledger/toy.md"]
    assert "## Toys" in listed
    assert '<li id="toy-3"><p><a href="../../learn/toy/#toy-3">three short words</a>' in listed


def test_a_wrong_one_is_refused_with_file_and_line(tmp_path: Path, katex: Katex) -> None:
    project = checkout(tmp_path, 4)
    with pytest.raises(PublishingErrors) as refused:
        open_ledger(project, katex)
    assert str(refused.value) == f"docs/{PAGE}:3: the page says 4 words, there are 3"


def test_a_server_shows_it_before_and_after(tmp_path: Path, katex: Katex) -> None:
    project = checkout(tmp_path, 4)
    ledger = ledger_so_far(project, katex)
    assert ledger.count("toy") == "0 of 3 so far"
    assert all(entry.kept for entry in ledger.entries)
