"""The ten tours: what their links set is what Python proved, and the playground takes them."""

import json
import re
import subprocess
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect
from sessions import button, read

import nnbyhand as nn
from guide.chapters.tours.experiments.networks import Choices, Run, gone_on, trained
from guide.chapters.tours.experiments.tours import TOURS
from guide.publishing.typesetting.katex import node

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "docs/javascripts"
PAGE = (ROOT / "docs/play/tours.md").read_text(encoding="utf-8")
TOUR = re.compile(
    r"^## [^\n]+ \{ #(?P<name>[\w-]+) \}$(?P<text>.*?)^</div>$", re.MULTILINE | re.DOTALL
)
STEP = re.compile(
    r"^\d\. \[[^\]]+\](?:\[(?P<link>[\w-]+)\]|\([^)]+\))"
    r"\{ \.tour-step(?: data-goes-on=\"(?P<goes_on>[^\"]+)\")? \}",
    re.MULTILINE,
)
ADDRESS = re.compile(r"^\[(?P<name>[\w-]+)\]: playground\.md#(?P<address>\S+)$", re.MULTILINE)
CHAPTER = re.compile(r"\]\(\.\./learn/(?P<chapter>[\w-]+)\.md#[\w-]+\)")
SECTIONS = {match["name"]: match["text"] for match in TOUR.finditer(PAGE)}
ADDRESSES = {match["name"]: match["address"] for match in ADDRESS.finditer(PAGE)}
EPOCHS = 20  # after which JavaScript and Python are compared: both count calmly until then


def addresses(name: str) -> list[str]:
    """Return the state of each step of a tour, as the page writes it."""
    steps = STEP.finditer(SECTIONS[name])
    return [step["goes_on"] or ADDRESSES[step["link"]] for step in steps]


@cache
def in_javascript() -> dict[str, list[dict[str, Any]]]:
    """Return what the playground reads from the address of each step, and makes of it."""
    asked = {name: addresses(name) for name in SECTIONS}
    script = f"""
    import {{ START }} from {json.dumps((SCRIPTS / "play/choices.js").as_uri())};
    import {{ fromAddress }} from {json.dumps((SCRIPTS / "play/address.js").as_uri())};
    import {{ Session }} from {json.dumps((SCRIPTS / "play/session.js").as_uri())};
    const read = (address) => {{
      const {{ choices, notes }} = fromAddress(`#${{address}}`);
      const {{ training }} = new Session(choices);
      const losses = [];
      for (let epoch = 0; epoch < {EPOCHS} && training.epoch(); epoch += 1) {{
        losses.push(training.latest.loss);
      }}
      return {{ choices, notes, START, losses }};
    }};
    const asked = {json.dumps(asked)};
    const told = Object.entries(asked).map(([name, steps]) => [name, steps.map(read)]);
    console.log(JSON.stringify(Object.fromEntries(told)));
    """
    command = [str(node()), "--no-warnings", "--input-type=module", "--eval", script]
    told: dict[str, list[dict[str, Any]]] = json.loads(subprocess.check_output(command))
    return told


def as_the_playground_says(choices: Choices) -> dict[str, Any]:
    """Return choices under the playground's names."""

    def name(field: str) -> str:
        return re.sub("_(.)", lambda match: match[1].upper(), field)

    said = {name(field): value for field, value in asdict(choices).items()}
    said["hidden"] = [
        {"units": units, "activation": activation} for units, activation in choices.hidden
    ]
    said["points"] = choices.points and [list(point) for point in choices.points]
    return said


def test_the_page_tells_the_tours_that_were_computed() -> None:
    assert list(SECTIONS) == list(TOURS)
    assert len(TOURS) == 10


@pytest.mark.parametrize("name", TOURS)
def test_steps_are_set_as_they_were_computed(name: str) -> None:
    told = in_javascript()[name]
    assert [step["notes"] for step in told] == [[]] * len(told)
    computed = [as_the_playground_says(choices) for choices in TOURS[name]]
    assert [step["choices"] for step in told] == [
        {**step["START"], **choices} for step, choices in zip(told, computed, strict=True)
    ]
    assert all(choices.stop_epochs for choices in TOURS[name])


