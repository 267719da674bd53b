"""Source pages show files as they are, with an anchor for every line."""

import re
from html import unescape
from pathlib import Path

import pytest

from guide.publishing.project import Project
from guide.publishing.sources import relative_url, shown_sources, source_markdown, source_page

SOURCE = '"""Doc with ``` and ~~~ and --8<-- "x".\n\n    <b>&amp;</b>\n"""\n\n\nx = 1\n'


def test_a_source_page_shows_every_character_and_line(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_text(SOURCE)
    page = source_markdown(Project(tmp_path), "src/a.py")
    code = re.search(r'<pre tabindex="0">(.*?)</pre>', page, re.DOTALL)
    assert code is not None
    assert unescape(re.sub(r"<[^>]+>", "", code[1])) == SOURCE
    assert [f'id="line-{n}"' in page for n in range(1, 9)] == [True] * 7 + [False]
    assert "```" not in page
    assert "~~~" not in page


@pytest.mark.parametrize(
    ("target", "page", "url"),
    [
        ("ledger.md", "index.md", "ledger/"),
        ("ledger.md", "learn/a.md", "../../ledger/"),
        ("index.md", "learn/a.md", "../../"),
        ("learn/b.md", "learn/a.md", "../b/"),
        ("practice/lab.py", "learn/a.md", "../../practice/lab/"),
        (source_page("src/a.py"), "learn/a.md", "../../reference/source/src/a.py/"),
    ],
)
def test_pages_are_addressed_as_folders(target: str, page: str, url: str) -> None:
    assert relative_url(target, page) == url


def test_the_whole_package_is_shown(tmp_path: Path) -> None:
    (tmp_path / "src/nnbyhand").mkdir(parents=True)
    (tmp_path / "src/nnbyhand/shapes.py").write_text("")
    shown = shown_sources(Project(tmp_path), ["snippets/a/b.py", "snippets/a/b.py"])
    assert shown == ["snippets/a/b.py", "src/nnbyhand/shapes.py"]
