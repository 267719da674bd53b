"""A development server shows what is proven so far, and what is not, and the rest follows."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.errors import PublishingErrors
from guide.publishing.ledger import marks
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.ledger.opening import ledger_so_far, open_ledger
from guide.publishing.ledger.pages import made_when_asked
from guide.publishing.pieces.proving import settle_share
from guide.publishing.project import HERE, Project
from guide.publishing.serving.reading import Reading
from guide.publishing.typesetting.katex import Katex

PAGE = "learn/losses.md"
FIGURE = "A network with two inputs and one output, and a map of its answers."
SNIPPET = "# --8<-- [start:{0}]\nprint(1)\n#> {1}\n# --8<-- [end:{0}]\n"
TEXT = """# Losses

It took *{steps}*{{ data-number="home.home_run.steps" }} steps.

```python
--8<-- "losses/two.py:one"
```

```python
--8<-- "losses/two.py:two"
```
"""


class Elsewhere(Project):
    """This project with other pages and snippets, and an empty cache."""

    def __init__(self, folder: Path) -> None:
        super().__init__(HERE.root)
        self.__dict__["folder"] = folder

    docs = property(lambda self: self.folder / "docs")
    snippets = property(lambda self: self.folder / "snippets")
    cache = property(lambda self: self.folder / "cache")


Checkout = Callable[..., Project]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Write one page and the snippet that it shows."""

    def write(**said: str) -> Project:
        said = {"steps": "400", "one": "1", "two": "1", "text": TEXT} | said
        for name, content in {
            f"docs/{PAGE}": said["text"].format(steps=said["steps"]),
            "snippets/losses/two.py": "".join(
                SNIPPET.format(it, said[it]) for it in ("one", "two")
            ),
        }.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")
        return Elsewhere(tmp_path)

    return write


@pytest.fixture
def katex() -> Iterator[Katex]:
    typesetter = Katex(HERE)
    yield typesetter
    typesetter.close()


def prove(project: Project, ledger: Ledger) -> None:
    """Prove what is open, as the processes beside a server do."""
    settle_share([entry.piece for entry in ledger.entries if entry.is_open], project)


def shown(project: Project, ledger: Ledger) -> list[str]:
    """Return the numbers of the page, and the marks of its blocks."""
    return [
        marks.filled(
            f"<!--{'number' if entry.piece.kind == 'number' else 'mark'} {entry.anchor}-->",
            ledger,
            project,
        )
        for entry in ledger.entries
    ]


def test_what_is_not_proven_shows_what_the_page_says_and_is_marked(
    checkout: Checkout, katex: Katex
) -> None:
    project = checkout()
    ledger = ledger_so_far(project, katex)
    number, code, _ = shown(project, ledger)
    assert 'data-state="open">400<span class="standing"> (being checked)</span></span>' in number
    assert 'data-state="open">being checked</a>' in code
    assert "3 pieces of this page" in marks.note(PAGE, ledger)
    assert ledger.count("number") == "0 of 1 so far"
    assert ledger.faults == ()


def test_after_proving_nothing_of_that_is_left(checkout: Checkout, katex: Katex) -> None:
    project = checkout()
    prove(project, ledger_so_far(project, katex))
    ledger = ledger_so_far(project, katex)
    number, code, _ = shown(project, ledger)
    assert "data-state" not in number + code + marks.note(PAGE, ledger)
    assert number.endswith(">400</span>")
    assert code.endswith(">ran: 1 result compared</a>")
    assert ledger.count("number") == "1"
    assert ledger.entries == open_ledger(project, katex).entries


def test_another_sentence_leaves_proofs_as_they_are(checkout: Checkout, katex: Katex) -> None:
    project = checkout()
    prove(project, ledger_so_far(project, katex))
    moved = checkout(text=TEXT.replace("It took", "A sentence.\n\nIt took"))
    assert not any(entry.is_open for entry in ledger_so_far(moved, katex).entries)


def test_a_number_that_comes_out_otherwise_keeps_its_place_and_says_so(
    checkout: Checkout, katex: Katex
) -> None:
    project = checkout(steps="410")
    prove(project, ledger_so_far(project, katex))
    ledger = ledger_so_far(project, katex)
    number, code, _ = shown(project, ledger)
    assert '>410<span class="standing"> (this machine computes 400)</span></span>' in number
    assert "data-state" not in code
    assert [str(fault)[:38] for fault in ledger.faults] == [
        "docs/learn/losses.md:3: the page says "
    ]
    moved = checkout(steps="410", text=TEXT.replace("It took", "A sentence.\n\nIt took"))
    assert ledger_so_far(moved, katex).faults[0].line == 5  # where it stands now
    with pytest.raises(PublishingErrors, match="the page says 410"):
        open_ledger(moved, katex)


def test_a_result_that_comes_out_otherwise_is_marked_at_its_own_section(
    checkout: Checkout, katex: Katex
) -> None:
    project = checkout(two="2")
    prove(project, ledger_so_far(project, katex))
    ledger = ledger_so_far(project, katex)
    _, one, two = shown(project, ledger)
    assert ">this machine prints something else in another part of the file</a>" in one
    assert 'data-state="differs">this machine prints 1</a>' in two
    assert {str(fault).partition(": ")[0] for fault in ledger.faults} == {
        "snippets/losses/two.py:7"
    }
    with pytest.raises(PublishingErrors, match="the file says '2', running it prints '1'"):
        open_ledger(project, katex)


