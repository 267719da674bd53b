"""The playground: a newcomer trains a network, changes it, shares it, and nothing breaks it."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import ConsoleMessage, FilePayload, Locator, Page, expect
from sessions import button, read, two_frames
from static_server import serving
from visits import AXE, SITE, ask, browsing, record

from guide.chapters.playground_still.experiments import EPOCHS, first_run

FOLDED = ("Measures", "Race", "Share", "Data and", "Loss", "Optimizer", "Start", "Stop")
PATH = "/play/playground/"
STATUS = ".play-status"
VERDICT = ".play-verdict"
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
}
CALM: dict[str, Any] = {"reduced_motion": "reduce"}
COPYING: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
# What the map shows, as a picture in text; and how many points stand on it.
PIXELS = "document.querySelector('[data-panel=map] canvas').toDataURL()"
POINTS = """() => [...document.querySelectorAll("[data-panel=map] .play-board .play-point")]
  .map((path) => path.getAttribute("d").split("M").length - 1)
  .reduce((sum, count) => sum + count, 0)"""
RIVALS = "[...document.querySelectorAll('.play-rivals canvas')].map((map) => map.toDataURL())"
WILD_CLASSES = "#v=1&loss=ce&hidden=4relu&rate=1000&penalty=l2&strength=10"
VALUES = "options => options.map((option) => option.value)"
TOO_SMALL_TO_TOUCH = """() => {
  const parts = "[data-playground] :is(button, select, summary, input, a)";
  const sizeOf = ({ height, width }) => Math.min(height, width);
  return [...document.querySelectorAll(parts)]
    .filter((part) => part.checkVisibility())
    .filter((part) => sizeOf((part.closest("label") ?? part).getBoundingClientRect()) < 24)
    .map((part) => part.outerHTML.slice(0, 100));
}"""
PRESS_PLAY = "() => document.querySelector('.play-main').click()"
COUNT_PICTURES = """() => {
  const seen = (window.seen = { pictures: 0, since: performance.now() });
  const watch = new MutationObserver(() => (seen.pictures += 1));
  const changes = { childList: true, characterData: true, subtree: true };
  watch.observe(document.querySelector(".play-status"), changes);
}"""
COUNTED = "() => [seen.pictures, (performance.now() - seen.since) / 1000]"
NOTE_LABELS = """(button) => {
  window.labels = [];
  new MutationObserver(() => labels.push(button.textContent)).observe(button, { childList: true });
}"""
# What the browser warns of where a page takes long to load, as on a busy machine.
SLOW = "was preloaded using link preload but not used within a few seconds"


def play(reading: Callable[[Page], Awaitable[None]], end: str = "", **settings: Any) -> None:  # noqa: ANN401
    """Open the playground, at an address with this end, and see that nothing was complained of."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and SLOW not in message.text:
            complaints.append(message.text)

    async def watched(page: Page) -> None:
        page.on("pageerror", lambda error: complaints.append(f"uncaught: {error}"))
        page.on("console", note)
        if end:
            await page.goto(page.url + end)
            await page.reload()
        await ready(page)
        await reading(page)

    read(PATH, watched, **DESK | settings)
    assert complaints == []


def assert_none(findings: list[str]) -> None:
    assert not findings, "\n".join(["", *findings])


async def ready(page: Page) -> None:
    await page.wait_for_selector("[data-playground][data-ready]")


async def epoch(page: Page) -> int:
    """Return the number of epochs that the bar tells."""
    told = await page.locator(STATUS).inner_text()
    found = re.match(r"Epoch ([\d,]+)", told)
    assert found, told
    return int(found[1].replace(",", ""))


async def leaves_epoch(page: Page, told: int) -> None:
    """Wait until the bar tells another epoch than this one."""
    await expect(page.locator(STATUS)).not_to_have_text(re.compile(rf"^Epoch {told:,}\b(?!,\d)"))


def bar(page: Page, name: str) -> Locator:
    """Return the button of the bar with this name."""
    return page.locator(".play-bar").get_by_role("button", name=name, exact=True)


def field(page: Page, label: str) -> Locator:
    """Return the field with this name."""
    return page.get_by_label(label, exact=True)


def data_set(page: Page, name: str) -> Locator:
    """Return the picture of a data set, which is a radio button."""
    return page.locator(f'.play-pictures input[value="{name}"]')


