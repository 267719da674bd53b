"""Every page has a title and a description of its own, which tell it from all others."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from guide.publishing.project import HERE
from guide.publishing.reference.places import names_on

SITE = HERE.root / "site"
LONGEST = 155  # characters of a description that search engines show
TITLE = re.compile(r"<title>(.*?)</title>")
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
REFERENCE = sorted((HERE.docs / "reference").glob("*.md"))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The HTML of each page by its address; the page for missing ones has no address."""
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    files = {path for path in SITE.rglob("*.html") if path != SITE / "404.html"}
    return {
        path.parent.relative_to(SITE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(files)
    }


def each(pattern: re.Pattern[str], pages: dict[str, str]) -> dict[str, str]:
    """Return the one text on each page that the pattern finds."""
    found = {address: pattern.findall(PERMALINK.sub("", html)) for address, html in pages.items()}
    assert [address for address, texts in found.items() if len(texts) != 1] == []
    return {address: unescape(TAG.sub("", texts[0])).strip() for address, texts in found.items()}


def repeated(texts: dict[str, str]) -> list[str]:
    return [text for text, times in Counter(texts.values()).items() if times > 1]


def test_no_two_pages_have_one_title(pages: dict[str, str]) -> None:
    assert repeated(each(TITLE, pages)) == []


def test_no_two_pages_have_one_first_heading(pages: dict[str, str]) -> None:
    shown = {address: html for address, html in pages.items() if "reference/source/" not in address}
    assert repeated(each(HEADING, shown)) == []


def test_every_page_says_in_one_sentence_what_it_is_about(pages: dict[str, str]) -> None:
    said = each(DESCRIPTION, pages)
    assert repeated(said) == []
    assert {page: text for page, text in said.items() if not 0 < len(text) <= LONGEST} == {}
    assert [page for page, text in said.items() if not text.endswith(".")] == []


@pytest.mark.parametrize("page", REFERENCE, ids=lambda path: path.stem)
def test_a_page_of_the_package_says_so_in_its_title(page: Path) -> None:
    """Chapters and the reference share subjects; in a list of results only titles tell them."""
    text = page.read_text(encoding="utf-8")
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    assert title
    assert title[1].endswith(" API") == bool(names_on(text))
    if names_on(text):
        navigation = (HERE.root / "mkdocs.yml").read_text(encoding="utf-8")
        assert f"- {title[1]}: reference/{page.name}\n" in navigation
