"""In the finished site every proven piece carries its mark, and the ledger lists it."""

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from guide.publishing.ledger.ledger import PAGE, ledger_page
from guide.publishing.pieces.piece import Entry
from guide.publishing.pieces.sections import section
from guide.publishing.press import start
from guide.publishing.project import HERE

SITE = HERE.root / "site"
ENTRIES = start(HERE).ledger.entries


@cache
def page(name: str) -> str:
    stem = name.removesuffix(".md")
    path = SITE / "index.html" if stem == "index" else SITE / stem / "index.html"
    if not path.is_file():
        pytest.fail(f"{path} is not built: run `make site` first")
    return path.read_text(encoding="utf-8")


def text(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def named(entry: Entry) -> str:
    return entry.anchor


def marks(name: str) -> list[dict[str, str]]:
    """Return the attributes of all marks of a page, and where each stands as `at`."""
    found = re.finditer(r'<a (class="proof[ "][^>]*)>', page(name))
    return [dict(re.findall(r'([\w-]+)="([^"]*)"', m[1])) | {"at": str(m.start())} for m in found]


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_a_piece_stands_in_one_marked_block_and_has_a_row(entry: Entry) -> None:
    block = [mark for mark in marks(entry.piece.page) if entry.anchor in mark["data-of"].split()]
    assert len(block) == 1
    address, _, row = block[0]["href"].rpartition("/#")
    assert address.endswith(ledger_page(entry.piece.page).removesuffix(".md"))
    assert row == block[0]["data-of"].split()[0]
    assert page(entry.piece.page).count(f'id="{entry.anchor}"') == 1
    listed = re.search(rf'<li id="{entry.anchor}">.*?</li>', ledger(entry), re.DOTALL)
    assert listed is not None
    assert text(listed[0]).startswith(entry.piece.text if entry.piece.kind == "number" else "")
    for said in (entry.proof.what, entry.proof.sentence):
        assert said.replace("`", "") in text(listed[0])


def ledger(entry: Entry) -> str:
    return page(ledger_page(entry.piece.page))


def test_every_number_says_what_it_is() -> None:
    rows = [
        (entry.piece.page, entry.piece.text, entry.proof.what, entry.proof.sentence)
        for entry in ENTRIES
        if entry.piece.kind == "number"
    ]
    fields = {(e.piece.text, e.piece.reference) for e in ENTRIES if e.piece.kind == "number"}
    assert len({row[1:] for row in rows}) >= 0.98 * len(fields)


@pytest.mark.parametrize("name", sorted({entry.piece.page for entry in ENTRIES}))
def test_of_the_marks_of_a_section_tab_stops_at_the_first(name: str) -> None:
    heads = [0, *(match.start() for match in re.finditer(r"<h2[ >]", page(name)))]
    section = [max(head for head in heads if head <= int(mark["at"])) for mark in marks(name)]
    stops = [mark.get("tabindex") != "-1" for mark in marks(name)]
    firsts = [before != here for before, here in zip([None, *section], section, strict=False)]
    assert stops == firsts


@pytest.mark.parametrize(
    "entry", [entry for entry in ENTRIES if entry.piece.kind == "code"], ids=named
)
def test_the_code_that_ran_is_the_code_that_readers_see(entry: Entry) -> None:
    name, part = section(HERE.snippets, entry.piece.reference, "", 0)
    lines = (HERE.snippets / name).read_text(encoding="utf-8").splitlines()
    ran = "\n".join(lines[part.first - 1 : part.last] if part else lines)
    blocks = re.findall(
        r"<pre>(?:<span></span>)?<code>(.*?)</code></pre>", page(entry.piece.page), re.DOTALL
    )
    assert ran.strip("\n") in {text(block).strip("\n") for block in blocks}


ROWS = r"<td><strong>([\d,]+)</strong></td>\s*<td>(.*?)</td>"
SENTENCE = r"([\d,]+) (equations|numbers|code blocks|figures|tables)"


@pytest.mark.parametrize(("name", "counts"), [("index.md", SENTENCE), ("ledger.md", ROWS)])
def test_home_and_the_overview_count_what_the_ledger_holds(name: str, counts: str) -> None:
    found = {
        text(kind).removesuffix(" blocks").capitalize(): int(count.replace(",", ""))
        for count, kind in re.findall(counts, page(name))
    }
    counted = Counter(entry.piece.kind for entry in ENTRIES)
    assert found == {
        "Equations": counted["equation"],
        "Numbers": counted["number"],
        "Code": counted["code"],
        "Figures": counted["figure"],
        "Tables": counted["table"],
    }


def test_the_overview_leads_to_every_page_of_the_ledger() -> None:
    rows = re.findall(r'<td><a href="([\w-]+)/">.*?</a></td>\s*<td>([\d,]+)</td>', page(PAGE))
    counted = Counter(ledger_page(entry.piece.page) for entry in ENTRIES)
    assert {f"ledger/{name}.md": int(count.replace(",", "")) for name, count in rows} == counted


def test_the_search_leaves_the_ledger_out() -> None:
    index = json.loads((SITE / "search/search_index.json").read_text(encoding="utf-8"))
    assert not [each["location"] for each in index["docs"] if each["location"].startswith("ledger")]
    assert index["docs"]


def test_no_piece_is_left_as_its_author_wrote_it() -> None:
    for path in Path(SITE).rglob("*.html"):
        seen = path.read_text(encoding="utf-8")
        assert "data-number" not in seen, path
        assert "\ue000" not in seen, path
        assert 'class="arithmatex"' not in seen, path
        assert not re.search(r"<(?:p|code)>--8&lt;--", seen), path
