"""Living figures: each is the built figure until a reader moves its controls."""

import gzip
import re
from pathlib import Path

import pytest
from living_figures import CORE, FIGURES, ROOT, SCRIPTS, alive, assert_same, drawn, figure
from playwright.async_api import Locator, Page, expect
from sessions import read, two_frames
from visits import AXE, SITE, ask

MOST_BYTES = 5_000
IMPORT = re.compile(r'from "(\.{1,2}/[\w./-]+)"')
EVERY = pytest.mark.parametrize("name", FIGURES)
PLAYED = [
    name
    for name in FIGURES
    if "export const plays" in (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
]
MARGIN = "(root) => parseFloat(getComputedStyle(root.querySelector('.nn-drawing')).marginBottom)"
SHOWN = """(root) => root.innerText + [...root.querySelectorAll("svg [data-part] *")]
  .map((part) => [...part.attributes].map(({ value }) => value)).join()"""
FOUND = """async (where) => (await axe.run(where, { resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)"""
SMALL = """(root) => [...root.querySelectorAll("button, input, select")]
  .filter(({ offsetWidth, offsetHeight }) => Math.min(offsetWidth, offsetHeight) < 24).length"""
# Markers whose shape has a paint of its own, which no change of the marker would change.
PAINTED = """(root) => [...root.querySelectorAll("[data-part] use")]
  .filter((mark) => root.querySelector(mark.getAttribute("xlink:href")).hasAttribute("stroke"))
  .length"""
COUNTED = """(where) => {
  window.told = 0;
  new MutationObserver(() => (window.told += 1))
    .observe(document.querySelector(where), { childList: true, subtree: true });
}"""
FETCHED = """(end) => performance.getEntriesByType("resource")
  .some(({ name }) => name.endsWith(end))"""
# Presses Play, Pause and Play within a frame, and after some frames Pause. Returns how many more
# frames the figure asked for in 4 frames of playing and in 4 of pause, and what the button said.
PAUSED = """async (root) => {
  const ask = window.requestAnimationFrame.bind(window);
  const watch = [...root.querySelectorAll("button")].find((each) => each.textContent === "Play");
  const said = [];
  let asked = 0;
  const press = () => {
    watch.click();
    said.push(watch.textContent);
  };
  const count = async (frames) => {
    asked = 0;
    for (let frame = 0; frame < frames; frame += 1) await new Promise(ask);
    return asked;
  };
  window.requestAnimationFrame = (draw) => {
    if (new Error().stack.includes("/living/mount.js")) asked += 1;
    return ask(draw);
  };
  press();
  press();
  press();
  const playing = await count(4);
  press();
  const pausing = await count(4);
  window.requestAnimationFrame = ask;
  return { playing, pausing, said };
}"""


def sliders(root: Locator) -> Locator:
    return root.get_by_role("slider")


def button(root: Locator, name: str) -> Locator:
    return root.get_by_role("button", name=name, exact=True)


async def assert_room_was_kept(root: Locator) -> None:
    """Take the controls away: what is kept for them until they come is as high."""
    height = await root.evaluate("(root) => root.offsetHeight")
    await root.locator(".living-controls").evaluate("(panel) => panel.remove()")
    assert abs(await root.evaluate("(root) => root.offsetHeight") - height) <= 4


@EVERY
def test_it_is_the_built_figure_until_touched(name: str) -> None:
    seen = []

    async def still(page: Page) -> None:
        root = figure(page, name)
        seen.append(await drawn(page, name))
        await expect(root.locator("svg:visible")).to_have_count(1)
        await expect(root.locator(".living-controls")).to_have_count(0)
        await expect(root.locator(".living-try")).to_be_hidden()
        assert await root.evaluate(MARGIN) == 0

    async def living(page: Page) -> None:
        root = await alive(page, name)
        seen.append(await drawn(page, name))
        assert await root.evaluate(PAINTED) == 0
        await expect(root.locator(".proof-line")).to_be_visible()
        await assert_room_was_kept(root)

    read(FIGURES[name][0], still, java_script_enabled=False)
    read(FIGURES[name][0], living)
    assert_same(*seen)


@EVERY
def test_keys_change_it_and_reset_brings_it_back(name: str) -> None:
    path, controls = FIGURES[name]

    async def reading(page: Page) -> None:
        root = await alive(page, name)
        assert await root.locator(".living-control").count() == controls
        said, picture = root.locator(".living-said"), root.locator("svg").first
        before, first = await drawn(page, name), await said.inner_text()
        label = await picture.get_attribute("aria-label")
        told: set[str] = set()
        for slider in await sliders(root).all():
            value = await slider.get_attribute("aria-valuetext")
            await slider.press("Home")
            if await slider.get_attribute("aria-valuetext") == value:
                await slider.press("End")
            assert await slider.get_attribute("aria-valuetext") != value
            assert await drawn(page, name) != before
            now = await said.inner_text()
            told.add(now)
            await expect(root.get_by_role("status")).to_have_text(now)
            assert await picture.get_attribute("aria-label") == f"{label} Now: {now}"
            await expect(root.locator(".proof-line")).to_be_hidden()
            await button(root, "Reset").press("Enter")
            await expect(said).to_have_text(first)
            assert_same(before, await drawn(page, name))
            await expect(root.locator(".proof-line")).to_be_visible()
            assert await picture.get_attribute("aria-label") == label
        assert told != {first}
        await no_setting_shows_a_number_that_is_none(root)

    read(path, reading)


async def no_setting_shows_a_number_that_is_none(root: Locator) -> None:
    """Go to both ends of every slider, for every entry of every list."""
    for choice in [*await root.locator("select").all(), None]:
        entries = await choice.locator("option").all() if choice else [None]
        for entry in entries:
            if choice and entry:
                await choice.select_option(await entry.get_attribute("value"))
            for slider in await sliders(root).all():
                for key in ("Home", "End", "ArrowLeft"):
                    await slider.press(key)
                    shown = await root.evaluate(SHOWN)
                    assert not re.search("NaN|Infinity|undefined|null", shown), key


@EVERY
def test_on_a_small_phone(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        slider = sliders(root).first
        start = await slider.input_value()
        await slider.press("Home")
        await root.get_by_role("button", name=re.compile("^Lower ")).first.tap()
        assert await slider.input_value() == "0"
        await root.get_by_role("button", name=re.compile("^Raise ")).first.tap()
        assert await slider.input_value() == "1"
        assert await ask(page, "tooWide") == []
        assert await root.evaluate(SMALL) == 0
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        assert await page.evaluate(FOUND, f'[data-living="{name}"]') == []
        await button(root, "Reset").tap()
        assert await slider.input_value() == start
        await assert_room_was_kept(root)

    scheme = ("light", "dark")[list(FIGURES).index(name) % 2]
    phone = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "color_scheme": scheme}
    read(FIGURES[name][0], reading, **phone)


@pytest.mark.parametrize("name", PLAYED)
def test_play_runs_to_the_end_and_tells_it_once(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        played, spoken = sliders(root).last, root.get_by_role("status")
        await page.evaluate(COUNTED, f'[data-living="{name}"] [role=status]')
        end = await played.get_attribute("max") or pytest.fail("the slider has no end")
        await button(root, "Play").press("Enter")
        await expect(played).to_have_value(end)
        await expect(button(root, "Play")).to_be_focused()
        await expect(spoken).to_have_text(await root.locator(".living-said").inner_text())
        assert await page.evaluate("window.told") == 1

    read(FIGURES[name][0], reading)


@pytest.mark.parametrize("name", PLAYED)
def test_play_is_paused_and_goes_on(name: str) -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, name)
        played = sliders(root).last
        seen = await root.evaluate(PAUSED)
        assert seen["said"] == ["Pause", "Play", "Pause", "Play"]
        assert 1 <= seen["playing"] <= 4  # one a frame
        assert seen["pausing"] == 0
        assert await played.input_value() != await played.get_attribute("max")

    read(FIGURES[name][0], reading)


def test_play_jumps_for_readers_who_want_no_motion() -> None:
    async def reading(page: Page) -> None:
        root = await alive(page, PLAYED[0])
        played = sliders(root).last
        await played.press("Home")
        await button(root, "Play").click()
        assert await played.input_value() == await played.get_attribute("max")
        await expect(button(root, "Play")).to_be_visible()

    read(FIGURES[PLAYED[0]][0], reading, reduced_motion="reduce")


def test_nothing_is_fetched_before_it_is_near() -> None:
    async def reading(page: Page) -> None:
        await page.wait_for_function(FETCHED, arg="/living/living.js")
        await two_frames(page)  # in which it looks what is near
        assert not await page.evaluate(FETCHED, "/living/mount.js")
        await alive(page, "losses-outlier")
        await page.wait_for_function(FETCHED, arg="/living/losses-outlier.js")

    read("/learn/losses/", reading)


def closure(file: Path) -> set[Path]:
    """Return a module and all that it imports."""
    found = {file}
    for path in IMPORT.findall(file.read_text(encoding="utf-8")):
        found |= closure((file.parent / path).resolve())
    return found


@EVERY
def test_it_is_small(name: str) -> None:
    core = {*(SCRIPTS / f"{each}.js" for each in CORE), SCRIPTS.parent / "net/random.js"}
    beyond = closure(SCRIPTS / f"{name}.js") - core
    served = [SITE / file.relative_to(ROOT / "docs") for file in beyond]
    assert sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in served) <= MOST_BYTES


def test_every_module_is_used() -> None:
    used = set[Path]().union(*(closure(SCRIPTS / f"{name}.js") for name in {*CORE, *FIGURES}))
    assert {*SCRIPTS.glob("*.js")} <= used
