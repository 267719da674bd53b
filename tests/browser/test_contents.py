"""The table of contents marks what is read, on every page and by every way in."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.async_api import Page
from static_server import serving
from visits import KINDS, SITE, THOROUGH, ask, browsing

CONTENTS = Path(__file__).with_name("contents.js").read_text(encoding="utf-8").rstrip()
Faults = dict[str, list[str]]


async def look(page: Page, question: str, tried: Sequence[int] = ()) -> list[str]:
    found: list[str] = await page.evaluate(f"{CONTENTS}({list(tried)}).{question}()")
    return found


def chosen(count: int) -> list[int]:
    """Return which of so many entries are tried: all, or the first, the middle and the last two."""
    if THOROUGH:
        return [*range(count)]
    return sorted({0, count // 2, max(count - 2, 0), count - 1})


async def arrive(page: Page, address: str) -> None:
    await page.goto("about:blank")  # or a new fragment would not load the page anew
    await page.goto(address)
    await page.wait_for_selector("html[data-mounted]", state="attached")
    await ask(page, "settled")


async def try_all_ways(page: Page, address: str) -> list[str]:
    """Return what is marked wrongly on a page; nothing is asked of one without contents."""
    await arrive(page, address)
    entries = await look(page, "entries")
    if not entries:
        return ["no contents"]
    tried = chosen(len(entries))
    faults = [*await look(page, "click", tried), *await look(page, "scroll", tried)]
    middle, last = entries[len(entries) // 2], entries[-1]
    for at in tried[1:]:
        await arrive(page, address + entries[at])
        faults += await look(page, "addressed")
    await arrive(page, address)
    for anchor in (middle, last):
        await page.click(f'.md-sidebar--secondary a[href="{anchor}"]')
        await ask(page, "settled")
    await page.go_back()
    await ask(page, "settled")
    faults += [f"back on the page: {fault}" for fault in await look(page, "addressed")]
    await page.goto("about:blank")
    await page.go_back()
    await page.wait_for_selector("html[data-mounted]", state="attached")
    await ask(page, "settled")
    faults += [f"back from elsewhere: {fault}" for fault in await look(page, "addressed")]
    return faults


async def try_pages(paths: list[str], origin: str) -> Faults:
    free = asyncio.Semaphore(os.cpu_count() or 1)
    async with browsing() as browser:
        context = await browser.new_context(**KINDS["light"])

        async def one(path: str) -> list[str]:
            async with free, await context.new_page() as page:
                return await try_all_ways(page, origin + path)

        return dict(zip(paths, await asyncio.gather(*map(one, paths)), strict=True))


@pytest.fixture(scope="session")
def contents(site_pages: list[str]) -> Faults:
    pages = [path for path in site_pages if "/source/" not in path and path != "/404.html"]
    with serving(SITE) as served:
        return asyncio.run(try_pages(pages, served.origin))


def test_contents_mark_what_is_read(contents: Faults) -> None:
    with_contents = {page: faults for page, faults in contents.items() if faults != ["no contents"]}
    assert len(with_contents) > 30
    assert {page: faults for page, faults in with_contents.items() if faults} == {}
