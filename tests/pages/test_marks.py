"""In the finished site every proven piece carries its mark, and the ledger lists it."""

import html
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from guide.publishing.ledger import Entry
from guide.publishing.press import start
from guide.publishing.project import HERE
from guide.publishing.sections import section

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


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_a_piece_carries_a_mark_that_leads_to_its_row(entry: Entry) -> None:
    mark = re.search(rf'<a class="proof [^"]*" id="{entry.anchor}"[^>]*>', page(entry.piece.page))
    assert mark is not None
    assert f'ledger/#in-ledger-{entry.anchor}"' in mark[0]
    assert f'data-proof="{html.escape(entry.proof.sentence)}"' in mark[0]
    assert f'id="in-ledger-{entry.anchor}"' in page("ledger.md")


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


def test_the_home_page_counts_what_the_ledger_holds() -> None:
    rows = re.findall(r"<td><strong>([\d,]+)</strong></td>\s*<td>(.*?)</td>", page("index.md"))
    counted = Counter(entry.piece.kind for entry in ENTRIES)
    assert {text(name): int(count.replace(",", "")) for count, name in rows} == {
        "Equations": counted["equation"],
        "Numbers": counted["number"],
        "Code": counted["code"],
        "Figures": counted["figure"],
        "Tables": counted["table"],
    }


def test_no_piece_is_left_as_its_author_wrote_it() -> None:
    for path in Path(SITE).rglob("*.html"):
        seen = path.read_text(encoding="utf-8")
        assert "data-number" not in seen, path
        assert "\ue000" not in seen, path
        assert 'class="arithmatex"' not in seen, path
        assert not re.search(r"<(?:p|code)>--8&lt;--", seen), path
