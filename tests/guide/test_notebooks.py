"""Labs look like chapters: nothing of nbconvert is left but the content."""

import base64
import ntpath
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbclient.exceptions import CellExecutionError

from guide.errors import PublishingError
from guide.publishing.labs import notebooks
from guide.publishing.labs.notebooks import as_chapter, downloadable, fault_of
from guide.publishing.ledger.ledger import Ledger
from guide.publishing.press import Press
from guide.publishing.project import HERE, Project
from guide.publishing.typesetting.katex import Katex

LAB = """# %% [markdown]
# # Explore

# %%
# alt: A line that climbs
#   from left to right.
plot()

# %%
print(1 / 0)
"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<path d="M 0 0 L 9 9" style="stroke: {color}; fill: none"/></svg>'
)
CELL = '<div class="jp-Cell jp-Notebook-cell">{}</div>'
PROSE = '<div class="jp-MarkdownOutput">{}</div>'
CODE = '<div class="highlight-ipynb"><pre><span></span>{}\n</pre></div>'
OUTPUT = '<div class="jp-OutputArea-output">{}</div>'
TITLE = '<h1 id="explore">Explore<a class="anchor-link" href="#explore">¶</a></h1>'
DRAWING_CELL = "# alt: A line that climbs\n#   from left to right.\nplot()"


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    (tmp_path / "docs/practice").mkdir(parents=True)
    (tmp_path / "docs/practice/lab.py").write_text(LAB, encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(HERE.root / "node_modules")
    project = Project(tmp_path)
    katex = Katex(project)
    yield Press(project, Ledger(()), katex, page="practice/lab.py")
    katex.close()


def lab(*cells: str) -> str:
    styles = "<style>.jp { color: red }</style><script>alert(1)</script>"
    return styles + "".join(CELL.format(cell) for cell in (PROSE.format(TITLE), *cells))


def drawing(color: str) -> str:
    """Return the two drawings of a figure, for a column and for a phone, as a kernel sends them."""
    both = SVG.format(color=color) + SVG.replace("0 0 10 10", "0 0 5 20").format(color=color)
    encoded = base64.b64encode(both.encode()).decode()
    return OUTPUT.format(f'<img src="data:image/svg+xml;base64,{encoded}">')


def test_styles_scripts_and_wrappers_are_gone(press: Press) -> None:
    page = as_chapter(lab(CODE.format("x = 1") + OUTPUT.format("<pre>1 &lt; 2\n</pre>")), press)
    assert "jp-" not in page
    assert "<style" not in page
    assert "<script" not in page
    opened = '<div class="language-python highlight" data-run="lab:1">'
    assert f"{opened}<pre><code>x = 1\n</code></pre></div>" in page
    assert "<samp><span>1 &lt; 2</span></samp>" in page


def test_what_a_cell_prints_is_one_text_in_however_many_pieces_it_came(press: Press) -> None:
    printed = "\n<pre>{}\n</pre>\n"
    whole, pieces = (
        CODE.format(DRAWING_CELL)
        + "".join(OUTPUT.format(printed.format(words)) for words in outputs)
        + drawing("#1d4091")
        for outputs in (["one\ntwo"], ["one", "two"])
    )
    assert as_chapter(lab(pieces), press) == as_chapter(lab(whole), press)


def test_the_notebook_is_offered_below_the_title(press: Press) -> None:
    page = as_chapter(lab(), press)
    assert page.index("</h1>") < page.index('href="../lab.ipynb" download')


def test_formulas_are_set_and_links_lead_to_pages(press: Press) -> None:
    words = '<p>At $z = 0$, <code>$HOME</code>: <a href="../learn/a.md#part">see</a></p>'
    page = press.filled(as_chapter(lab(PROSE.format(words)), press))
    assert "<math" in page
    assert "$HOME" in page
    assert 'href="../../learn/a/#part"' in page


def test_links_lead_to_pages_from_windows_too(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = BeautifulSoup('<p><a href="../learn/a.md#part">see</a></p>', "html.parser")
    monkeypatch.setattr(os, "path", ntpath)
    assert 'href="../../learn/a/#part"' in notebooks._prose(cell, press)  # noqa: SLF001  (the rest writes files)


def test_tables_scroll_in_a_box_as_those_of_chapters(press: Press) -> None:
    page = as_chapter(lab(PROSE.format("<table><tr><td>1</td></tr></table>")), press)
    assert '<div class="table"><table class="data"><tr><td>1</td></tr></table></div>' in page


def test_sentences_that_a_cell_prints_wrap_and_tables_do_not(press: Press) -> None:
    table = "rate   one   two  three\n 0.1   0.5   0.5    0.5"
    for printed, name in ((table, "lab-output lab-columns"), ("at rate   0.1", "lab-output")):
        page = as_chapter(lab(CODE.format("x = 1") + OUTPUT.format(f"<pre>{printed}</pre>")), press)
        (output,) = BeautifulSoup(page, "html.parser").select(".lab-output")
        assert " ".join(output["class"]) == name
        assert output.get_text() == printed


def test_figures_follow_the_page_and_are_described(press: Press) -> None:
    page = as_chapter(lab(CODE.format(DRAWING_CELL) + drawing("#1d4091")), press)
    figure = BeautifulSoup(page, "html.parser").select_one(".lab-figure .nn-drawing")
    assert figure
    drawings = figure.select(
        ".nn-wide svg[viewbox='0 0 10 10'], .nn-narrow svg[viewbox='0 0 5 20']"
    )
    assert [svg["aria-label"] for svg in drawings] == ["A line that climbs from left to right."] * 2
    assert page.count("var(--nn-series-1, #1d4091)") == 2


def test_the_description_of_a_figure_is_not_shown_as_code(press: Press) -> None:
    page = as_chapter(lab(CODE.format(DRAWING_CELL) + drawing("#1d4091")), press)
    assert "# alt" not in page
    assert "from left to right.\n" not in page
    assert "# alt" not in downloadable(press.project.docs / "practice/lab.py")


def test_a_figure_without_description_is_named(press: Press) -> None:
    with pytest.raises(PublishingError, match=r"^docs/practice/lab\.py:7: this cell draws"):
        as_chapter(lab(CODE.format("plot()") + drawing("#1d4091")), press)


def test_a_foreign_color_is_named(press: Press) -> None:
    with pytest.raises(PublishingError, match=r"^docs/practice/lab\.py:5: .*#123456"):
        as_chapter(lab(CODE.format(DRAWING_CELL) + drawing("#123456")), press)


def test_a_failing_cell_is_named_by_its_line(press: Press) -> None:
    arrow = "\x1b[32m----> 1\x1b[39m print(1 / 0)"
    failure = CellExecutionError(arrow, "ZeroDivisionError", "division by zero")
    fault = fault_of(failure, press)
    assert str(fault) == "docs/practice/lab.py:10: ZeroDivisionError: division by zero"


def test_the_download_is_a_notebook_and_always_the_same(press: Press) -> None:
    path = press.project.docs / "practice/lab.py"
    assert downloadable(path) == downloadable(path)
    assert '"nbformat"' in downloadable(path)
