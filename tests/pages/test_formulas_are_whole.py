"""Every formula of the built site has the parts that MathML asks for."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

SITE = Path(__file__).parents[2] / "site"
PARTS = {
    "mfrac": 2,
    "mroot": 2,
    "msub": 2,
    "msup": 2,
    "munder": 2,
    "mover": 2,
    "msubsup": 3,
    "munderover": 3,
}


def incomplete(page: str) -> Iterator[str]:
    for formula in re.findall(r"<math\b.*?</math>", page, re.DOTALL):
        for element in ET.fromstring(formula.replace("&nbsp;", "&#160;")).iter():
            name = element.tag.rpartition("}")[2]
            if len(element) != PARTS.get(name, len(element)):
                yield ET.tostring(element, encoding="unicode")


def test_formulas_are_whole() -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in SITE.rglob("*.html")}
    if not pages:
        pytest.fail("site/ is not built: run `make site` first")
    assert sum(page.count("<mfrac") for page in pages.values()) > 0
    assert [f"{path}: {part}" for path, page in pages.items() for part in incomplete(page)] == []


def test_a_fraction_without_its_second_part_is_found() -> None:
    whole = "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"
    assert list(incomplete(whole)) == []
    assert list(incomplete(whole.replace("<mi>b</mi>", ""))) == ["<mfrac><mi>a</mi></mfrac>"]
