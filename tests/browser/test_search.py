"""Learners find the page that answers them among the first results of the search.

The queries were written before anybody had looked at what the search finds. They stay as they are:
a query that fails says that a page lacks the word by which learners know its subject.
"""

import asyncio
import json
from pathlib import Path

from playwright.async_api import Page, expect
from static_server import serving
from visits import SITE, browsing

QUERIES = json.loads(Path(__file__).with_name("search_queries.json").read_text(encoding="utf-8"))
LOOKED_AT = 3  # results
LEAST_FOUND = 38
RESULT = ".md-search-result__item"
FIRST_PAGES = f"""() => [...document.querySelectorAll("{RESULT}")].slice(0, {LOOKED_AT})
  .map((result) => new URL(result.querySelector("a").href).pathname.slice(1))"""


async def first_pages(page: Page, query: str) -> list[str]:
    """Type a query, and return the pages of the first results."""
    box = page.get_by_role("textbox", name="Search")
    answer = page.locator(".md-search-result__meta")
    await box.fill("")
    await expect(page.locator(RESULT)).to_have_count(0)  # those of the query before are gone
    await box.fill(query)
    found = page.locator(RESULT).first
    await expect(found.or_(answer.get_by_text("No matching documents"))).to_be_visible()
    pages: list[str] = await page.evaluate(FIRST_PAGES)
    return pages


async def answers() -> dict[str, list[str]]:
    """Return the first pages that the search of the home page shows for each query."""
    with serving(SITE) as served:
        async with browsing() as browser:
            page = await browser.new_page(viewport={"width": 1440, "height": 900})
            await page.goto(served.origin)
            await page.get_by_role("textbox", name="Search").click()
            return {asked["query"]: await first_pages(page, asked["query"]) for asked in QUERIES}


def test_learners_find_the_page_that_answers_them() -> None:
    assert len({asked["query"] for asked in QUERIES}) == 40
    for address in {address for asked in QUERIES for address in asked["best"]}:
        assert (SITE / address / "index.html").is_file(), f"there is no page {address}"
    shown = asyncio.run(answers())
    missed = {
        asked["query"]: shown[asked["query"]]
        for asked in QUERIES
        if not {*shown[asked["query"]]} & {*asked["best"]}
    }
    assert len(QUERIES) - len(missed) >= LEAST_FOUND, f"missed, with what was shown: {missed}"
