"""What a reader does with an exercise in the page: fail its checks, mend the code, solve it."""

import asyncio
import re

from playwright.async_api import Locator, Page, expect
from python_blocks import STARTED, on_page, open_page, press, said, write
from static_server import Served, serving
from visits import AXE, SITE, browsing

from guide.publishing.project import HERE
from guide.publishing.python.exercises import exercises

PAGE = "/play/python/"
WITHOUT_BIAS = """import math

def neuron(x, w, b):
    return 1 / (1 + math.exp(-sum(i * j for i, j in zip(x, w))))
"""
RIGHT = WITHOUT_BIAS.replace("zip(x, w))))", "zip(x, w)) - b))")
# Its checks have found something right before they meet the endless loop.
ENDLESS_LATER = RIGHT.replace(
    "    return", "    asked.append(x)\n    while len(asked) > 4:\n        pass\n    return"
)
ENDLESS_LATER = f"asked = []\n{ENDLESS_LATER}"
ENDLESS = """def neuron(x, w, b):
    while True:
        pass
"""
FOUND = """async (box) => (await axe.run(box, { resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)"""
# Whether everything that is announced politely was so from the start, as screen readers need it.
LIVE = """(section) => [...section.querySelectorAll(".findings")].map((box) => box.role)"""


def exercise(page: Page, name: str) -> tuple[Locator, Locator]:
    """Return an exercise, and its block."""
    section = page.locator(f'[data-exercise="{name}"]')
    return section, section.locator(":scope > [data-run]")


def findings(section: Locator) -> Locator:
    return section.locator(".findings li")


def in_contents(page: Page, name: str) -> Locator:
    """Return the link to an exercise in the list of contents beside the page."""
    return page.locator(f'.md-sidebar--secondary a[href$="#{name}"]')


async def check(section: Locator, code: str) -> None:
    """Write code, and let it be checked."""
    block = section.locator(":scope > [data-run]")
    await write(block, code)
    await press(block, "Check")
    await expect(findings(section).first).to_be_visible(timeout=STARTED)


def test_an_exercise_is_failed_mended_and_solved_without_numpy() -> None:
    async def session(page: Page, served: Served) -> None:
        section, block = exercise(page, "neuron")
        assert await section.evaluate(LIVE) == ["status"]
        await expect(block.locator("textarea")).to_be_visible()  # open to be written in
        await press(block, "Check")  # of the start, which the page asks about first
        await section.get_by_role("button", name="Fetch and run").click()
        await expect(findings(section).first).to_contain_text("returns nothing", timeout=STARTED)
        await expect(section.locator(".exercise-solved")).to_be_hidden()
        await check(section, WITHOUT_BIAS)
        first = findings(section).first
        await expect(first).to_contain_text("Wrong: The bias is missing")
        await expect(first.locator("code")).to_have_text("b")
        await expect(findings(section)).to_have_count(2)  # what is right follows
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        assert await section.evaluate(FOUND) == []
        await check(section, RIGHT)
        await expect(section.locator(".finding-sum")).to_contain_text("Solved: every check passes.")
        await expect(section.locator(".findings [data-ok]")).to_have_count(2)
        await expect(section.locator(".exercise-solved")).to_be_visible()
        await expect(in_contents(page, "neuron")).to_have_text(
            re.compile(r"plain Python\s+solved$")
        )
        await section.get_by_role("link", name="Write the forward pass").click()
        await expect(page).to_have_url(re.compile("#layers$"))
        await press(block, "Run")  # says nothing of checks
        await expect(findings(section)).to_have_count(0)
        assert not [path for path, _ in served.sent if "numpy" in path]

    on_page(PAGE, session, allowed=False)


