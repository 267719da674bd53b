"""Living figures: each is the built figure until a reader moves its controls."""

import gzip
import re
from pathlib import Path

import pytest
from living_figures import CORE, FIGURES, SCRIPTS, alive, assert_same, drawn, figure
from playwright.async_api import Locator, Page, expect
from sessions import read
from visits import AXE, ask

MOST_BYTES = 5_000
IMPORT = re.compile(r'from "(\.{1,2}/[\w./-]+)"')
EVERY = pytest.mark.parametrize("name", FIGURES)
PLAYED = [
    name
    for name in FIGURES
    if "export const plays" in (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
]


def sliders(root: Locator) -> Locator:
    return root.get_by_role("slider")


async def touched(root: Locator) -> None:
    """Move the first slider one step, and back if it was there already."""
    slider = sliders(root).first
    value, most = [
        int(await slider.evaluate(f"(input) => input.{end}")) for end in ("value", "max")
    ]
    await slider.press("ArrowLeft" if value == most else "ArrowRight")


@EVERY
def test_it_is_the_built_figure_until_touched(name: str) -> None:
    seen = []

    async def still(page: Page) -> None:
        seen.append(await drawn(page, name))

    async def living(page: Page) -> None:
        root = await alive(page, name)
        seen.append(await drawn(page, name))
        await expect(root.locator(".proof-line")).to_be_visible()

    page, _ = FIGURES[name]
    read(page, still, java_script_enabled=False)
    read(page, living)
    assert_same(*seen)


@EVERY
def test_keys_change_it_and_reset_brings_it_back(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        before, said = await drawn(page, name), await root.locator(".living-said").inner_text()
        label = await root.locator("svg").first.get_attribute("aria-label")
        for slider in await sliders(root).all():
            value = await slider.get_attribute("aria-valuetext")
            await slider.press("Home")
            if await slider.get_attribute("aria-valuetext") == value:
                await slider.press("End")
            assert await slider.get_attribute("aria-valuetext") != value
            assert await drawn(page, name) != before
            await expect(root.locator(".living-said")).not_to_have_text(said)
            now = await root.locator(".living-said").inner_text()
            await expect(root.get_by_role("status")).to_have_text(now)
            assert (
                await root.locator("svg").first.get_attribute("aria-label") == f"{label} Now: {now}"
            )
            await expect(root.locator(".proof-line")).to_be_hidden()
            await root.get_by_role("button", name="Reset").press("Enter")
            await expect(root.locator(".living-said")).to_have_text(said)
            assert_same(before, await drawn(page, name))
            await expect(root.locator(".proof-line")).to_be_visible()
            assert await root.locator("svg").first.get_attribute("aria-label") == label

    read(FIGURES[name][0], reading)


@EVERY
def test_no_setting_shows_a_number_that_is_none(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        choices = await root.locator("select").all()
        options = [
            await each.locator("option").evaluate_all("(all) => all.map((one) => one.value)")
            for each in choices
        ]
        for option in options[0] if options else [""]:
            if option:
                await choices[0].select_option(option)
            for slider in await sliders(root).all():
                for key in ("Home", "ArrowRight", "End", "ArrowLeft", "PageDown"):
                    await slider.press(key)
                    shown = await root.evaluate(
                        "(root) => root.innerText + [...root.querySelectorAll('svg [data-part] *')]"
                        ".map((part) => [...part.attributes].map(({ value }) => value)).join()"
                    )
                    assert not re.search("NaN|Infinity|undefined|null", shown), (option, key)

    read(FIGURES[name][0], reading)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@EVERY
def test_accessible_and_no_wider_than_a_small_phone(name: str, scheme: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        await touched(root)
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        found = await page.evaluate(
            "async (where) => (await axe.run(where, { resultTypes: ['violations'] })).violations"
            ".map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)",
            f'[data-living="{name}"]',
        )
        assert found == []
        assert await ask(page, "tooWide") == []
        small = await root.evaluate(
            "(root) => [...root.querySelectorAll('button, input, select')].filter((control) =>"
            " Math.min(control.offsetWidth, control.offsetHeight) < 24).length"
        )
        assert small == 0

    settings = {"viewport": {"width": 320, "height": 640}, "color_scheme": scheme}
    read(FIGURES[name][0], reading, **settings)


@pytest.mark.parametrize("width", [1440, 360])
@EVERY
def test_room_for_its_controls_is_kept(name: str, width: int) -> None:
    path, controls = FIGURES[name]

    async def reading(page: Page) -> None:
        root = await alive(page, name)
        assert await root.locator(".living-control").count() == controls
        height = await root.evaluate("(root) => root.offsetHeight")
        await root.locator(".living-controls").evaluate("(panel) => panel.remove()")
        assert abs(await root.evaluate("(root) => root.offsetHeight") - height) <= 4

    read(path, reading, viewport={"width": width, "height": 800})


@pytest.mark.parametrize("name", PLAYED)
def test_play_runs_to_the_end_and_tells_it_once(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        played = root.get_by_role("slider").last
        await page.evaluate(COUNTED, f'[data-living="{name}"] [role=status]')
        await root.get_by_role("button", name="Play").press("Enter")
        await expect(root.get_by_role("button", name="Pause")).to_be_focused()
        await expect(root.get_by_role("button", name="Play")).to_be_visible(timeout=20_000)
        end = await played.get_attribute("max")
        assert await played.input_value() == end
        await expect(root.get_by_role("status")).to_have_text(
            await root.locator(".living-said").inner_text()
        )
        assert await page.evaluate("window.told") <= 2
        await root.get_by_role("button", name="Play").press("Enter")  # begins anew
        await root.get_by_role("button", name="Pause").press("Enter")
        paused = await played.input_value()
        assert paused != end
        await page.wait_for_timeout(300)
        assert await played.input_value() == paused

    read(FIGURES[name][0], reading)


COUNTED = """(where) => {
  window.told = 0;
  new MutationObserver(() => (window.told += 1))
    .observe(document.querySelector(where), { childList: true, subtree: true });
}"""


@pytest.mark.parametrize("name", PLAYED)
def test_play_jumps_for_readers_who_want_no_motion(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        played = root.get_by_role("slider").last
        await played.press("Home")
        await root.get_by_role("button", name="Play").click()
        assert await played.input_value() == await played.get_attribute("max")
        await expect(root.get_by_role("button", name="Play")).to_be_visible(timeout=100)

    read(FIGURES[name][0], reading, reduced_motion="reduce")


@EVERY
def test_touch_steps_and_stops_at_the_ends(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        slider = sliders(root).first
        before = int(await slider.input_value())
        lower = root.get_by_role("button", name=re.compile("^Lower ")).first
        higher = root.get_by_role("button", name=re.compile("^Raise ")).first
        await slider.press("Home")
        await lower.tap()
        assert await slider.input_value() == "0"
        await higher.tap()
        assert await slider.input_value() == "1"
        await root.get_by_role("button", name="Reset").tap()
        assert int(await slider.input_value()) == before

    settings = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    read(FIGURES[name][0], reading, **settings)


@EVERY
def test_without_script_it_is_a_figure_and_no_more(name: str) -> None:
    async def reading(page: Page) -> None:
        root = figure(page, name)
        await expect(root.locator("svg:visible")).to_have_count(1)
        await expect(root.locator(".living-controls")).to_have_count(0)
        await expect(root.locator(".living-try")).to_be_hidden()
        below = (
            "(root) => parseFloat(getComputedStyle(root.querySelector('.nn-drawing')).marginBottom)"
        )
        assert await root.evaluate(below) == 0

    read(FIGURES[name][0], reading, java_script_enabled=False)


def test_nothing_is_fetched_before_it_is_near() -> None:
    async def reading(page: Page) -> None:
        fetched = "performance.getEntriesByType('resource').map(({ name }) => name)"
        names = " ".join(await page.evaluate(fetched))
        assert "/living/living.js" in names
        assert "/living/mount.js" not in names
        await alive(page, "losses-outlier")
        assert "/living/losses-outlier.js" in " ".join(await page.evaluate(fetched))

    read("/learn/losses/", reading)


def closure(file: Path) -> set[Path]:
    """Return a module and all that it imports."""
    found = {file}
    for path in IMPORT.findall(file.read_text(encoding="utf-8")):
        found |= closure((file.parent / path).resolve())
    return found


@EVERY
def test_it_is_small(name: str) -> None:
    core = {SCRIPTS / f"{each}.js" for each in CORE}
    beyond = closure(SCRIPTS / f"{name}.js") - core
    assert sum(len(gzip.compress(file.read_bytes())) for file in beyond) <= MOST_BYTES


def test_every_module_is_used() -> None:
    used = {SCRIPTS / f"{name}.js" for name in {*CORE, *FIGURES}}
    used = set[Path]().union(*map(closure, used))
    assert {file for file in SCRIPTS.glob("*.js") if file not in used} == set()
