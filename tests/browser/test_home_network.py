"""The network of the home page: it opens as its picture shows it, and a reader can train it."""

from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect
from sessions import button, read, two_frames
from visits import ask

from guide.chapters.home.experiments import ANSWERS, losses

STATUS = ".network-status"
VERDICT = ".network-verdict"
TRAIN = "[data-part=train]"
WHOLE_RUN = 4000  # ms of the page's clock: a run takes 3.3 s
LEARNED = "Step 400 · loss 0.005 · 4 of 4 right"
PICTURE = """() => [...document.querySelectorAll(".home-network svg")].map((svg) => ({
  wires: [...svg.querySelectorAll("path[stroke*='tive']")].map((wire) => [
    wire.getAttribute("stroke").includes("negative"),
    Number(wire.getAttribute("stroke-width")),
    (wire.getAttribute("stroke-dasharray") ?? "").split(",").map(Number),
  ]),
  texts: [...svg.querySelectorAll("text")].map((text) => text.textContent),
  cells: [...svg.querySelectorAll("use[fill*='tive']")].map((cell) => [
    cell.getAttribute("fill").includes("negative"),
    Number(cell.getAttribute("fill-opacity")),
  ]),
  rings: [...svg.querySelectorAll("use[stroke*='-ink,']")].map((ring) =>
    Number(ring.getAttribute("stroke-width") ?? 1),
  ),
  ends: [...svg.querySelectorAll("path[stroke*='series-1']")].map((line) => {
    const { x, y, width, height } = line.getBBox();
    return [x, y, width, height];
  })[0],
}))"""
# A source of random numbers that a test chooses: `Math.random` of the page.
STUCK = [
    0,
    0.13,
    0.76,
    0.46,
    0.53,
    0.22,
    0.05,
    0.68,
    0.68,
    0.93,
    0.38,
    0.52,
    0.83,
    0.03,
    0.05,
    0.53,
    0.67,
    0.01,
]
CHOSEN = "(numbers) => { let at = 0; Math.random = () => numbers[at++ % numbers.length]; }"
# What one element says at the moment after another one was pressed.
AT_ONCE = """([pressed, said]) => {
  document.querySelector(pressed).click();
  return document.querySelector(said).textContent;
}"""


async def picture(page: Page) -> list[dict[str, Any]]:
    """Return what the drawings of the home page show, in their own numbers."""
    drawn: list[dict[str, Any]] = await page.evaluate(PICTURE)
    return drawn


async def weights(page: Page) -> list[str]:
    """Return the weights and biases that the drawings show."""
    return [text for drawn in await picture(page) for text in drawn["texts"] if "." in text]


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name)


def new_start(page: Page) -> Locator:
    return page.get_by_role("button", name="New start", exact=True)


async def begin_as_built(page: Page) -> None:
    """Take the start of the build again: another activation, and back, begins the same start."""
    for name in ("sigmoid", "tanh"):
        await choice(page, "Activation").select_option(name)


def test_it_opens_as_its_picture_shows_it() -> None:
    drawn: list[list[dict[str, Any]]] = []

    async def reading(page: Page) -> None:
        drawn.append(await picture(page))

    read("/", reading, java_script_enabled=False)
    read("/", reading)
    (still, alive) = drawn
    assert len(still) == 2
    for one, other in zip(still, alive, strict=True):
        assert len(one["wires"]) == 9
        assert one["texts"] == other["texts"]
        assert one["cells"] == other["cells"]
        assert one["rings"] == other["rings"] == [1, 1, 1, 1]
        assert one["ends"] == pytest.approx(other["ends"], abs=0.3)
        for (sign, width, dashes), (sign_2, width_2, dashes_2) in zip(
            one["wires"], other["wires"], strict=True
        ):
            assert (sign, width) == (sign_2, width_2)
            assert dashes == pytest.approx(dashes_2, abs=0.01)


def test_it_trains_to_where_the_build_did() -> None:
    async def reading(page: Page) -> None:
        await expect(page.locator(STATUS)).to_have_text(LEARNED)
        trained = await picture(page)
        await begin_as_built(page)
        first, second, *_ = losses()
        await expect(page.locator(STATUS)).to_have_text(f"Step 0 · loss {first:.3f} · 2 of 4 right")
        assert await picture(page) != trained
        await button(page, "One step").click()
        await expect(page.locator(STATUS)).to_contain_text(f"Step 1 · loss {second:.3f}")
        await page.clock.install()
        await button(page, "Train").click()
        await expect(button(page, "Pause")).to_be_visible()
        await page.clock.run_for(WHOLE_RUN)
        await expect(button(page, "Train a new start")).to_be_visible()
        await expect(page.locator(STATUS)).to_have_text(LEARNED)
        await expect(page.get_by_role("status")).to_contain_text(LEARNED)
        assert await picture(page) == trained

    read("/", reading)


def test_every_new_start_is_another_one() -> None:
    async def reading(page: Page) -> None:
        seen = [tuple(await weights(page))]
        for _ in range(3):
            await new_start(page).click()
            await expect(page.locator(STATUS)).to_contain_text("Step 0 · ")
            seen.append(tuple(await weights(page)))
        assert len(set(seen)) == len(seen)
        await begin_as_built(page)  # and the last one stays until the next
        assert tuple(await weights(page)) == seen[-1]

    read("/", reading)


def test_squares_hold_the_right_answers_and_circles_those_of_the_network() -> None:
    right = ["yes" if answer > 0 else "no" for answer in ANSWERS[:, 0]]

    async def reading(page: Page) -> None:
        for _ in range(5):
            await new_start(page).click()
            status = await page.locator(STATUS).inner_text()
            for drawn in await picture(page):
                words = [text for text in drawn["texts"] if text in {"yes", "no"}]
                assert words[::2] == right
                agree = [one == other for one, other in zip(right, words[1::2], strict=True)]
                assert status.endswith(f"{sum(agree)} of 4 right")
                assert [width == 1 for width in drawn["rings"]] == agree

    read("/", reading)