async def unfold(page: Page, summary: str) -> None:
    """Open what is folded below this line; the last ones come when they are near the screen."""
    await page.locator("[data-panel=share]").scroll_into_view_if_needed()
    await page.locator(".play-fold > summary", has_text=re.compile(f"^{summary}")).click()


async def train(page: Page, epochs: int) -> None:
    """Press the button for one epoch so many times."""
    for _ in range(epochs):
        await bar(page, "One epoch").click()


def test_from_home_to_a_trained_network_are_two_clicks() -> None:
    async def reading(page: Page) -> None:
        await page.get_by_role("link", name="Train a network").click()  # one click
        await ready(page)
        await bar(page, "Play").click()  # and another one
        await expect(page.locator(STATUS)).to_contain_text(re.compile("(9[5-9]|100)% right"))

    read("/", reading, **DESK)


def test_its_first_run_is_the_one_that_the_page_tells() -> None:
    async def reading(page: Page) -> None:
        told = first_run()
        await expect(page.locator(STATUS)).to_contain_text(f"training: loss {told.first_loss:.2f}")
        await expect(page.locator(STATUS)).to_contain_text(f", {told.first_right + 0.5:.0f}% right")
        await train(page, EPOCHS)
        assert await epoch(page) == EPOCHS
        await expect(page.locator(STATUS)).to_contain_text(f"training: loss {told.last_loss:.2f}")
        await expect(page.locator(STATUS)).to_contain_text(f", {told.last_right + 0.5:.0f}% right")

    play(reading)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 800), (1200, 800), (360, 740)])
def test_play_and_the_map_are_on_the_first_screen(width: int, height: int) -> None:
    async def reading(page: Page) -> None:
        await expect(bar(page, "Play")).to_be_in_viewport(ratio=1)
        await expect(page.locator("[data-panel=map] .play-board")).to_be_in_viewport(ratio=0.6)
        if width >= 1200:
            await expect(page.locator("[data-panel=graph]")).to_be_in_viewport(ratio=0.5)
            await expect(page.get_by_role("group", name="Data")).to_be_in_viewport(ratio=1)

    play(reading, viewport={"width": width, "height": height})


