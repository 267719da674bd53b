"""Source pages show files as they are, with an anchor for every line."""

import re
from html import unescape
from pathlib import Path

import pytest

from guide.publishing.project import Project
from guide.publishing.reference.sources import relative_url, source_pages, source_place

SOURCE = '"""Doc with ``` and ~~~ and --8<-- "x".\n\n    <b>&amp;</b>\n"""\n\n\nx = 1\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("src/guide/a.py", "src/nnbyhand/shapes.py", "snippets/losses/huber.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SOURCE, encoding="utf-8")
    (tmp_path / "snippets/losses/huber.tex").write_text("% identity\nx = x\n", encoding="utf-8")
    return Project(tmp_path)


def test_a_source_page_shows_every_character_and_line(project: Project) -> None:
    page = source_pages(project, ["src/guide/a.py"])["reference/source/src/guide/a.py.md"]
    code = re.search(r'<pre tabindex="0">(.*?)</pre>', page, re.DOTALL)
    assert code is not None
    assert unescape(re.sub(r"<[^>]+>", "", code[1])) == SOURCE
    assert [f'id="a-py-{n}"' in page for n in range(1, 9)] == [True] * 7 + [False]
    assert "```" not in page
    assert "~~~" not in page


def test_the_snippets_of_a_chapter_share_a_page_and_the_package_is_shown_whole(
    project: Project,
) -> None:
    proving = ["snippets/losses/huber.tex", "snippets/losses/huber.py"]
    pages = source_pages(project, [*proving, *proving])
    assert list(pages) == [
        "reference/source/snippets/losses.md",
        "reference/source/src/nnbyhand/shapes.py.md",
    ]
    shared = pages["reference/source/snippets/losses.md"]
    assert "## huber.py\n" in shared
    assert "## huber.tex\n" in shared
    for path in proving:
        page, _, anchor = source_place(path, 2).partition("#")
        assert f'id="{anchor}"' in pages[page]


@pytest.mark.parametrize(
    ("target", "page", "url"),
    [
        ("ledger.md", "index.md", "ledger/"),
        ("ledger.md#rows", "learn/a.md", "../../ledger/#rows"),
        ("index.md", "learn/a.md", "../../"),
        ("learn/b.md", "learn/a.md", "../b/"),
        ("practice/lab.py", "learn/a.md", "../../practice/lab/"),
        (
            source_place("src/guide/a.py", 7),
            "learn/a.md",
            "../../reference/source/src/guide/a.py/#a-py-7",
        ),
    ],
)
def test_pages_are_addressed_as_folders(target: str, page: str, url: str) -> None:
    assert relative_url(target, page) == url
