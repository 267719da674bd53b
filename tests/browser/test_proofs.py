"""What a reader can do with proofs: see them by pointer, tap and keys, hide their marks, filter."""

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect
from sessions import button, read
from static_server import serving
from visits import SITE, browsing

CHAPTER = "/learn/activations/"
NUMBER = "article .proven >> nth=1"
CARD = ".proof-card"
ASKED = f"{CARD} li[data-asked]"
CHAPTERS = sorted(f"/learn/{path.parent.name}/" for path in SITE.glob("learn/*/index.html"))
LEDGER = sorted(f"/ledger/{path.parent.name}/" for path in SITE.glob("ledger/*/index.html"))
# Where Tab stops: what can be focused, is shown, and is no box that only scrolls.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex]")]
  .filter((each) => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !each.matches(".table, .equation, pre, code, .lab-output"))
  .map((each) => each.matches("a.proof"))"""


async def mark_of(page: Page, number: Locator) -> Locator:
    return page.locator(f'a.proof[data-of~="{await number.get_attribute("id")}"]')


def test_pointing_at_a_number_shows_what_it_is() -> None:
    async def reading(page: Page) -> None:
        number = page.locator(NUMBER)
        mark = await mark_of(page, number)
        await number.hover()
        await expect(page.locator(ASKED)).to_contain_text(await number.inner_text())
        listed = await page.locator(f"{CARD} li").count()
        assert listed == len((await mark.get_attribute("data-of") or "").split()) > 1
        card = await page.locator(CARD).bounding_box()
        assert card
        await page.mouse.move(card["x"] + 20, card["y"] + 20, steps=8)  # across the gap
        await page.wait_for_timeout(400)
        await expect(page.locator(CARD)).to_be_visible()
        await page.mouse.move(5, 5, steps=2)
        await expect(page.locator(CARD)).to_have_count(0)
        await number.hover()
        await page.locator(f"{ASKED} a", has=page.locator("code")).click()
        await page.wait_for_url("**/reference/source/**")

    read(CHAPTER, reading)


def test_keys_reach_every_proof_and_leave_it() -> None:
    async def reading(page: Page) -> None:
        marks = page.locator("a.proof >> visible=true")
        assert 20 < await marks.count() < await page.locator("a.proof").count()
        await marks.first.focus()
        for place in range(1, await marks.count()):
            await page.keyboard.press("ArrowDown")
            await expect(marks.nth(place)).to_be_focused()
        await page.keyboard.press("ArrowUp")
        await page.keyboard.press("Enter")
        before_last = marks.nth(await marks.count() - 2)
        await expect(before_last).to_have_attribute("aria-expanded", "true")
        await expect(page.locator(CARD)).to_contain_text("Arrow keys")
        await page.keyboard.press("Tab")
        await expect(page.locator(f"{CARD} li a").first).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(page.locator(CARD)).to_have_count(0)
        await expect(before_last).to_be_focused()
        await expect(before_last).to_have_attribute("aria-expanded", "false")
        await page.keyboard.press("Space")
        await expect(page.locator(CARD)).to_be_visible()
        await page.keyboard.press("ArrowDown")
        await expect(page.locator(CARD)).to_be_visible()
        await expect(marks.last).to_have_attribute("aria-expanded", "true")

    read(CHAPTER, reading)


def test_a_tap_shows_a_proof_and_the_next_one_closes_it() -> None:
    async def reading(page: Page) -> None:
        await page.locator(NUMBER).tap()
        await expect(page.locator(CARD)).to_be_in_viewport(ratio=1)
        await expect(page.locator(ASKED)).to_have_count(1)
        await page.locator("h1").tap()
        await expect(page.locator(CARD)).to_have_count(0)
        mark = await mark_of(page, page.locator(NUMBER))
        box = await mark.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        await mark.tap()
        await expect(page.locator(CARD)).to_be_in_viewport(ratio=1)
        await mark.tap()
        await expect(page.locator(CARD)).to_have_count(0)
        await mark.tap()
        await page.get_by_role("link", name="In the ledger").tap()
        await page.wait_for_url("**/ledger/activations/#*")

    read(CHAPTER, reading, viewport={"width": 360, "height": 740}, has_touch=True)


def test_without_script_a_mark_leads_to_the_ledger_and_back() -> None:
    async def reading(page: Page) -> None:
        await (await mark_of(page, page.locator(NUMBER))).click()
        await page.wait_for_url("**/ledger/activations/#*")
        await page.locator("li:target a").first.click()
        await page.wait_for_url(f"**{CHAPTER}#*")
        await expect(page.locator(":target")).to_be_in_viewport()

    read(CHAPTER, reading, java_script_enabled=False)


def test_a_mark_is_a_link_where_the_ledger_cannot_be_had() -> None:
    async def reading(page: Page) -> None:
        await page.route("**/ledger/activations/", lambda route: route.abort(), times=1)
        await (await mark_of(page, page.locator(NUMBER))).click()
        await page.wait_for_url("**/ledger/activations/#*")

    read(CHAPTER, reading)


def test_marks_can_be_hidden_and_the_next_page_keeps_that() -> None:
    async def reading(page: Page) -> None:
        height = await page.evaluate("document.body.scrollHeight")
        await button(page, "Hide proof marks").click()
        await expect(page.locator("a.proof >> visible=true")).to_have_count(0)
        assert await page.evaluate("document.body.scrollHeight") == height  # nothing moved
        await page.locator(NUMBER).hover()
        await page.wait_for_timeout(400)
        await expect(page.locator(CARD)).to_have_count(0)
        await page.goto(page.url.replace("activations", "losses"))
        line = "getComputedStyle(document.querySelector('.proven')).textDecorationLine"
        assert await page.evaluate(line) == "none"
        await page.wait_for_selector("html[data-mounted]", state="attached")
        await button(page, "Show proof marks").click()
        assert await page.evaluate(line) == "underline"
        assert await page.locator("a.proof").first.is_visible()

    read(CHAPTER, reading)


def test_a_page_without_storage_hides_marks_all_the_same() -> None:
    async def reading(page: Page) -> None:
        blocked = "get() { throw new DOMException('blocked', 'SecurityError') }"
        await page.add_init_script(
            f"Object.defineProperty(window, 'localStorage', {{ {blocked} }})"
        )
        await page.reload()
        await page.wait_for_selector("html[data-mounted]", state="attached")
        await button(page, "Hide proof marks").click()
        await expect(page.locator("a.proof >> visible=true")).to_have_count(0)

    read(CHAPTER, reading)


def test_a_page_without_proofs_has_no_such_button() -> None:
    async def reading(page: Page) -> None:
        await expect(page.locator("button.colors")).to_have_count(1)
        await expect(page.locator("button.proof-marks")).to_have_count(0)

    read("/practice/two-moons/", reading)


def visit_all(paths: list[str], question: str, **settings: Any) -> dict[str, Any]:  # noqa: ANN401
    """Ask each of these pages one question."""

    async def session() -> dict[str, Any]:
        async with browsing() as browser:
            page = await (await browser.new_context(**settings)).new_page()
            answers = {}
            for path in paths:
                await page.goto(served.origin + path)
                await page.wait_for_selector("html[data-mounted]", state="attached")
                answers[path] = await page.evaluate(question)
            return answers

    with serving(SITE) as served:
        return asyncio.run(session())


def test_tab_stops_at_fewer_marks_than_links_and_controls() -> None:
    assert CHAPTERS
    stops = visit_all(CHAPTERS, STOPS, viewport={"width": 1440, "height": 900})
    marks = {path: (sum(found), len(found) - sum(found)) for path, found in stops.items()}
    assert {path: pair for path, pair in marks.items() if not 0 < 4 * pair[0] <= pair[1]} == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_of_the_ledger_is_cut_off_or_longer_than_twenty_screens(width: int) -> None:
    assert LEDGER
    question = """() => [document.body.scrollHeight / innerHeight,
      document.documentElement.scrollWidth,
      [...document.querySelectorAll("article :is(ul.ledger, ul.ledger *, table)")]
        .every((box) => box.getBoundingClientRect().right <= innerWidth)]"""
    found = visit_all(["/ledger/", *LEDGER], question, viewport={"width": width, "height": 800})
    screens = 20 if width == 1280 else 60
    assert {path: seen for path, seen in found.items() if seen[0] > screens} == {}
    assert {path: seen for path, seen in found.items() if seen[1:] != [width, True]} == {}


def test_the_ledger_is_filtered_by_kind_and_words() -> None:
    async def reading(page: Page) -> None:
        rows = page.locator("ul.ledger > li >> visible=true")
        status = page.locator(".ledger-filter [role=status]")
        everything = await rows.count()
        await expect(status).to_have_text(f"All {everything} rows")
        await page.get_by_label("Filter by words").fill("0.0016 RISE")
        await expect(rows).to_have_count(1)
        await expect(rows.first).to_contain_text("The rise of the sigmoid between")
        await expect(status).to_have_text(re.compile(r"^1 of \d+ rows$"))
        await page.get_by_label("Filter by words").fill("")
        await page.get_by_label("Numbers").uncheck()
        await expect(page.locator("#numbers")).to_be_hidden()
        assert 0 < await rows.count() < everything
        await page.get_by_label("Numbers").check()
        await expect(rows).to_have_count(everything)

    read("/ledger/activations/", reading)


def test_the_ledger_is_a_plain_list_without_script() -> None:
    async def reading(page: Page) -> None:
        assert await page.locator("ul.ledger > li >> visible=true").count() > 20
        await expect(page.locator(".ledger-filter")).to_be_hidden()

    read("/ledger/activations/", reading, java_script_enabled=False)
