"""First views: what a page costs a reader who has never been here."""

import asyncio
import os
from dataclasses import dataclass

from playwright.async_api import Browser
from static_server import serving
from visits import SITE, THOROUGH, ask, browsing

# `make check` looks at every page, in both layouts; `make test` at the largest pages, in the narrow
# layout, where more can move.
WIDTHS = (1440, 360) if THOROUGH else (360,)
FONT_DELAY = 0.3  # seconds; on a fast local host a late font would never show
THEME_SCRIPTS = "/assets/javascripts/"
LARGEST = 12


def pages_viewed(paths: list[str]) -> list[str]:
    """Return the pages whose first view is measured."""
    if THOROUGH:
        return paths
    files = {path: SITE / f"{path[1:]}{'index.html' * path.endswith('/')}" for path in paths}
    there = {path: file.stat().st_size for path, file in files.items() if file.exists()}
    return sorted(there, key=there.__getitem__)[-LARGEST:] or paths


@dataclass(frozen=True)
class FirstView:
    """What the first view of a page costs.

    Attributes:
        transferred: Bytes of everything that the page loads by itself, compressed.
        own_script: Bytes of scripts beside the theme's, compressed.
        layout_shift: How far content moved by itself, as Web Vitals count it.
        laid_out: How many elements the browser did not leave out.
    """

    transferred: int
    own_script: int
    layout_shift: float
    laid_out: int


async def first_view(browser: Browser, path: str, width: int) -> FirstView:
    """Load a page with an empty cache until nothing more comes."""
    with serving(SITE, font_delay=FONT_DELAY) as served:
        context = await browser.new_context(viewport={"width": width, "height": 900})
        page = await context.new_page()
        await page.goto(served.origin + path, wait_until="networkidle")
        await ask(page, "settled")
        laid_out = await ask(page, "laidOut")
        shift = await ask(page, "layoutShift")
        await context.close()
    scripts = [
        size
        for path, size in served.sent
        if path.endswith((".js", ".mjs")) and not path.startswith(THEME_SCRIPTS)
    ]
    return FirstView(sum(size for _, size in served.sent), sum(scripts), shift, laid_out)


async def first_view_all(paths: list[str]) -> dict[tuple[str, int], FirstView]:
    """Return the first view of every page, by path and width in pixels."""
    free = asyncio.Semaphore(2 * (os.cpu_count() or 1))  # a first view mostly waits

    async def one(path: str, width: int) -> FirstView:
        async with free:
            return await first_view(browser, path, width)

    async with browsing() as browser:
        keys = [(path, width) for path in paths for width in WIDTHS]
        views = await asyncio.gather(*(one(*key) for key in keys))
    return dict(zip(keys, views, strict=True))
