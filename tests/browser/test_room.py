"""Blocks that are off the screen take the room that they will take on it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page
from static_server import serving
from visits import KINDS, SITE, ask, browsing

CHAPTER = "/learn/activations/"
# Each block, how high it is, and whether it is left out so far.
BLOCKS = """() => {
  const selector = ".proven-equation, .formulas, .highlight[style] > pre, .nn-wide, .nn-narrow";
  const laidOut = (box) => box.checkVisibility({ contentVisibilityAuto: true });
  return [...document.querySelectorAll(selector)]
    .filter((block) => block.checkVisibility())
    .map((block) => [
      block.className || block.tagName,
      block.getBoundingClientRect().height,
      !laidOut(block.firstElementChild),
    ]);
}"""
FORMULAS_TOO_WIDE = """() => [...document.querySelectorAll(".formulas")]
  .filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => `${box.scrollWidth} px in ${box.clientWidth}: ${box.textContent}`)"""
# Where the element that the address names begins, as seen from the top of the window.
TOP = "() => document.querySelector(location.hash).getBoundingClientRect().top"


def on_page(path: str, width: int, look: Callable[[Page], Awaitable[Any]]) -> Any:  # noqa: ANN401
    """Return what a look at a page shows in a window of this width."""

    async def run() -> Any:  # noqa: ANN401
        with serving(SITE) as served:
            async with browsing() as browser:
                page = await (await browser.new_context(**KINDS["light"])).new_page()
                await page.set_viewport_size({"width": width, "height": 900})
                await page.goto(served.origin + path)
                await ask(page, "settled")
                return await look(page)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("width", "most"),
    [(1440, 8), (360, 28)],  # on a phone, some marks find room beside their equation
)
def test_nothing_moves_when_a_block_comes_into_view(width: int, most: int) -> None:
    before, after = told_and_true(CHAPTER, width)
    assert sum(left_out for *_, left_out in before) > len(before) / 2
    assert_none_jumps(before, after, most)


@pytest.mark.parametrize("width", [1440, 360])
def test_nothing_moves_when_stacked_formulas_come_into_view(width: int) -> None:
    before, after = (
        [block for block in blocks if block[0] == "formulas"]
        for blocks in told_and_true(CHAPTER, width)
    )
    assert before
    assert all(left_out for *_, left_out in before)
    assert_none_jumps(before, after, most=4)


@pytest.mark.parametrize("width", [1440, 1280, 360])
def test_no_stacked_formula_is_wider_than_its_box(width: int) -> None:
    async def look(page: Page) -> Any:  # noqa: ANN401
        await ask(page, "layOutEverything")
        await ask(page, "settled")
        return await page.evaluate(FORMULAS_TOO_WIDE)

    assert on_page(CHAPTER, width, look) == []


def told_and_true(path: str, width: int) -> Any:  # noqa: ANN401
    """Return the blocks of a page as they are told, and as they are once they are laid out."""

    async def look(page: Page) -> Any:  # noqa: ANN401
        before = await page.evaluate(BLOCKS)
        await ask(page, "layOutEverything")
        await ask(page, "settled")
        return before, await page.evaluate(BLOCKS)

    return on_page(path, width, look)


def assert_none_jumps(before: list[Any], after: list[Any], most: int) -> None:
    jumps = [
        f"{name} is {now:.0f} px high instead of {told:.0f}"
        for (name, told, _), (_, now, _) in zip(before, after, strict=True)
        if abs(now - told) > most
    ]
    assert not jumps, "\n".join(jumps)


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("anchor", ["check-yourself", "equation-activations-sigmoid-tex"])
def test_an_address_leads_to_its_place(width: int, anchor: str) -> None:
    top = on_page(f"{CHAPTER}#{anchor}", width, lambda page: page.evaluate(TOP))
    assert 0 <= top < 150
