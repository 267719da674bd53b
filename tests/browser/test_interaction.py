"""What a reader can do on a page: play with the network, copy code, search."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from colors import ground
from playwright.async_api import Locator, Page, expect
from static_server import serving
from visits import SITE, ask, browsing

from guide.figures.palette import PALETTE

CHAPTER = "/learn/activations/"
PICTURE = """() => [...document.querySelectorAll(".home-network svg")].map((svg) => ({
  wires: [...svg.querySelectorAll("path[stroke*='tive']")].map((wire) => [
    wire.getAttribute("stroke").includes("negative"),
    Number(wire.getAttribute("stroke-width")),
    (wire.getAttribute("stroke-dasharray") ?? "").split(",").map(Number),
  ]),
  numbers: [...svg.querySelectorAll("text")].map((text) => text.textContent),
  cells: [...svg.querySelectorAll("use[fill*='tive']")].map((cell) => [
    cell.getAttribute("fill").includes("negative"),
    Number(cell.getAttribute("fill-opacity")),
  ]),
}))"""

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


async def picture(page: Page) -> list[dict[str, list[Any]]]:
    """Return what the drawings of the home page show, in their own numbers."""
    drawn: list[dict[str, list[Any]]] = await page.evaluate(PICTURE)
    return drawn


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def test_network_opens_as_its_picture_shows_it() -> None:
    drawn: list[list[dict[str, list[Any]]]] = []

    async def reading(page: Page) -> None:
        drawn.append(await picture(page))

    read("/", reading, java_script_enabled=False)
    read("/", reading)
    (still, alive) = drawn
    assert len(still) == 2
    for one, other in zip(still, alive, strict=True):
        assert len(one["wires"]) == 9
        assert one["numbers"] == other["numbers"]
        assert one["cells"] == other["cells"]
        for (sign, width, dashes), (sign_2, width_2, dashes_2) in zip(
            one["wires"], other["wires"], strict=True
        ):
            assert (sign, width) == (sign_2, width_2)
            assert dashes == pytest.approx(dashes_2, abs=0.01)


def test_network_trains_from_scratch() -> None:
    async def reading(page: Page) -> None:
        status = page.locator(".network-status")
        await expect(status).to_have_text("Step 400 · loss 0.005 · 4 of 4 right")
        trained = await picture(page)
        await button(page, "Reset").click()
        await expect(status).to_have_text("Step 0 · loss 1.215 · 2 of 4 right")
        assert await picture(page) != trained
        await button(page, "One step").click()
        await expect(status).to_contain_text("Step 1 · loss 1.1")
        await button(page, "Train").click()
        await expect(button(page, "Pause")).to_be_visible()
        await expect(button(page, "Train from scratch")).to_be_visible(timeout=20_000)
        await expect(page.get_by_role("status")).to_have_text(
            "Step 400 · loss 0.005 · 4 of 4 right"
        )
        assert await picture(page) == trained

    read("/", reading)


def test_network_pauses() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Train from scratch").press("Enter")
        await button(page, "Pause").press("Enter")
        paused = await page.locator(".network-status").inner_text()
        await page.wait_for_timeout(200)
        await expect(page.locator(".network-status")).to_have_text(paused)
        await expect(button(page, "Train")).to_be_focused()

    read("/", reading)


def test_network_jumps_for_readers_who_want_no_motion() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Reset").click()
        await button(page, "Train").click()
        await expect(page.locator(".network-status")).to_contain_text("Step 400", timeout=100)

    read("/", reading, reduced_motion="reduce")


def test_copied_code_is_the_code_on_the_page() -> None:
    async def reading(page: Page) -> None:
        block = page.locator(".highlight", has=page.locator(".copy")).first
        await block.get_by_role("button", name="Copy").click()
        await expect(block.get_by_role("button", name="Copied")).to_be_visible()
        copied = await page.evaluate("navigator.clipboard.readText()")
        assert copied == await block.locator("code").text_content()
        compile(copied, "copied", "exec")

    read(CHAPTER, reading, permissions=["clipboard-read", "clipboard-write"])


def test_what_scrolls_sideways_can_be_reached_by_keyboard() -> None:
    async def reading(page: Page) -> None:
        boxes = """[...document.querySelectorAll("article :is(.equation, .table, pre > code)")]
          .filter((box) => box.checkVisibility())"""
        laid_out = "box.checkVisibility({ contentVisibilityAuto: true })"
        # What is left out so far may scroll.
        assert await page.evaluate(f"{boxes}.every((box) => {laid_out} || box.tabIndex === 0)")
        for share in (0, 0.4, 0.8):
            await page.evaluate("share => scrollTo(0, share * document.body.scrollHeight)", share)
            # The observer that tells boxes apart runs after the first frames.
            await page.wait_for_function(
                f"""() => {{
                  const shown = {boxes}.filter((box) => {laid_out});
                  const scrolls = (box) => box.scrollWidth > box.clientWidth;
                  return shown.some(scrolls)
                    && shown.every((box) => scrolls(box) === (box.tabIndex === 0));
                }}"""
            )

    read(CHAPTER, reading, viewport={"width": 320, "height": 740})


def test_button_changes_colors_and_the_next_page_keeps_them() -> None:
    async def reading(page: Page) -> None:
        assert await ask(page, "ground") == ground("dark")  # the reader's system
        for shown in ("light", "dark", "dark", "light"):  # light, dark, system, light
            await page.locator("button.colors").press("Enter")
            assert await ask(page, "ground") == ground(shown)
        await page.emulate_media(color_scheme="light")
        await page.emulate_media(color_scheme="dark")
        assert await ask(page, "ground") == ground("light")  # a choice is above the system
        assert await page.locator("button.colors svg:visible").count() == 1
        await expect(button(page, "Colors: light. Change to dark")).to_be_focused()
        frame = page.locator("meta[name=theme-color][media=all]")
        assert await frame.get_attribute("content") == PALETTE["ground"].light
        await page.locator("article a[href*='learn/']:visible").first.click()
        await page.wait_for_url("**/learn/**")
        await page.wait_for_selector("html[data-mounted]", state="attached")
        assert await ask(page, "ground") == ground("light")
        await page.locator("button.colors").press("Enter")
        assert await ask(page, "ground") == ground("dark")
        await page.emulate_media(media="print")
        assert await ask(page, "ground") == ground("light")  # paper is always light

    read("/", reading, color_scheme="dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colors_follow_the_system_without_script(scheme: str) -> None:
    async def reading(page: Page) -> None:
        assert await ask(page, "ground") == ground(scheme)
        await expect(page.locator("button.colors")).to_be_hidden()

    read("/", reading, color_scheme=scheme, java_script_enabled=False)


def test_search_waits_until_somebody_searches() -> None:
    async def reading(page: Page) -> None:
        loaded = """() => performance.getEntriesByType("resource")
          .map(({ name }) => name.split("/").pop().split(".")[0])
          .filter((name) => name.startsWith("search") && name !== "search-later")"""
        assert await page.evaluate(loaded) == []
        await page.get_by_role("textbox", name="Search").click()
        await page.keyboard.type("sigmoid")
        await expect(page.locator(".md-search-result__link").first).to_be_visible()
        assert sorted(await page.evaluate(loaded)) == ["search", "search_index"]

    read("/", reading, viewport={"width": 1440, "height": 900})
