"""What a reader can do on a page: copy code, choose colors, search."""

import pytest
from colors import ground
from playwright.async_api import Page, expect
from sessions import button, read
from visits import ask

from guide.figures.palette import PALETTE

CHAPTER = "/learn/activations/"


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
