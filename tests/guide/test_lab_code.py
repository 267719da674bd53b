"""Labs show their code without what draws, and copy it with it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from guide.errors import PublishingError
from guide.publishing.labs.code import LabCode, alternative, without_description
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.press import Press
from guide.publishing.project import Project
from guide.publishing.typesetting.katex import Katex

CELL = """# alt: Two lines,
#   one above the other.
import numpy as np

x = np.arange(3)


def draw(ax: Axes) -> None:
    ax.plot(x)


# One line.
fig, ax = plt.subplots()
draw(ax)
plt.show()

y = x + 1
"""
PLAIN = CELL.split("\n", 2)[2]


@pytest.fixture
def shown(tmp_path: Path) -> LabCode:
    (tmp_path / "docs/practice").mkdir(parents=True)
    lab = "# %%\n" + CELL + "draw(print)"
    (tmp_path / "docs/practice/lab.py").write_text(lab, encoding="utf-8")
    project = Project(tmp_path)
    return LabCode(Press(project, Ledger(()), Katex(project), page="practice/lab.py"))


def cell(code: str) -> Tag:
    pre = BeautifulSoup(f"<pre><span></span>{code}</pre>", "html.parser").pre
    assert pre
    return pre


def test_what_draws_is_folded(shown: LabCode) -> None:
    block = BeautifulSoup(shown.html(cell(CELL)), "html.parser")
    (folded,) = block("details")
    assert folded.summary
    assert folded.summary.text == "Plotting code"
    assert folded.code
    assert folded.code.text.strip() == PLAIN[PLAIN.index("def draw") : PLAIN.index("\n\ny =")]
    seen = [code.text.strip() for code in block("code") if code.find_parent("details") is None]
    assert seen == ["import numpy as np\n\nx = np.arange(3)", "y = x + 1"]


def test_a_copy_is_the_whole_cell_without_its_description(shown: LabCode) -> None:
    block = BeautifulSoup(shown.html(cell(CELL)), "html.parser")
    assert "".join(code.text for code in block("code")) == PLAIN == without_description(CELL)


def test_no_blank_line_stands_on_top_of_a_part(shown: LabCode) -> None:
    block = BeautifulSoup(shown.html(cell(CELL)), "html.parser")
    for blank in block("span", hidden=True):
        assert not blank.extract().text.strip()
    assert not any(code.text.startswith("\n") for code in block("code"))


def test_what_was_drawn_with_before_draws_in_later_cells(shown: LabCode) -> None:
    shown.html(cell(CELL))
    assert "<details" in shown.html(cell("draw(ax)"))
    assert "<details" not in shown.html(cell("x = y"))


def test_a_statement_that_draws_and_prints_is_named(shown: LabCode) -> None:
    shown.html(cell(CELL))
    with pytest.raises(PublishingError, match=r"^docs/practice/lab\.py:19: .*draws and prints"):
        shown.html(cell("draw(print)"))


def test_a_description_is_one_line() -> None:
    assert alternative(CELL) == "Two lines, one above the other."
    assert alternative(PLAIN) is None
