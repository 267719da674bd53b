"""A page that is opened from a folder says how to serve it, and its links lead on all the same."""

import asyncio

from playwright.async_api import expect
from visits import SITE, browsing


def test_a_page_opened_as_a_file_leads_on() -> None:
    async def session() -> None:
        async with browsing() as browser:
            page = await browser.new_page()
            await page.goto((SITE / "learn/neuron/index.html").as_uri())
            await expect(page.locator(".opened-as-file")).to_contain_text("python -m http.server")
            ground = "getComputedStyle(document.body).backgroundColor"
            assert await page.evaluate(ground) != "rgba(0, 0, 0, 0)"  # its style is there
            await page.locator("nav.ways a[href*='forward-propagation']").click()
            await page.wait_for_url("**/learn/forward-propagation/index.html")
            await page.locator("article a[href*='activations'][href*='#']").first.click()
            await page.wait_for_url("**/learn/activations/index.html#*")

    asyncio.run(session())