def test_by_keyboard_alone() -> None:
    async def reading(page: Page) -> None:
        await page.locator("h1").click()
        for _ in range(4):
            await page.keyboard.press("Tab")
            if await bar(page, "Play").evaluate("button => button === document.activeElement"):
                break
        await expect(bar(page, "Play")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(bar(page, "Pause")).to_be_focused()
        await page.keyboard.press("Enter")
        before = await epoch(page)
        await page.keyboard.press("Tab")
        await page.keyboard.press("Tab")
        await expect(bar(page, "One epoch")).to_be_focused()
        await page.keyboard.press("Space")
        assert await epoch(page) == before + 1
        for _ in range(3):
            await page.keyboard.press("Tab")
        await expect(bar(page, "New start")).to_be_focused()

    play(reading)


def test_it_pauses_and_goes_on() -> None:
    async def reading(page: Page) -> None:
        await field(page, "Speed").select_option("all")  # so that each frame tells
        await bar(page, "Play").click()
        await leaves_epoch(page, 0)
        await bar(page, "Pause").click()
        told, paused = await page.locator(STATUS).inner_text(), await epoch(page)
        await two_frames(page)
        assert await page.locator(STATUS).inner_text() == told
        await bar(page, "Play").click()
        await leaves_epoch(page, paused)
        assert await epoch(page) > paused > 0

    play(reading)


def test_each_speed_trains_by_its_own_unit() -> None:
    """How much is due in a second, playground_clock.test.mjs tells, frame by frame."""

    async def reading(page: Page) -> None:
        async def plays_at(speed: str) -> None:
            await bar(page, "Reset").click()
            await field(page, "Speed").select_option(speed)
            await bar(page, "Play").click()

        status, told = page.locator(STATUS), page.locator("[data-panel=map] .play-readout")
        await page.mouse.move(0, 0)
        await expect(told).to_contain_text("Example 1 of 160")
        await plays_at("example")
        await expect(told).to_contain_text(re.compile(r"^Example ([2-9]|\d\d+) of 160"))
        assert await epoch(page) == 0
        for speed, reached in (
            ("batch", r"^Epoch 0, batch ([3-9]|1\d) of 16"),
            ("epoch", r"^Epoch ([3-9]|\d\d) "),
            ("all", r"^Epoch (\d{3}|\d+,\d)"),
        ):
            await plays_at(speed)
            await expect(status).to_have_text(re.compile(reached), timeout=60_000)

    play(reading)


def test_reset_keeps_the_start_and_new_start_draws_another() -> None:
    async def reading(page: Page) -> None:
        status = page.locator(STATUS)
        first = await status.inner_text()
        await train(page, 3)
        later = await status.inner_text()
        await bar(page, "Reset").click()
        assert await status.inner_text() == first
        await train(page, 3)
        assert await status.inner_text() == later
        await bar(page, "New start").click()
        assert await status.inner_text() != first
        assert await epoch(page) == 0

    play(reading)


def test_a_change_on_the_way_goes_on_from_the_weights_of_now() -> None:
    async def reading(page: Page) -> None:
        await train(page, 5)
        pixels = await page.evaluate(PIXELS)
        await field(page, "Learning rate").select_option("0.01")
        await expect(page.get_by_role("status").first).to_contain_text("from the weights of now")
        assert await epoch(page) == 5
        assert await page.evaluate(PIXELS) == pixels
        await bar(page, "One epoch").click()
        assert await epoch(page) == 6
        await bar(page, "Back").click()
        await bar(page, "Back").click()
        await expect(field(page, "Learning rate")).to_have_value("0.3")
        assert await page.evaluate(PIXELS) == pixels

    play(reading)


def test_the_numbers_are_those_of_the_weights_of_now() -> None:
    async def reading(page: Page) -> None:
        seen = set()
        for _ in range(4):
            told = await page.locator(STATUS).inner_text()
            seen.add(told.partition("training:")[2])
            await bar(page, "One batch").click()
        assert len(seen) == 4
        assert await epoch(page) == 0

    play(reading)


def test_numbers_that_run_away_are_explained() -> None:
    async def reading(page: Page) -> None:
        await data_set(page, "plane").check()
        await field(page, "Activation").select_option("linear")
        await field(page, "Learning rate").select_option("10")
        await field(page, "Speed").select_option("all")
        await bar(page, "Play").click()
        await expect(page.locator(VERDICT)).to_contain_text(
            re.compile(r"In epoch \d+, step \d+, the numbers grew past all bounds")
        )
        await expect(page.locator(VERDICT)).to_contain_text("smaller learning rate")
        await expect(bar(page, "Play")).to_be_visible()
        await expect(bar(page, "One epoch")).to_be_disabled()
        assert "NaN" not in await page.locator("[data-playground]").inner_text()
        await field(page, "Learning rate").select_option("0.1")
        await bar(page, "Reset").click()
        await expect(bar(page, "One epoch")).to_be_enabled()
        await train(page, 1)
        assert await epoch(page) == 1

    play(reading)


def test_it_stops_where_the_reader_asked() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Stop by itself")
        await field(page, "After so many epochs").fill("7")
        await field(page, "After so many epochs").press("Enter")
        await field(page, "Speed").select_option("all")
        await bar(page, "Play").click()
        await expect(page.locator(VERDICT)).to_have_text("Stopped after 7 epochs.")
        assert await epoch(page) == 7
        await field(page, "After so many epochs").fill("seven")
        await field(page, "After so many epochs").press("Enter")
        await expect(page.get_by_text("Type a whole number from 0 to")).to_be_visible()

    play(reading)


HOSTILE = (
    "#v=1&dataset=<img src=x onerror=alert(1)>&rate=NaN&hidden=999tanh,,x&seed=-1e99",
    "#v=1&points=%00%ff&dataset=points&parameters=javascript:alert(1)&__proto__=1",
    "#v=99&dataset=moons",
    "#v=1&v=2&rate=1e999&examples=-4&features=constructor,__proto__",
)


@pytest.mark.parametrize("end", HOSTILE)
def test_a_bad_address_is_told_and_the_page_works(end: str) -> None:
    async def reading(page: Page) -> None:
        await expect(page.locator(".play-notes")).not_to_be_empty()
        assert "NaN" not in await page.locator("[data-playground]").inner_text()
        await train(page, 1)
        if await page.evaluate(POINTS):
            assert await epoch(page) == 1
        else:
            await expect(page.locator(VERDICT)).to_contain_text("no point to learn from")

    play(reading, end)


def test_a_heading_in_the_address_is_no_bad_address() -> None:
    async def reading(page: Page) -> None:
        await expect(page.locator(".play-notes")).to_be_empty()

    play(reading, "#by-keyboard")


def test_a_link_leads_to_the_same_network() -> None:
    async def reading(page: Page) -> None:
        await data_set(page, "spirals").check()
        await field(page, "Activation").select_option("relu")
        await unfold(page, "Optimizer")
        await field(page, "Optimizer").select_option("adam")
        await field(page, "Learning rate").select_option("0.03")
        await bar(page, "Reset").click()
        await train(page, 4)
        told = await page.locator(STATUS).inner_text()
        await unfold(page, "Share")
        copy = button(page, "Copy the link")
        await copy.evaluate(NOTE_LABELS)
        await copy.click()
        await page.wait_for_function("() => labels.length > 0")
        assert await page.evaluate("labels[0]") == "Copied"
        link = await page.evaluate("navigator.clipboard.readText()")
        other = await page.context.new_page()
        await other.goto(link)
        await ready(other)
        await expect(data_set(other, "spirals")).to_be_checked()
        await train(other, 4)
        assert await other.locator(STATUS).inner_text() == told

    play(reading, **COPYING)


def test_the_address_follows_what_is_chosen() -> None:
    async def reading(page: Page) -> None:
        await data_set(page, "moons").check()
        await expect(page).to_have_url(re.compile("dataset=moons"))
        await page.evaluate("location.hash = '#v=1&dataset=blobs'")
        await expect(data_set(page, "blobs")).to_be_checked()

    play(reading)


def test_the_script_in_python_compiles_and_names_the_package() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Share")
        await button(page, "Show as Python").click()
        script = await page.locator(".play-code code").inner_text()
        compile(script, "script", "exec")
        assert "import nnbyhand as nn" in script

    play(reading)


def test_weights_go_out_and_come_in(tmp_path: Path) -> None:
    async def reading(page: Page) -> None:
        await train(page, 6)
        pixels = await page.evaluate(PIXELS)
        await unfold(page, "Share")
        async with page.expect_download() as download:
            await button(page, "Save the weights").click()
        file = tmp_path / "weights.json"
        await (await download.value).save_as(file)
        assert "layers" in json.loads(file.read_text(encoding="utf-8"))
        await bar(page, "New start").click()
        assert await page.evaluate(PIXELS) != pixels
        await page.locator(".play-bring input[type=file]").first.set_input_files(file)
        await expect(page.get_by_text("The weights are in place.")).to_be_visible()
        assert await page.evaluate(PIXELS) == pixels
        await field(page, "Weights, as this page saves them").fill('{"format": "else"}')
        await button(page, "Use this").first.click()
        await expect(page.locator(".play-bring .play-error").first).not_to_be_empty()
        assert await page.evaluate(PIXELS) == pixels

    play(reading)


def test_a_pasted_table_becomes_points() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Share")
        table = field(page, "A table: two columns of numbers, and a class")
        await table.fill("x,y,kind\n" + "\n".join(f"{n},{n * n},{'ab'[n % 2]}" for n in range(20)))
        await button(page, "Use this").last.click()
        await expect(data_set(page, "points")).to_be_checked()
        assert await page.evaluate(POINTS) == 20
        await train(page, 2)
        await table.fill("no table at all")
        await button(page, "Use this").last.click()
        await expect(page.locator(".play-bring .play-error").last).not_to_be_empty()
        assert await page.evaluate(POINTS) == 20

    play(reading)


def test_points_are_drawn_by_keyboard_and_by_pointer() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Draw points").click()
        await expect(page.get_by_role("radiogroup")).to_be_visible()
        board = page.locator("[data-panel=map] .play-board")
        await board.focus()
        keys = "Enter ArrowRight ArrowRight 2 Enter ArrowUp ArrowUp Enter"
        for key in keys.split():
            await page.keyboard.press(key)
        assert await page.evaluate(POINTS) == 3
        await page.keyboard.press("Backspace")
        assert await page.evaluate(POINTS) == 2
        await board.click(position={"x": 30, "y": 40})
        assert await page.evaluate(POINTS) == 3
        await train(page, 2)
        assert await epoch(page) >= 1
        await page.keyboard.press("Escape")
        await button(page, "Stop drawing").click()
        await board.click(position={"x": 90, "y": 40})
        assert await page.evaluate(POINTS) == 3

    play(reading)


def test_an_example_is_chosen_on_the_map() -> None:
    async def reading(page: Page) -> None:
        board = page.locator("[data-panel=map] .play-board")
        told = page.locator("[data-panel=map] .play-readout")
        await page.mouse.move(0, 0)
        await expect(told).to_contain_text("Example 1 of 160")
        await board.focus()
        await page.keyboard.press("ArrowRight")
        await expect(told).to_contain_text("Example 2 of 160")
        await expect(page.get_by_role("status").first).to_contain_text("Example 2 of 160")

    play(reading)


def test_a_race_says_who_is_ahead() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race two networks")
        await field(page, "The second one has").select_option("0.01")
        await button(page, "Start a race").click()
        ahead = page.locator(".play-ahead")
        await expect(ahead).to_contain_text("The first is ahead")
        await bar(page, "Pause").click()
        await expect(page.locator(".play-rivals .play-board:visible")).to_have_count(2)
        await expect(page.locator(".play-names > span:visible")).to_have_count(4)
        await button(page, "End the race").click()
        await expect(ahead).to_be_hidden()

    play(reading)


def test_measures_are_told() -> None:
    async def reading(page: Page) -> None:
        await train(page, 30)
        await unfold(page, "Measures")
        cells = page.locator(".play-confusion td")
        await expect(cells).to_have_count(4)
        assert sum(map(int, await cells.all_inner_texts())) == 40
        await expect(page.locator(".play-bars > div")).to_have_count(2)
        await expect(page.get_by_text("No unit is dead or saturated.")).to_be_visible()

    play(reading)


def test_every_data_set_and_every_loss_trains() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Loss and output")
        names = await page.locator(".play-pictures input").evaluate_all(VALUES)
        for name in [name for name in names if name != "points"]:
            await data_set(page, name).check()
            losses = field(page, "Loss").locator("option:not([hidden])")
            for loss in await losses.evaluate_all(VALUES):
                if await field(page, "Loss").is_enabled():  # numbers know one alone
                    await field(page, "Loss").select_option(loss)
                await train(page, 2)
                told = await page.locator(STATUS).inner_text()
                assert told.startswith("Epoch 2"), (name, loss, told)
                assert "not a number" not in told

    play(reading)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_accessible_while_it_is_used(scheme: str, width: int) -> None:
    async def reading(page: Page) -> None:
        for summary in FOLDED:
            await unfold(page, summary)
        await button(page, "Start a race").click()
        await bar(page, "Pause").click()
        await button(page, "Show as Python").click()
        await page.locator("[data-panel=graph] [data-neuron]").nth(3).press("Enter")
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        assert_none(await ask(page, "violations"))

    play(reading, color_scheme=scheme, viewport={"width": width, "height": 900}, **CALM)


@pytest.mark.parametrize("width", [1440, 1024, 768, 360, 320])
def test_nothing_is_wider_than_the_page_while_it_is_used(width: int) -> None:
    async def reading(page: Page) -> None:
        for summary in ("Measures", "Race", "Share", "Data and"):
            await unfold(page, summary)
        await button(page, "Start a race").click()
        await bar(page, "Pause").click()
        await button(page, "Show as Python").click()
        assert_none(await ask(page, "tooWide"))
        if width >= 360:  # below, figures are a little smaller
            assert_none(await ask(page, "tooSmall"))

    play(reading, viewport={"width": width, "height": 740})


def test_by_touch() -> None:
    async def reading(page: Page) -> None:
        await bar(page, "Play").tap()
        await leaves_epoch(page, 0)
        await bar(page, "Pause").tap()
        await button(page, "Draw points").tap()
        await expect(page.get_by_role("radiogroup")).to_be_visible()
        await page.locator("[data-panel=map] .play-board").tap(position={"x": 60, "y": 60})
        assert await page.evaluate(POINTS) == 1

    play(reading, **PHONE)


def test_what_can_be_touched_is_large_enough() -> None:
    async def reading(page: Page) -> None:
        assert_none(await page.evaluate(TOO_SMALL_TO_TOUCH))

    play(reading, **PHONE)


def test_readers_who_want_no_motion_get_few_pictures() -> None:
    async def reading(page: Page) -> None:
        await page.evaluate(COUNT_PICTURES)
        await bar(page, "Play").click()
        await expect(page.locator(STATUS)).to_have_text(re.compile(r"^Epoch ([4-9]\d|\d{3})"))
        pictures, seconds = await page.evaluate(COUNTED)
        assert 1 <= pictures <= seconds + 1  # one a second, and the first

    play(reading, **CALM)


def test_nothing_moves_while_it_trains() -> None:
    async def reading(page: Page) -> None:
        await page.evaluate(PRESS_PLAY)  # what moves soon after a reader's own click is excused
        await expect(page.locator(STATUS)).to_have_text(re.compile(r"^Epoch ([6-9]\d|\d{3})"))
        await page.evaluate(PRESS_PLAY)
        await expect(bar(page, "Play")).to_be_visible()
        await ask(page, "settled")
        assert await ask(page, "layoutShift") <= 0.02

    play(reading)


def test_without_script_the_page_tells_a_run() -> None:
    async def reading(page: Page) -> None:
        still = page.locator(".play > noscript > p")
        await expect(still).to_be_visible()
        await expect(still).to_have_text(re.compile("^With JavaScript, you could train"))
        await expect(page.locator("figure svg:visible")).to_have_count(1)
        await expect(page.get_by_role("button", name="Play")).to_have_count(0)

    read(PATH, reading, java_script_enabled=False)


def test_it_works_below_a_path() -> None:
    async def session() -> None:
        async with browsing() as browser:
            page = await browser.new_page()
            seen = record(page, served.origin)
            await page.goto(f"{served.origin}/guide{PATH}")
            await ready(page)
            await train(page, 1)
            await unfold(page, "Race")
            await bar(page, "Reset").click()
            assert [message for message in seen.messages if SLOW not in message] == []
            assert seen.foreign_requests == []

    with serving(SITE, below="/guide/") as served:
        asyncio.run(session())


def test_classes_of_numbers_past_all_bounds_are_not_told() -> None:
    async def reading(page: Page) -> None:
        await field(page, "Speed").select_option("all")
        await bar(page, "Play").click()
        await expect(page.locator(VERDICT)).to_contain_text("the numbers grew past all bounds")
        told = page.locator("[data-panel=map] .play-readout")
        await expect(told).to_contain_text("the network's numbers are past all bounds")
        await unfold(page, "Measures")
        measures = page.locator("[data-panel=measures]")
        await expect(measures).to_contain_text("In epoch")
        await expect(measures.locator(".play-confusion")).to_be_hidden()
        assert not re.search("NaN|% right|% sure", await page.locator(".play").inner_text())

    play(reading, WILD_CLASSES)


def test_heights_past_all_bounds_are_not_told_as_0() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race")
        await field(page, "The second one has").select_option("3")
        await button(page, "Start a race").click()
        await expect(page.locator(".play-ahead")).to_contain_text("The numbers of the second one")
        await bar(page, "Pause").click()
        await expect(page.locator("[data-panel=curves]")).to_contain_text("rival past all bounds")
        await field(page, "Learning rate").select_option("10")  # which ends the race
        await bar(page, "Reset").click()
        await bar(page, "One epoch").click()
        await expect(page.locator(VERDICT)).to_contain_text("the numbers grew past all bounds")
        await unfold(page, "Measures")
        measures = page.locator("[data-panel=measures]")
        await expect(measures.locator("p").first).to_contain_text("In epoch 1")
        await expect(measures.locator("output").first).to_have_text("past all bounds")

    play(reading, "#v=1&dataset=plane&loss=mse&hidden=8linear,8linear&rate=0.001")


def test_a_race_needs_something_to_differ_in() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race")
        start, other = button(page, "Start a race"), field(page, "The second one has")
        for choice in ("loss", "activation", "dropout"):
            await field(page, "They differ in").select_option(choice)
            await expect(start).to_be_disabled()
            await train(page, 1)
            await expect(start).to_be_disabled()
            await expect(other).to_be_disabled()
        await field(page, "They differ in").select_option("rate")
        await start.click()
        await expect(page.locator(".play-rivals")).to_be_visible()
        await button(page, "End the race").click()
        await expect(other).to_be_enabled()

    play(reading, "#v=1&dataset=plane&loss=mse&hidden=none&rate=0.1")


def test_a_race_is_over_where_the_layers_change() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race")
        await button(page, "Start a race").click()
        await expect(page.locator(".play-ahead")).to_contain_text("ahead")
        await bar(page, "Pause").click()
        over = page.get_by_text("The race is over: the layers are other ones now.")
        await expect(over).to_have_count(0)
        await button(page, "One unit more in hidden layer 1").click()
        await expect(over.first).to_be_visible()
        await expect(page.locator(".play-rivals")).to_be_hidden()
        await button(page, "Start a race").click()
        await expect(page.locator(".play-rivals")).to_be_visible()
        await expect(over).to_have_count(0)

    play(reading)


async def with_weights_of_now(page: Page) -> None:
    """Train, and begin from the weights that were learned."""
    await train(page, 5)
    await unfold(page, "Share")
    await button(page, "Copy it with the weights of now").click()
    await expect(button(page, "Copied")).to_be_visible()
    await page.goto(await page.evaluate("navigator.clipboard.readText()"))
    await page.reload()
    await ready(page)


def test_a_race_in_the_first_weights_has_two_starts() -> None:
    async def reading(page: Page) -> None:
        await with_weights_of_now(page)
        await unfold(page, "Race")
        for choice in ("initialization", "seed"):
            await field(page, "They differ in").select_option(choice)
            await button(page, "Start a race").click()
            await bar(page, "Pause").click()
            await expect(page.locator(".play-rivals")).to_be_visible()
            first, second = await page.evaluate(RIVALS)
            assert first != second
            await button(page, "End the race").click()

    play(reading, **COPYING)


def test_losses_of_two_kinds_are_not_compared() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race")
        await field(page, "They differ in").select_option("loss")
        await button(page, "Start a race").click()
        ahead = page.locator(".play-ahead")
        await expect(ahead).to_contain_text(re.compile(r"ahead \(right: \d+% and \d+%\)"))
        await expect(ahead).to_contain_text("their losses are of two kinds and cannot be compared")

    play(reading)


def test_a_race_takes_up_other_colors_while_it_is_paused() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race")
        await button(page, "Start a race").click()
        await expect(page.locator(".play-ahead")).to_contain_text("ahead")
        await bar(page, "Pause").click()
        light = await page.evaluate(RIVALS)
        await page.emulate_media(color_scheme="dark")
        await page.wait_for_function(
            f"before => {RIVALS}.every((map, at) => map !== before[at])", arg=light
        )

    play(reading, color_scheme="light")


def test_a_choice_before_the_first_step_leaves_the_weights_to_the_seed() -> None:
    async def reading(page: Page) -> None:
        pixels = await page.evaluate(PIXELS)
        await field(page, "Learning rate").select_option("0.01")
        await expect(page).to_have_url(re.compile("rate=0.01"))
        assert "parameters" not in page.url
        assert await page.evaluate(PIXELS) == pixels

    play(reading)


def test_back_from_the_board_draws_no_more() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Draw points").click()
        await page.locator("[data-panel=map] .play-board").click(position={"x": 90, "y": 40})
        await expect(button(page, "Stop drawing")).to_be_visible()
        await bar(page, "Back").click()
        await expect(button(page, "Stop drawing")).to_be_visible()
        await bar(page, "Back").click()
        await expect(button(page, "Draw points")).to_be_visible()
        await expect(data_set(page, "circles")).to_be_checked()
        await page.locator("[data-panel=map] .play-board").click(position={"x": 90, "y": 40})
        assert await page.evaluate(POINTS) == 200

    play(reading)


def test_back_takes_up_the_start_that_was_given() -> None:
    async def reading(page: Page) -> None:
        await with_weights_of_now(page)
        pixels = await page.evaluate(PIXELS)
        await train(page, 2)
        await bar(page, "New start").click()
        await bar(page, "Back").click()
        await bar(page, "Reset").click()
        assert await page.evaluate(PIXELS) == pixels

    play(reading, **COPYING)


def test_the_curves_mark_changes_until_they_are_undone() -> None:
    async def reading(page: Page) -> None:
        told, marks = (
            page.locator("[data-panel=curves] .play-readout"),
            page.locator(".play-changes"),
        )
        await train(page, 3)
        await unfold(page, "Stop by itself")
        await field(page, "After so many epochs").fill("90")
        await field(page, "After so many epochs").press("Enter")
        await expect(told).to_contain_text("here you changed: number of epochs to stop after")
        await expect(marks).to_have_attribute("d", re.compile("V100"))
        await bar(page, "Back").click()
        await expect(told).not_to_contain_text("changed")
        await expect(marks).to_have_attribute("d", "")

    play(reading)


def test_files_that_cannot_be_read_are_refused() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Share")
        chooser = page.locator(".play-bring input[type=file]").last
        fault = page.locator(".play-bring .play-error").last
        large = FilePayload(name="large.csv", mimeType="text/csv", buffer=b"1,2,a\n" * 200_000)
        await chooser.set_input_files(files=[large])
        await expect(fault).to_contain_text("larger than 1 MB")
        await page.evaluate(
            "() => { File.prototype.text = async () => { throw new Error('gone'); }; }"
        )
        small = FilePayload(name="small.csv", mimeType="text/csv", buffer=b"1,2,a\n3,4,b\n")
        await chooser.set_input_files(files=[small])
        await expect(fault).to_contain_text("could not be read")
        assert await page.evaluate(POINTS) == 200

    play(reading)


def test_a_part_that_could_not_be_loaded_can_be_tried_again() -> None:
    async def reading(page: Page) -> None:
        await page.route("**/play/share.js", lambda route: route.abort())
        await page.reload()
        await ready(page)
        await page.locator("[data-panel=share]").scroll_into_view_if_needed()
        await expect(page.get_by_text("This part could not be loaded.")).to_be_visible()
        await page.unroute("**/play/share.js")
        await button(page, "Try again").click()
        await unfold(page, "Share")
        await expect(page.get_by_text("This part could not be loaded.")).to_have_count(0)
        await page.route("**/play/pen.js", lambda route: route.abort())
        fault = page.locator("[data-panel=map] > .play-error")
        await button(page, "Draw points").click()
        await expect(fault).to_contain_text("This part could not be loaded.")
        await page.locator("[data-panel=map] .play-board").click()  # puts nothing, and does no harm
        await button(page, "Stop drawing").click()
        await expect(fault).to_be_hidden()
        await button(page, "Draw points").click()
        await page.unroute("**/play/pen.js")
        await fault.get_by_role("button", name="Try again").click()
        await expect(page.get_by_role("radiogroup", name="What a press puts")).to_be_visible()
        await expect(fault).to_have_count(0)
        assert await page.evaluate(POINTS) == 0

    read(PATH, reading, **DESK)


def test_the_address_tells_of_the_race_the_choice_and_the_example() -> None:
    async def reading(page: Page) -> None:
        await unfold(page, "Race")
        await field(page, "They differ in").select_option("activation")
        await field(page, "The second one has").select_option("relu")
        await button(page, "Start a race").click()
        await bar(page, "Pause").click()
        await page.locator("[data-neuron='0,1']").press("Enter")
        await page.locator("[data-panel=map] .play-board").press("ArrowRight")
        told = r"#v=1&rival=hidden,4relu&chosen=1,2&example=\d+$"
        await expect(page).to_have_url(re.compile(told))
        example = page.url.rpartition("=")[2]
        await page.reload()
        await ready(page)
        await expect(page.locator("[data-neuron='0,1']")).to_have_attribute("aria-pressed", "true")
        readout = page.locator("[data-panel=map] .play-readout")
        await expect(readout).to_contain_text(f"Example {example} of 160")
        await page.locator("[data-panel=share]").scroll_into_view_if_needed()
        race = page.locator("[data-panel=race]")
        await expect(race.locator(".play-ahead")).to_have_text("Both stand at their start.")
        await expect(race).to_contain_text("The second one: activation ReLU")
        await button(page, "End the race").click()
        await expect(page).to_have_url(re.compile("#v=1&chosen=1,2$"))  # at the start again

    play(reading)
