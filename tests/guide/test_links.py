"""A dead link of the built site is named by the source line that wrote it."""

from pathlib import Path

import pytest

from guide.publishing.project import Project
from guide.publishing.website.links import dead_links


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs/learn").mkdir(parents=True)
    source = "# A\n\nGood: [b](b.md), [part](#part).\n\nBad: [x](x.md), [y](b.md#nowhere).\n"
    (tmp_path / "docs/learn/a.md").write_text(source, encoding="utf-8")
    (tmp_path / "docs/learn/b.md").write_text('# B\n\n<img src="../none.png">\n', encoding="utf-8")
    for name in ("learn/a", "learn/b"):
        (tmp_path / "site" / name).mkdir(parents=True)
    return Project(tmp_path)


def built(project: Project, a: str, b: str = "") -> list[str]:
    site = project.root / "site"
    (site / "learn/a/index.html").write_text(f'<h1 id="part">A</h1>{a}', encoding="utf-8")
    (site / "learn/b/index.html").write_text(f"<h1>B</h1>{b}", encoding="utf-8")
    return [str(fault) for fault in dead_links(site, project)]


def test_living_links_pass(project: Project) -> None:
    links = '<a href="../b/">b</a><a href="#part">p</a><a href="https://example.org/x">o</a>'
    assert built(project, links + '<a href=".">self</a><a href="mailto:x@example.org">m</a>') == []


def test_a_missing_page_is_named_by_its_markdown_line(project: Project) -> None:
    [fault] = built(project, '<a href="../x/">x</a>')
    assert fault.startswith("docs/learn/a.md:5: the link '../x/' leads to '/learn/x'")


def test_a_missing_anchor_is_named_by_its_markdown_line(project: Project) -> None:
    [fault] = built(project, '<a href="../b/#nowhere">y</a>')
    assert fault.startswith("docs/learn/a.md:5: ")
    assert "asks for an anchor #nowhere" in fault


def test_a_state_of_the_playground_is_no_anchor(project: Project) -> None:
    assert built(project, '<a href="../b/#v=1&amp;rate=2">s</a>') == []
    [fault] = built(project, '<a href="../x/#v=1&amp;rate=2">s</a>')
    assert "leads to '/learn/x'" in fault


def test_raw_html_images_are_followed_too(project: Project) -> None:
    [fault] = built(project, "", '<img src="../none.png">')
    assert fault.startswith("docs/learn/b.md:3: ")


def test_the_page_for_missing_addresses_links_from_the_root(project: Project) -> None:
    missing = '<base href="/guide/"><a href="./">home</a><a href="learn/b/">b</a>'
    (project.root / "site/index.html").write_text("<h1>Home</h1>", encoding="utf-8")
    (project.root / "site/404.html").write_text(missing, encoding="utf-8")
    assert built(project, "") == []
    (project.root / "site/404.html").write_text(missing + '<a href="b/">b</a>', encoding="utf-8")
    [fault] = built(project, "")
    assert fault.startswith("site/404.html:1: the link 'b/' leads to '/b'")