def test_what_cannot_be_checked_says_so_and_the_rest_is_shown(
    checkout: Checkout, katex: Katex
) -> None:
    text = TEXT.replace("two.py:two", "two.py:three").replace("home_run.steps", "home_run.stops")
    project = checkout(text=text)
    prove(project, ledger_so_far(project, katex))
    ledger = ledger_so_far(project, katex)
    number, one, three = shown(project, ledger)
    assert 'data-state="fault">400<span class="standing"> (this does not hold)</span>' in number
    assert "data-state" not in one
    assert 'data-state="fault">this does not hold</a>' in three
    assert sorted(str(fault).partition(": ")[0] for fault in ledger.faults) == [
        "docs/learn/losses.md:3",
        "docs/learn/losses.md:9",
    ]


def test_a_typed_fence_is_a_fault_and_stops_nothing(checkout: Checkout, katex: Katex) -> None:
    ledger = ledger_so_far(checkout(text=TEXT + "\n```bash\nls\n```\n"), katex)
    assert ledger.entries == ()
    assert "a fenced block opens with '```bash'" in str(ledger.faults[0])


def test_a_figure_that_is_not_drawn_can_be_read(checkout: Checkout, katex: Katex) -> None:
    project = checkout(text=f"# Losses\n\n![{FIGURE}](../assets/figures/home/xor-network.svg)\n")
    ledger = ledger_so_far(project, katex)
    (entry,) = ledger.entries
    drawing = marks.filled(f"<!--figure {entry.anchor}-->", ledger, project)
    assert f'style="aspect-ratio:680/300">{FIGURE}</p>' in drawing
    assert ">being drawn</a>" in shown(project, ledger)[0]
    prove(project, ledger)
    drawn = ledger_so_far(project, katex)
    assert "<svg" in marks.filled(f"<!--figure {entry.anchor}-->", drawn, project)


def test_the_terminal_lists_a_fault_once_for_as_long_as_it_stands(
    checkout: Checkout, katex: Katex, caplog: pytest.LogCaptureFixture
) -> None:
    project = checkout(steps="410")
    prove(project, ledger_so_far(project, katex))
    reading = Reading(project)

    def build(project: Project) -> list[str]:
        caplog.clear()
        with caplog.at_level(logging.WARNING, "mkdocs.plugins.press"):
            reading.prove_the_rest(project, ledger_so_far(project, katex))
        return [record.message.partition(": ")[0] for record in caplog.records]

    assert build(project) == ["docs/learn/losses.md:3"]
    assert build(project) == []
    assert build(checkout()) == []
    assert build(checkout(steps="410")) == ["docs/learn/losses.md:3"]


def test_the_mark_of_a_block_tells_the_worst_of_what_is_in_it(
    checkout: Checkout, katex: Katex
) -> None:
    project = checkout(steps="410")
    number, code = (entry.anchor for entry in ledger_so_far(project, katex).entries[:2])

    def states(comment: str) -> str:
        return marks.filled(comment, ledger_so_far(project, katex), project)

    both = f"<!--mark {code} {number}-->"
    assert 'data-state="open">being checked; 1 number</a>' in states(both)
    prove(project, ledger_so_far(project, katex))
    assert 'data-state="differs">ran: 1 result compared; 1 number</a>' in states(both)
    assert 'data-state="differs"></a>' in states(f"<!--check {number}-->")
    assert "data-state" not in states(f"<!--mark {code}-->")


def test_a_page_is_made_when_somebody_asks_for_it(checkout: Checkout) -> None:
    project, begun = checkout(), []
    asked = "/reference/source/snippets/losses/"
    reading = Reading(project)
    app = reading.answering(project, lambda environ, _: [environ["PATH_INFO"].encode()])
    assert app({"PATH_INFO": asked}, None) == [asked.encode()]  # the site's own answer
    made = {"reference/source/snippets/losses.md": "# losses"}
    reading.made_when_asked = made.get
    assert app({"PATH_INFO": asked}, lambda *head: begun.append(head)) == [b"# losses"]
    assert begun == [("200 OK", [("Content-Type", "text/html; charset=utf-8")])]


def test_a_server_makes_a_page_of_the_ledger_as_far_as_it_is_proven(
    checkout: Checkout, katex: Katex
) -> None:
    project = checkout(steps="410")
    before = made_when_asked("ledger/losses.md", ledger_so_far(project, katex), project)
    prove(project, ledger_so_far(project, katex))
    after = made_when_asked("ledger/losses.md", ledger_so_far(project, katex), project)
    assert before is not None
    assert after is not None
    assert '<link rel="stylesheet" href="../../stylesheets/site.css">' in before
    assert before.count("This machine has not checked it yet") == 3
    assert after.count("This machine has not checked it yet") == 0
    assert "the page says 410, home.home_run.steps is 400" in after
    assert made_when_asked("ledger/neuron.md", ledger_so_far(project, katex), project) is None