def test_rate_and_activation_change_what_a_step_does() -> None:
    async def reading(page: Page) -> None:
        seen = set()
        for rate in ("0.01", "0.2", "10"):
            for activation in ("tanh", "sigmoid", "relu", "linear"):
                await choice(page, "Learning rate").select_option(rate)
                await choice(page, "Activation").select_option("linear")
                await choice(page, "Activation").select_option(activation)
                await button(page, "One step").click()
                await expect(page.locator(STATUS)).to_contain_text("Step 1 · ")
                seen.add(await page.locator(STATUS).inner_text())
        assert len(seen) == 12

    read("/", reading)


def test_a_new_rate_is_said_and_the_mark_of_the_drawn_picture_goes_with_it() -> None:
    async def reading(page: Page) -> None:
        mark = page.locator(".home-network .proof-line")
        await expect(mark).to_be_visible()
        await choice(page, "Learning rate").select_option("1")
        await expect(page.locator(VERDICT)).to_have_text("New rate from the next step on.")
        await expect(page.get_by_role("status")).to_have_text("New rate from the next step on.")
        await expect(mark).to_be_visible()
        await button(page, "One step").click()
        await expect(mark).to_be_hidden()

    read("/", reading)


def test_its_line_grows_and_makes_room_for_more_steps() -> None:
    async def reading(page: Page) -> None:
        await begin_as_built(page)
        await choice(page, "Learning rate").select_option("0.01")
        await button(page, "Train").click()
        await expect(page.locator(VERDICT)).to_have_text("It is still learning: train on.")
        before = (await picture(page))[0]
        await button(page, "Train on").click()
        await expect(page.locator(STATUS)).to_contain_text("Step 800 · ")
        after = (await picture(page))[0]
        assert "400" in before["texts"]
        assert "800" in after["texts"]
        assert after["ends"][2] == pytest.approx(before["ends"][2], abs=0.5)

    read("/", reading, reduced_motion="reduce")


def test_it_says_when_a_start_is_stuck() -> None:
    async def reading(page: Page) -> None:
        await page.evaluate(CHOSEN, STUCK)
        await new_start(page).click()
        await button(page, "Train").click()
        await expect(page.locator(STATUS)).to_contain_text("Step 400 · ")
        await expect(page.locator(STATUS)).to_contain_text("3 of 4 right")
        await expect(page.locator(VERDICT)).to_have_text(
            "This start looks stuck: try a new one, or another rate."
        )
        await choice(page, "Activation").select_option("linear")
        await button(page, "Train").click()
        await expect(page.locator(VERDICT)).to_have_text("Without a bend, no start can learn this.")
        await button(page, "Train a new start").click()
        await expect(page.locator(STATUS)).to_contain_text("Step 400 · ")

    read("/", reading, reduced_motion="reduce")


def test_it_stops_when_numbers_burst() -> None:
    async def reading(page: Page) -> None:
        await page.evaluate("document.querySelector('[data-part=rate] option').value = '1e308'")
        await choice(page, "Activation").select_option("linear")
        await choice(page, "Learning rate").select_option("1e308")
        await button(page, "Train").click()
        await expect(page.locator(VERDICT)).to_contain_text("Lower the rate and take a new start.")
        await expect(button(page, "One step")).to_be_disabled()
        assert not any("NaN" in text or "∞" in text for text in await weights(page))
        await new_start(page).click()
        await expect(button(page, "One step")).to_be_enabled()

    read("/", reading, reduced_motion="reduce")


def test_it_pauses_by_keyboard() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Train a new start").press("Enter")
        await button(page, "Pause").press("Enter")
        paused = await page.locator(STATUS).inner_text()
        await two_frames(page)
        await expect(page.locator(STATUS)).to_have_text(paused)
        await expect(button(page, "Train")).to_be_focused()
        for name in ("One step", "New start"):
            await page.keyboard.press("Tab")
            await expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
        for name in ("Learning rate", "Activation"):
            await page.keyboard.press("Tab")
            await expect(choice(page, name)).to_be_focused()
        await page.keyboard.press("ArrowDown")
        await expect(choice(page, "Activation")).to_have_value("sigmoid")
        await expect(page.locator(STATUS)).to_contain_text("Step 0 · ")

    read("/", reading)


def test_it_jumps_for_readers_who_want_no_motion() -> None:
    async def reading(page: Page) -> None:
        await begin_as_built(page)
        assert await page.evaluate(AT_ONCE, [TRAIN, STATUS]) == LEARNED

    read("/", reading, reduced_motion="reduce")


def test_without_script_the_page_says_that_it_could_be_trained() -> None:
    async def reading(page: Page) -> None:
        said = page.locator(".network-still")
        await expect(said).to_be_visible()
        assert (await said.inner_text()).startswith("With JavaScript, you could train this network")
        await expect(page.locator(".network-controls")).to_be_hidden()
        await expect(page.locator(".home-network svg:visible")).to_have_count(1)

    read("/", reading, java_script_enabled=False)


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_while_it_trains(width: int) -> None:
    async def reading(page: Page) -> None:
        await begin_as_built(page)
        # By a script: what moves within half a second of a reader's click would be excused.
        await page.evaluate(AT_ONCE, [TRAIN, STATUS])
        await expect(button(page, "Train a new start")).to_be_visible()
        await ask(page, "settled")
        assert await ask(page, "layoutShift") <= 0.02

    read("/", reading, viewport={"width": width, "height": 800})