def test_what_is_solved_stays_so_and_can_be_forgotten() -> None:
    async def session(page: Page, served: Served) -> None:
        section, block = exercise(page, "neuron")
        await check(section, RIGHT)
        await page.reload()
        await expect(section.locator(".exercise-solved")).to_be_visible()
        await expect(block.locator("textarea")).to_have_value(RIGHT)
        await expect(exercise(page, "layers")[0].locator(".exercise-solved")).to_be_hidden()
        await expect(in_contents(page, "neuron").locator(".exercise-mark")).to_be_visible()
        await expect(in_contents(page, "layers").locator(".exercise-mark")).to_be_hidden()
        await open_page(page, served.origin + "/learn/neuron/")
        page.once("dialog", lambda dialog: dialog.accept())
        await page.get_by_role("button", name="Erase my progress").click()
        await page.get_by_role("link", name="Python in the page").last.click()
        await expect(page).to_have_url(re.compile("/play/python/#neuron$"))
        await expect(section.locator(".exercise-solved")).to_be_hidden()

    on_page(PAGE, session)


def test_a_check_is_stopped_an_error_is_shown_and_the_next_check_works() -> None:
    async def session(page: Page, served: Served) -> None:  # noqa: ARG001
        section, block = exercise(page, "neuron")
        await write(block, ENDLESS)
        await press(block, "Check")
        await expect(said(block)).to_have_text("Running", timeout=STARTED)
        await press(block, "Stop")
        await expect(said(block)).to_contain_text("Stopped", timeout=STARTED)
        await expect(findings(section)).to_have_count(0)
        await write(block, ENDLESS_LATER)
        await press(block, "Check")
        await expect(said(block)).to_have_text("Running", timeout=STARTED)
        await press(block, "Stop")
        await expect(said(block)).to_contain_text("Stopped", timeout=STARTED)
        await expect(findings(section)).to_have_count(0)
        await expect(section.locator(".exercise-solved")).to_be_hidden()
        await write(block, "def neuron(x, w, b)\n    return 0\n")
        await press(block, "Check")
        await expect(block.locator(".run-traceback")).to_contain_text(
            "SyntaxError", timeout=STARTED
        )
        await expect(findings(section)).to_have_count(0)
        await check(section, f"{WITHOUT_BIAS}neuron()\n")
        await expect(block.locator(".run-traceback")).to_contain_text("TypeError")
        await expect(section.locator(".finding-sum")).to_contain_text("Beside the error above")
        await expect(findings(section).first).to_contain_text("Wrong: The bias is missing")
        await check(section, f"{RIGHT}neuron()\n")
        await expect(section.locator(".finding-sum")).to_contain_text(
            "but the code ends in the error"
        )
        await expect(section.locator(".exercise-solved")).to_be_hidden()
        await check(section, RIGHT)
        await expect(section.locator(".exercise-solved")).to_be_visible()

    on_page(PAGE, session)


def test_every_exercise_can_be_checked_and_gives_hints_one_by_one() -> None:
    async def session(page: Page, served: Served) -> None:  # noqa: ARG001
        names = await page.locator("[data-exercise]").evaluate_all(
            "(all) => all.map(({ dataset }) => dataset.exercise)"
        )
        assert sorted(names) == exercises(HERE)
        for name in names:
            section, block = exercise(page, name)
            check = block.get_by_role("button", name=re.compile("^Check: "))
            await expect(check).to_have_count(1)
            hints = section.locator("details.note > summary")
            assert await hints.count() >= 2
            assert await section.locator("details[open]").count() == 0
            await expect(section.locator("details.success")).to_have_count(1)

    on_page(PAGE, session)


def test_the_scratch_editor_is_open_and_runs() -> None:
    async def session(page: Page, served: Served) -> None:  # noqa: ARG001
        block = page.locator("[data-scratch] [data-run]")
        await press(block, "Run")
        await expect(said(block)).to_contain_text("Same results as on the page.", timeout=STARTED)

    on_page(PAGE, session)


def test_without_script_the_exercises_can_be_read() -> None:
    async def session(address: str) -> None:
        async with browsing() as browser:
            context = await browser.new_context(java_script_enabled=False)
            page = await context.new_page()
            await page.goto(address)
            await expect(page.get_by_role("heading", name="Write a neuron")).to_be_visible()
            await expect(page.locator("[data-exercise] > [data-run] code").first).to_be_visible()
            await expect(page.locator(".exercise-check")).to_have_count(0)

    with serving(SITE) as served:
        asyncio.run(session(served.origin + PAGE))