@pytest.mark.parametrize("name", TOURS)
def test_the_playground_counts_what_python_counts(name: str) -> None:
    for told, choices in zip(in_javascript()[name], TOURS[name], strict=True):
        losses = trained(choices, 1, first=choices.seed).loss[:EPOCHS, 0]
        assert told["losses"][:EPOCHS] == pytest.approx(losses.tolist(), rel=1e-6)


@pytest.mark.parametrize("name", TOURS)
def test_a_tour_asks_tries_answers_and_leads_to_its_chapter(name: str) -> None:
    text = SECTIONS[name]
    assert 2 <= len(addresses(name)) <= 3
    assert 2 <= len(re.findall(r"^- ", text, re.MULTILINE)) <= 3
    assert len(re.findall(r"^  \{ \.right \}$", text, re.MULTILINE)) == 1
    assert f"(playground.md#tour={name})" in text
    assert "data-number=" in text.partition("???")[2]
    chapters = {match["chapter"] for match in CHAPTER.finditer(text)}
    back = f"(../play/playground.md#tour={name})"
    pages = {chapter: ROOT / f"docs/learn/{chapter}.md" for chapter in chapters}
    assert any(back in path.read_text(encoding="utf-8") for path in pages.values())


def test_chapters_lead_to_tours_that_there_are() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    assert {*re.findall(r"#tour=([\w-]+)", text)} == {*TOURS}


PLAYGROUND = "/play/playground/"
STATUS = ".play-status"
WILD = ("units", 1)  # hundreds of steps at so high a rate magnify how a machine rounds
LOSS = re.compile(r"loss (?P<digits>[\d.]+)(?:·10(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+))?")
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
CALM: dict[str, Any] = {"reduced_motion": "reduce", "viewport": {"width": 1440, "height": 900}}


def steps(page: Page) -> Locator:
    return page.locator(".tour-steps button")


def predictions(page: Page) -> Locator:
    return page.locator(".tour-predictions input")


def answer(page: Page) -> Locator:
    return page.get_by_role("heading", name="The answer")


def runs_of(name: str) -> list[Run]:
    """Return the run of each step of a tour as a reader sees it."""
    runs: list[Run] = []
    for choices, step in zip(TOURS[name], STEP.finditer(SECTIONS[name]), strict=True):
        runs.append(
            gone_on(runs[-1], choices)
            if step["goes_on"]
            else trained(choices, 1, first=choices.seed)
        )
    return runs


def loss_of(run: Run) -> float:
    """Return the training loss of the trained network."""
    loss = nn.mse if run.choices.loss == "mse" else nn.binary_cross_entropy_from_logits
    return float(loss(run.network(run.train.x), run.train.y)[0])


def loss_in(status: str) -> float:
    match = LOSS.search(status)
    assert match, status
    power = (match["power"] or "0").translate(LOWERED)
    return float(match["digits"]) * 10.0 ** int(power)


async def take(page: Page, name: str) -> None:
    """Take the tour that is shown, and see at each step what Python computed for it."""
    await expect(page.locator(STATUS)).to_contain_text("Epoch 0")
    assert not await steps(page).first.is_visible()  # who has not predicted sees no step
    await predictions(page).first.check()
    for at, run in enumerate(runs_of(name)):
        assert not await answer(page).is_visible()
        await steps(page).nth(at).click()
        await expect(page.locator(".play-verdict")).to_contain_text("Stopped after")
        shown, computed = loss_in(await page.locator(STATUS).inner_text()), loss_of(run)
        if (name, at) == WILD:
            assert min(shown, computed) > 10 * loss_of(trained(TOURS[name][-1], 1))
        else:
            assert shown == pytest.approx(computed, rel=0.06, abs=1e-12), (name, at)
    await expect(answer(page)).to_be_visible()


