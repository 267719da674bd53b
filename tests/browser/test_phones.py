"""What only a phone shows: cards, first columns that stay, labs whose plotting code is folded."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Page, expect
from static_server import serving
from visits import SITE, ask, browsing

PHONE = {"viewport": {"width": 360, "height": 740}}
LAB = "/practice/logic-gates/"
# How far the first column of the first table that scrolls moves when it is scrolled to its end.
MOVED = """() => {
  const box = document.querySelector(".table.pinned");
  const first = () => box.querySelector("td").getBoundingClientRect().left;
  const before = first();
  box.scrollLeft = box.scrollWidth;
  return [box.scrollLeft, first() - before];
}"""


def on_phone(path: str, look: Callable[[Page], Awaitable[None]], **settings: Any) -> None:  # noqa: ANN401
    """Open a page as a reader with a phone, and look at it."""

    async def session() -> None:
        async with browsing() as browser:
            page = await (await browser.new_context(**PHONE | settings)).new_page()
            await page.goto(served.origin + path)
            await page.wait_for_selector("html[data-mounted]", state="attached")
            await ask(page, "layOutEverything")
            await ask(page, "settled")
            await look(page)

    with serving(SITE) as served:
        asyncio.run(session())


def test_a_card_is_a_row_of_a_table_to_screen_readers() -> None:
    async def look(page: Page) -> None:
        box = page.locator(".table.cards")
        table = box.get_by_role("table")
        await expect(table).to_have_count(1)
        await expect(table.get_by_role("columnheader")).to_have_count(6)
        await expect(table.get_by_role("row")).to_have_count(11)
        await expect(table.get_by_role("rowheader")).to_have_count(10)
        row = table.get_by_role("row").nth(1)
        await expect(row.get_by_role("cell")).to_have_count(5)
        shown = await row.get_by_role("cell").first.evaluate(
            "(cell) => getComputedStyle(cell, '::before').content"
        )
        assert shown.startswith('"Start with"')

    on_phone("/learn/hyperparameters/", look)


def test_the_first_column_stays_while_the_others_scroll() -> None:
    async def look(page: Page) -> None:
        scrolled, moved = await page.evaluate(MOVED)
        assert scrolled > 20
        assert abs(moved) < 1

    on_phone("/learn/perceptron/", look)


def test_copied_code_of_a_lab_holds_what_is_folded() -> None:
    async def look(page: Page) -> None:
        block = page.locator(".highlight:has(details)").first
        await expect(block.locator("details code")).to_be_hidden()
        await block.get_by_role("button", name="Copy").click()
        await expect(block.get_by_role("button", name="Copied")).to_be_visible()
        copied = await page.evaluate("navigator.clipboard.readText()")
        assert "plt.show()" in copied
        assert "# alt" not in copied
        compile(copied, "copied", "exec")
        await block.get_by_text("Plotting code").click()
        await expect(block.locator("details code")).to_be_visible()

    on_phone(LAB, look, permissions=["clipboard-read", "clipboard-write"])


def test_no_line_that_a_lab_prints_is_cut() -> None:
    async def look(page: Page) -> None:
        cut = await page.evaluate(
            """() => [...document.querySelectorAll(".lab-output:not(.lab-columns)")]
              .filter((box) => box.scrollWidth > box.clientWidth)
              .map((box) => box.textContent)"""
        )
        assert cut == []

    for lab in (LAB, "/practice/two-moons/", "/practice/against-scikit-learn/"):
        on_phone(lab, look)
