"""The home page: what a newcomer sees first, and where it leads."""

import asyncio
import io
import json
from pathlib import Path

import pytest
from colors import ground
from first_views import FirstView, first_view
from matplotlib.image import imread
from playwright.async_api import Page, expect
from sessions import button, read
from visits import ask, browsing

from guide.publishing.project import HERE
from guide.publishing.ways.overview import chapters, titles_in
from guide.publishing.ways.reading_time import in_words, minutes_of

SCREENS = [(1280, 800), (360, 640)]
BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text(encoding="utf-8"))
START = "Start with one neuron"


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_way_in_is_on_the_first_screen(width: int, height: int) -> None:
    async def reading(page: Page) -> None:
        link = page.get_by_role("link", name=START)
        box = await link.bounding_box()
        assert box
        assert box["y"] > 0
        assert box["y"] + box["height"] <= height
        assert box["height"] >= 40  # enough for a finger
        painted = await link.evaluate("link => getComputedStyle(link).backgroundColor")
        assert painted not in {
            await ask(page, "ground"),
            "rgba(0, 0, 0, 0)",
        }  # it looks like a button
        await link.click()
        await page.wait_for_url("**/learn/neuron/")

    read("/", reading, viewport={"width": width, "height": height})


def test_the_network_is_on_the_first_screen_of_a_desk() -> None:
    async def reading(page: Page) -> None:
        await expect(page.locator(".home-network svg:visible")).to_be_in_viewport(ratio=1)
        await expect(button(page, "Train a new start")).to_be_in_viewport(ratio=1)

    read("/", reading, viewport={"width": 1280, "height": 800})


def test_the_side_list_shows_the_chapters() -> None:
    async def reading(page: Page) -> None:
        side = page.get_by_role("navigation", name="Navigation")
        for chapter in chapters(HERE):
            await expect(side.get_by_role("link", name=chapter.title).first).to_be_visible()

    read("/", reading, viewport={"width": 1280, "height": 800})


def test_the_map_leads_to_every_chapter() -> None:
    async def reading(page: Page) -> None:
        entries = page.locator(".chapter-map li")
        await expect(entries).to_have_count(len(chapters(HERE)))
        for chapter, entry in zip(chapters(HERE), await entries.all(), strict=True):
            await expect(entry.get_by_role("link")).to_have_text(chapter.title)
            await expect(entry).to_contain_text(f"{chapter.minutes} min")
            await expect(entry).to_contain_text(chapter.about)
            picture = entry.get_by_role("img")
            assert len(await picture.get_attribute("alt") or "") > 20
            await picture.scroll_into_view_if_needed()
            await expect(picture).to_have_js_property("complete", value=True)
            assert await picture.evaluate("picture => picture.naturalWidth") > 0
        await entries.last.click(position={"x": 20, "y": 20})  # the picture is part of the link
        await page.wait_for_url("**/learn/what-next/")

    read("/", reading, viewport={"width": 1280, "height": 800})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_thumbnails_are_light_or_dark_with_the_page(scheme: str) -> None:
    other = {"light": "dark", "dark": "light"}[scheme]

    async def reading(page: Page) -> None:
        assert await corner_of_thumbnail(page) == ground(scheme)
        while await ask(page, "ground") != ground(other):
            await page.locator("button.colors").press("Enter")
        assert await corner_of_thumbnail(page) == ground(other)

    read("/", reading, color_scheme=scheme, viewport={"width": 1280, "height": 800})


async def corner_of_thumbnail(page: Page) -> str:
    """Return the color of the first picture of the map near its corner, as `rgb(…)`."""
    picture = page.locator(".chapter-map img").first
    await picture.scroll_into_view_if_needed()
    await expect(picture).to_have_js_property("complete", value=True)
    await ask(page, "settled")
    shot = imread(io.BytesIO(await picture.screenshot()))
    red, green, blue = (round(255 * float(part)) for part in shot[6, 6, :3])
    return f"rgb({red}, {green}, {blue})"


def test_routes_say_how_long_they_take() -> None:
    async def reading(page: Page) -> None:
        routes = await page.locator(".routes > div").all()
        assert len(routes) == 3
        for route in routes:
            links = await route.locator("li a").all()
            pages = [page_of(await link.get_attribute("href") or "") for link in links]
            minutes = sum(minutes_of(HERE, name) for name in pages)
            await expect(route.locator(".route-time")).to_contain_text(in_words(minutes))
            names = [await link.inner_text() for link in links]
            assert names == [titles_in(HERE)[name] for name in pages]

    read("/", reading)


def page_of(address: str) -> str:
    """Return the file of a page, as seen from `docs`, by its address on the home page."""
    name = address.strip("/")
    return next(f"{name}{end}" for end in (".md", ".py") if (HERE.docs / f"{name}{end}").is_file())


@pytest.mark.parametrize("width", [1440, 360])
def test_first_view_is_still_and_light(width: int) -> None:
    async def look() -> FirstView:
        async with browsing() as browser:
            return await first_view(browser, "/", width)

    view = asyncio.run(look())
    assert view.layout_shift <= BUDGETS["layout_shift"]
    assert view.transferred <= BUDGETS["transferred"]