def test_readers_see_at_every_step_what_python_computed() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Take a tour").click()
        for name in TOURS:
            await expect(page).to_have_url(re.compile(f"#tour={name}$"))
            await take(page, name)
            if name != "units":
                await page.locator(".tour footer button").last.click()
        await page.reload()
        options = page.locator(".tour select option")
        await expect(options).to_have_text([re.compile(r"\(taken\)$")] * 10)

    read(PLAYGROUND, reading, **CALM)


def test_dead_units_stay_dead_at_a_lower_rate() -> None:
    async def reading(page: Page) -> None:
        measures = page.locator('[data-panel="measures"]')
        await measures.scroll_into_view_if_needed()
        await measures.get_by_text("Measures").click()
        await predictions(page).first.check()
        for step, dead in ((1, 6), (2, 6), (0, 0), (2, 6)):  # the last step first takes the second
            await steps(page).nth(step).click()
            await expect(page.locator(".play-verdict")).to_contain_text("Stopped after")
            assert (await measures.inner_text()).count(": dead") == dead

    read(f"{PLAYGROUND}#tour=dead-relus", reading, **CALM)


def test_a_step_leads_to_the_panel_that_it_names() -> None:
    async def reading(page: Page) -> None:
        await predictions(page).first.check()
        await page.locator(".tour-steps").get_by_role("link", name="Measures").press("Enter")
        summary = page.locator('[data-panel="measures"] > details[open] > summary')
        await expect(summary).to_be_focused()
        await expect(summary).to_be_in_viewport()
        await expect(page).to_have_url(re.compile("#tour=vanishing$"))
        await steps(page).nth(1).click()
        await expect(page.locator(".play-verdict")).to_contain_text("Stopped after")
        await expect(page.locator(".play-bars > div")).to_have_count(6)
        await page.goto(page.url.replace("#tour=vanishing", "#measures"))
        await page.reload()  # as from a link on another page
        await expect(summary).to_be_in_viewport()

    read(f"{PLAYGROUND}#tour=vanishing", reading, **CALM)


def test_a_tour_can_be_taken_with_the_keyboard_alone() -> None:
    async def reading(page: Page) -> None:
        await button(page, "Take a tour").focus()
        await page.keyboard.press("Enter")
        await expect(page.locator(".tour h2")).to_be_focused()
        await page.keyboard.press("Tab")
        await page.keyboard.press("Space")
        await expect(predictions(page).first).to_be_checked()
        await page.keyboard.press("ArrowDown")
        await expect(predictions(page).nth(1)).to_be_checked()
        for at in range(3):
            await page.keyboard.press("Tab")
            await expect(steps(page).nth(at)).to_be_focused()
            await page.keyboard.press("Enter")
        await expect(answer(page)).to_be_visible()
        await expect(page.locator(".play [role=status]")).not_to_be_empty()
        await expect(page.locator(".tour-verdict")).to_contain_text("It went as you expected")
        await page.keyboard.press("Escape")
        await expect(page.locator(".tour")).to_have_count(0)
        await expect(button(page, "Take a tour")).to_be_focused()

    read(PLAYGROUND, reading, **CALM)


def test_an_unknown_tour_is_said_to_be_none_and_another_one_shown() -> None:
    async def reading(page: Page) -> None:
        await expect(page.locator(".tour h2")).to_have_text("A hidden layer for XOR")
        await expect(page.locator(".play [role=status]")).to_contain_text("no tour of this name")

    read(f"{PLAYGROUND}#tour=nowhere", reading, **CALM)


def test_without_the_page_of_tours_a_reader_is_told_where_it_is() -> None:
    async def reading(page: Page) -> None:
        await page.route("**/play/tours/", lambda route: route.abort())
        await button(page, "Take a tour").click()
        await expect(page.locator(".play [role=status]")).to_contain_text("could not be loaded")
        await expect(page.get_by_role("link", name="Ten tours").last).to_be_visible()

    read(PLAYGROUND, reading, **CALM)
