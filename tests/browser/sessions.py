"""A reader's session: a browser with certain settings opens a page, and the test does the rest."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Locator, Page
from static_server import serving
from visits import SITE, browsing

Reading = Callable[[Page], Awaitable[None]]


def read(path: str, reading: Reading, **browser_settings: Any) -> None:  # noqa: ANN401
    """Open a page of the site as a reader with these settings, and do what `reading` says."""

    async def session() -> None:
        async with browsing() as browser:
            context = await browser.new_context(**browser_settings)
            page = await context.new_page()
            await page.goto(served.origin + path, wait_until="networkidle")
            if browser_settings.get("java_script_enabled", True):
                # On a busy machine the network may rest before the page is alive.
                await page.wait_for_selector("html[data-mounted]", state="attached")
            await reading(page)

    with serving(SITE) as served:
        asyncio.run(session())


async def two_frames(page: Page) -> None:
    """Wait until the page has drawn twice: what it had in hand by now is done."""
    await page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def button(page: Page, name: str) -> Locator:
    """Return the button with this name."""
    return page.get_by_role("button", name=name)
