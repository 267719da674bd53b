"""Learners find the page that answers them among the first results of the search.

The queries were written before anybody had looked at what the search finds. They stay as they are:
a query that fails says that a page lacks the word by which learners know its subject.
"""

import asyncio
import json
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from static_server import serving
from visits import SITE, browsing

QUERIES = json.loads(Path(__file__).with_name("search_queries.json").read_text(encoding="utf-8"))
LOOKED_AT = 3  # results
LEAST_FOUND = 38
SUBJECTS = ("activations", "losses", "optimizers", "initialization", "dropout", "cross-entropy")
OBJECTS = ("nn.train", "nn.Adam", "LeakyReLU", "one_hot", "CosineDecay", "gradient_check")
RESULT = ".md-search-result__item"
FIRST_PAGES = f"""() => [...document.querySelectorAll("{RESULT}")].slice(0, {LOOKED_AT})
  .map((result) => new URL(result.querySelector("a").href).pathname.slice(1))"""


async def first_pages(page: Page, query: str) -> list[str]:
    """Type a query, and return the pages of the first results."""
    await type_in(page, "")
    await expect(page.locator(RESULT)).to_have_count(0)  # those of the query before are gone
    await type_in(page, query)
    answer = page.locator(".md-search-result__meta")
    found = page.locator(RESULT).first
    await expect(found.or_(answer.get_by_text("No matching documents"))).to_be_visible()
    pages: list[str] = await page.evaluate(FIRST_PAGES)
    return pages


async def type_in(page: Page, query: str) -> None:
    box = page.get_by_role("textbox", name="Search")
    await box.fill(query)
    await box.press("End")  # the search looks at its box when a key goes up


async def ask(queries: list[str]) -> dict[str, list[str]]:
    """Return the first pages that the search of the home page shows for each query."""
    with serving(SITE) as served:
        async with browsing() as browser:
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            await page.goto(served.origin)
            await page.get_by_role("textbox", name="Search").click()
            await expect(page.get_by_text("Type to start searching")).to_be_visible(timeout=60_000)
            return {query: await first_pages(page, query) for query in queries}


@pytest.fixture(scope="module")
def shown() -> dict[str, list[str]]:
    """What the search shows first, for all queries of this file."""
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    return asyncio.run(ask([*(asked["query"] for asked in QUERIES), *SUBJECTS, *OBJECTS]))


def test_the_queries_are_forty_and_their_pages_exist() -> None:
    assert len({asked["query"] for asked in QUERIES}) == 40
    best = {address for asked in QUERIES for address in asked["best"]}
    assert [address for address in best if not (SITE / address / "index.html").is_file()] == []


def test_learners_find_the_page_that_answers_them(shown: dict[str, list[str]]) -> None:
    missed = {
        asked["query"]: shown[asked["query"]]
        for asked in QUERIES
        if not {*shown[asked["query"]]} & {*asked["best"]}
    }
    assert len(QUERIES) - len(missed) >= LEAST_FOUND, f"missed, with what was shown: {missed}"


def test_a_subject_leads_to_its_chapter_before_the_reference(shown: dict[str, list[str]]) -> None:
    assert [query for query in SUBJECTS if not shown[query][0].startswith("learn/")] == []


def test_a_name_in_code_leads_to_the_reference_first(shown: dict[str, list[str]]) -> None:
    assert [query for query in OBJECTS if not shown[query][0].startswith("reference/")] == []
