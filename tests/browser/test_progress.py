"""Chapters read and exercises solved: shown in the side list, kept in this browser, erasable."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Dialog, Page, expect
from static_server import serving
from visits import SITE, ask, browsing

Reading = Callable[[Page, str], Awaitable[None]]
WIDE: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
# A browser whose storage throws, as some do where cookies are blocked, or where it is full.
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get: () => { throw new DOMException("no", "SecurityError"); },
});"""
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };'


def read(reading: Reading, script: str = "", below: str = "/", theme: str = "") -> None:
    """Do what `reading` says with a page; its console shows at most what the theme says there."""

    async def session() -> None:
        async with browsing() as browser:
            page = await (await browser.new_context(**WIDE)).new_page()
            messages: list[str] = []
            page.on("console", lambda message: messages.append(message.text))
            page.on("pageerror", lambda error: messages.append(str(error)))
            if script:
                await page.add_init_script(script)
            await reading(page, served.origin + below)
            assert {*messages} <= {theme} - {""}

    with serving(SITE, below=below) as served:
        asyncio.run(session())


async def open_chapter(page: Page, home: str, slug: str = "neuron") -> None:
    await page.goto(f"{home}learn/{slug}/")
    await page.wait_for_selector("html[data-mounted]", state="attached")


async def go_to_end(page: Page) -> None:
    await page.locator(".progress").scroll_into_view_if_needed()
    await expect(page.locator(".progress input")).to_be_checked()


def mark(page: Page, title: str) -> Any:  # noqa: ANN401  (a locator)
    link = page.locator(".md-sidebar--primary a.md-nav__link", has_text=title).first
    return link.locator(".way-mark")


def test_a_chapter_is_read_once_its_end_was_seen() -> None:
    async def reading(page: Page, home: str) -> None:
        await open_chapter(page, home)
        await expect(mark(page, "Neuron")).to_have_count(0)
        await go_to_end(page)
        await expect(mark(page, "Neuron")).to_have_text(", read")
        await open_chapter(page, home, "perceptron")
        await expect(mark(page, "Neuron")).to_have_text(", read")
        await expect(mark(page, "Perceptron")).to_have_count(0)
        await open_chapter(page, home)
        await page.locator(".progress input").uncheck()
        await expect(mark(page, "Neuron")).to_have_count(0)

    read(reading, below="/guide/")


def test_exercises_are_ticked_off_and_counted() -> None:
    async def reading(page: Page, home: str) -> None:
        await open_chapter(page, home)
        boxes = page.get_by_role("checkbox", name="Solved")
        answers = await page.locator("details.success").count()
        assert await boxes.count() == answers > 2
        await boxes.nth(1).check()
        await boxes.nth(2).press("Space")
        await expect(mark(page, "Neuron")).to_contain_text(f"2 of {answers} exercises solved")
        assert await page.locator("details.success[open]").count() == 0  # it unfolds nothing
        await page.reload()
        await expect(boxes.nth(2)).to_be_checked()
        await boxes.nth(2).uncheck()
        await expect(mark(page, "Neuron")).to_contain_text(f"1/{answers}")
        await page.locator("details.success summary").nth(1).click()
        assert await page.locator("details.success[open]").count() == 1

    read(reading)


def test_progress_can_be_erased() -> None:
    async def reading(page: Page, home: str) -> None:
        await open_chapter(page, home)
        await page.get_by_role("checkbox", name="Solved").first.check()
        await go_to_end(page)
        button = page.get_by_role("button", name="Erase my progress")
        page.once("dialog", Dialog.dismiss)
        await button.click()
        await expect(mark(page, "Neuron")).to_contain_text("read")
        page.once("dialog", Dialog.accept)
        await button.click()
        await expect(mark(page, "Neuron")).to_have_count(0)
        await page.reload()
        await expect(page.get_by_role("checkbox", name="Solved").first).not_to_be_checked()

    read(reading)


def test_nothing_moves_when_marks_appear() -> None:
    async def reading(page: Page, home: str) -> None:
        boxes = """() => [...document.querySelectorAll(
          ".md-sidebar--primary a, article > *:not(.solved)",
        )].map((box) => box.getBoundingClientRect().top + scrollY)"""
        kept = '{"neuron": {"read": true, "solved": [0, 1], "of": 4}}'
        await open_chapter(page, home)
        await ask(page, "layOutEverything")
        await ask(page, "settled")
        before = await page.evaluate(boxes)
        await page.evaluate(f"localStorage.setItem('nnbyhand.progress', '{kept}')")
        await page.evaluate("dispatchEvent(new Event('storage'))")
        await expect(mark(page, "Neuron")).to_contain_text("2/4")
        assert await page.evaluate(boxes) == before
        await page.evaluate("document.querySelectorAll('.solved').forEach((box) => box.remove())")
        assert await page.evaluate(boxes) == before

    read(reading)


def test_without_storage_a_page_works_and_keeps_nothing() -> None:
    async def reading(page: Page, home: str) -> None:
        await open_chapter(page, home)
        await page.get_by_role("checkbox", name="Solved").first.check()
        await go_to_end(page)
        await expect(mark(page, "Neuron")).to_contain_text("read, 1 of")
        await open_chapter(page, home)
        await expect(mark(page, "Neuron")).to_have_count(0)

    read(reading, BLOCKED, theme="no")
    read(reading, FULL)


def test_what_is_no_progress_breaks_nothing() -> None:
    async def reading(page: Page, home: str) -> None:
        for kept in ("no JSON", "null", "[3]", '{"neuron": 5}', '{"neuron": {"solved": "x"}}'):
            await open_chapter(page, home)
            await page.evaluate("kept => localStorage.setItem('nnbyhand.progress', kept)", kept)
            await open_chapter(page, home)
            await expect(mark(page, "Neuron")).to_have_count(0)
            await page.get_by_role("checkbox", name="Solved").first.check()
            await expect(mark(page, "Neuron")).to_contain_text("1 of")

    read(reading)


def test_without_script_no_progress_is_offered() -> None:
    async def session(home: str) -> None:
        async with browsing() as browser:
            context = await browser.new_context(java_script_enabled=False)
            page = await context.new_page()
            await page.goto(f"{home}/learn/neuron/")
            await expect(page.locator(".progress")).to_be_hidden()
            await expect(page.locator("nav.ways")).to_be_visible()

    with serving(SITE) as served:
        asyncio.run(session(served.origin))


def test_the_home_page_goes_on_where_the_reader_was() -> None:
    async def reading(page: Page, home: str) -> None:
        start = page.locator(".home-start")
        await page.goto(home)
        await expect(start).to_have_text("Start with one neuron")
        await open_chapter(page, home, "perceptron")
        await go_to_end(page)
        await page.goto(home)
        await expect(start).to_have_text("Continue: Activations")
        await expect(page.locator(".chapter-map .way-mark")).to_have_count(1)
        await start.click()
        await expect(page).to_have_url(f"{home}learn/activations/")
        await go_to_end(page)
        page.on("dialog", lambda dialog: dialog.accept())
        await page.locator(".progress button").click()
        await page.goto(home)
        await expect(start).to_have_text("Start with one neuron")

    read(reading, below="/guide/")
