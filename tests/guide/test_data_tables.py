"""A table is boxed, and shown on a phone, by what it holds."""

import re

import pytest
from bs4 import BeautifulSoup

from guide.publishing.typesetting.data_tables import boxed

NAMES = re.compile('<div class="([^"]*)">')
SENTENCE = "the loss falls and then it rises again"
FORMULA = (
    '<span class="katex"><span class="katex-mathml"><math><mi>{0}</mi>'
    '<annotation encoding="application/x-tex">source {0}</annotation></math></span>'
    '<span class="katex-html" aria-hidden="true"><span>{0}</span></span></span>'
)


def table(*rows: list[str]) -> str:
    head, *body = rows
    names = "".join(f"<th>{name}</th>" for name in head)
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in body)
    lines = "\n".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table>\n<thead>\n<tr>{names}</tr>\n</thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def names(*rows: list[str]) -> list[str]:
    whole = table(*rows)
    match = NAMES.match(boxed(whole, whole))
    assert match
    return match[1].split()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["n", "loss"], ["1", "0.5"]], ["table"]),
        ([["n", "meaning"], ["1", SENTENCE]], ["table"]),
        ([["name"] * 3, [SENTENCE] * 3], ["table", "cards"]),
        ([["name"] * 4, [SENTENCE] * 4], ["table", "broad", "cards"]),
        ([["learning rate"] * 6, ["0.1"] * 6], ["table", "pinned"]),
        (
            [["name"] + ["of a framework"] * 4, [SENTENCE] + ["0.1"] * 4],
            ["table", "pinned", "named"],
        ),
        ([["name"] * 3, ["x", FORMULA.format("x" * 30), "y"]], ["table"]),
        ([["name"] * 3, ["x", FORMULA.format("x" * 45), "y"]], ["table", "pinned"]),
    ],
)
def test_how_a_table_is_shown_follows_from_what_it_holds(
    rows: list[list[str]], expected: list[str]
) -> None:
    assert names(*rows) == expected


def test_a_card_says_what_its_cells_are_and_that_it_is_a_row() -> None:
    whole = table(["Rate", "Too < small", "c", "d"], ["0.1", SENTENCE, SENTENCE, SENTENCE])
    box = BeautifulSoup(boxed(whole, whole), "html.parser")
    assert [part["role"] for part in box.find_all(["table", "thead", "tbody", "tr"])] == [
        "table",
        "rowgroup",
        "row",
        "rowgroup",
        "row",
    ]
    assert {name["role"] for name in box("th")} == {"columnheader"}
    first, second, *_ = box("td")
    assert (first["role"], first.get("data-label")) == ("rowheader", None)
    assert (second["role"], second["data-label"]) == ("cell", "Too < small")
    assert second.get_text() == SENTENCE


def test_what_is_held_back_stays_held_back() -> None:
    held, whole = (
        table(["n", "f"], ["1", cell]) for cell in ("<!--held 1-->", FORMULA.format("x"))
    )
    inner = held.replace("<table>", '<table class="data">')
    assert boxed(held, whole) == f'<div class="table">{inner}</div>'
