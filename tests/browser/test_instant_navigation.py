"""Moving from page to page without loading each anew shows what loading it would show."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.async_api import Page
from playwright.async_api import TimeoutError as PageTimeoutError
from static_server import serving
from visits import ROOT, Visit, ask, browsing, record

BELOW = "/guide/"  # published sites often live below a path


def build(folder: Path, address: str) -> None:
    """Build the site as it is published at this address; without one, links load pages anew."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "SITE_URL": address}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300)


async def arrive(page: Page, title: str, seen: Visit) -> object:
    """Wait until the page has this title; return what it shows."""
    try:
        await page.wait_for_function("title => document.title === title", arg=title)
    except PageTimeoutError:
        pytest.fail(f"never arrived at {title!r}; the console says {seen.messages}")
    await ask(page, "settled")
    return await ask(page, "content")


async def walk(home: str) -> Visit:
    """Go from home to a chapter and back, comparing what is shown with what loading shows."""
    async with browsing() as browser:
        page, loaded = [await browser.new_page() for _ in range(2)]
        seen = record(page, home)
        await page.goto(home)
        await page.evaluate("window.loadedOnce = true")
        home_title = await page.title()
        at_home = await arrive(page, home_title, seen)
        link = page.locator("article a[href*='learn/']:visible").first
        await loaded.goto(await link.evaluate("link => link.href"))
        chapter_title = await loaded.title()

        await link.click()
        shown = await arrive(page, chapter_title, seen)
        assert shown == await arrive(loaded, chapter_title, seen)
        await page.go_back()
        assert await arrive(page, home_title, seen) == at_home
        assert await page.evaluate("window.loadedOnce")
    return seen


def test_home_to_chapter_and_back(tmp_path: Path) -> None:
    with serving(tmp_path, below=BELOW) as served:
        build(tmp_path, served.origin + BELOW)
        seen = asyncio.run(walk(served.origin + BELOW))
    assert seen.messages == []
    assert seen.foreign_requests == []
