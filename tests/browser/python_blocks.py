"""Blocks of code that run in the page: how tests find, fill and run them."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import BrowserContext, Locator, Page, expect
from static_server import Served, serving
from visits import SITE, browsing

CHAPTER = "/learn/neuron/"
LAB = "/practice/logic-gates/"
# What has been fetched that only running and editing needs, by the names of the files.
FETCHED = """() => performance.getEntriesByType("resource")
  .map(({ name }) => new URL(name).pathname)
  .filter((path) => /\\/(javascripts|assets)\\/python\\/|python\\.css/.test(path))
  .map((path) => path.split("/").at(-1))"""
STARTED = 120_000  # ms; Python starts in two or three seconds, on a busy machine in many more
Session = Callable[[Page, Served], Awaitable[None]]


def on_page(path: str, session: Session, *, allowed: bool = True, **settings: Any) -> None:  # noqa: ANN401
    """Open a page as a reader does who has, or has not, said yes to fetching Python."""

    async def run() -> None:
        async with browsing() as browser:
            context = await browser.new_context(**settings)
            await leave_out_other_hosts(context, served.origin)
            if allowed:
                yes = 'localStorage.setItem("nnbyhand.python", "allowed")'
                await context.add_init_script(f"try {{ {yes} }} catch {{}}")
            page = await context.new_page()
            await open_page(page, served.origin + path)
            await session(page, served)

    with serving(SITE) as served:
        asyncio.run(run())


async def leave_out_other_hosts(context: BrowserContext, origin: str) -> None:
    """Let no request leave the machine, wherever the tests run."""
    elsewhere = re.compile(rf"^https?://(?!{re.escape(origin.partition('//')[2])}/)")
    await context.route(elsewhere, lambda route: route.abort())


async def open_page(page: Page, address: str) -> None:
    """Go to a page, and wait until its blocks have their buttons."""
    await page.goto(address)
    await page.wait_for_selector("html[data-mounted]", state="attached")
    if await page.locator("[data-run]").count():
        await page.wait_for_selector(".run-bar", state="attached")


def block(page: Page, number: int) -> Locator:
    """Return a block that can run, counted from 1."""
    return page.locator("[data-run]").nth(number - 1)


def said(block: Locator) -> Locator:
    """Return the sentence below a block that tells how it stands."""
    return block.locator(".run-output > .run-said")


async def press(block: Locator, name: str) -> None:
    """Press a button of the block's bar, by the first word of its name."""
    await block.locator(".run-bar").get_by_role("button", name=re.compile(f"^{name}")).click()


async def write(block: Locator, code: str) -> None:
    """Write code into the editor of a block, opening it where it is not open."""
    if not await block.locator("textarea").count():
        await press(block, "Edit")
    await block.locator("textarea").fill(code)


async def run(block: Locator, code: str, ends: str = "Done") -> None:
    """Write code, run it, and wait until it ended in this way."""
    await write(block, code)
    await press(block, "Run")
    await expect(said(block)).to_contain_text(re.compile(ends), timeout=STARTED)
