"""What a reader can do with a block of code: run it, break it, mend it, stop it, share it."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from colors import ground as ground_of
from playwright.async_api import Page, expect
from python_blocks import (
    CHAPTER,
    FETCHED,
    LAB,
    STARTED,
    block,
    on_page,
    open_page,
    press,
    run,
    said,
    write,
)
from sessions import read
from static_server import Served
from test_budgets import packed
from visits import AXE, SITE

from guide.publishing.typesetting.katex import node

PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 720}, "has_touch": True}
COPYING = ["clipboard-read", "clipboard-write"]
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80" role="img" '
    'aria-label="A square"><script>window.wasRun = true</script><path d="M0 0h80v80z"/></svg>'
)
START_BYTES = 1_500  # of the script for the buttons, packed
FOUND = """async (block) => (await axe.run(block, { resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)"""
# How far the text of the field and the code below it part, and what scrolls in the field itself.
APART = """(block) => {
  const [field, layer] = ["textarea", ".run-layer"].map((name) => block.querySelector(name));
  const [over, under] = [field, layer].map((box) => box.getBoundingClientRect());
  const style = (box) => ["fontFamily", "fontSize", "lineHeight", "letterSpacing", "tabSize"]
    .map((name) => getComputedStyle(box)[name]).join();
  return [
    Math.abs(over.left - under.left) + Math.abs(over.top - under.top),
    Math.abs(over.width - under.width) + Math.abs(over.height - under.height),
    field.scrollWidth - field.clientWidth + field.scrollHeight - field.clientHeight,
    Number(style(field) !== style(layer)),
  ];
}"""
# Where Run and Edit stand below the code, and how far from the right edge of the block.
PLACES = """(block) => [...block.querySelectorAll(".run-bar > button")].flatMap((button) => {
  if (!/^(Run|Edit|Done)$/.test(button.textContent)) return [];
  const pair = [block.querySelector("pre"), button];
  const [code, box] = pair.map((part) => part.getBoundingClientRect());
  return [box.top - code.bottom, code.right - box.left, code.right - box.right];
})"""
# Which bars stand on code, or on words of the line beside them.
COVERED = """() => [...document.querySelectorAll(".run-bar")].flatMap((bar) => {
  const box = bar.getBoundingClientRect();
  const block = bar.closest("[data-run]");
  const words = [];
  for (let next = block.nextElementSibling; next; next = next.nextElementSibling) {
    const range = document.createRange();
    range.selectNodeContents(next);
    if (next.matches("p, pre")) words.push(...range.getClientRects());
  }
  const code = [...block.querySelectorAll("pre")]
    .filter((pre) => pre.checkVisibility())
    .map((pre) => pre.getBoundingClientRect());
  return [...code, ...words]
    .filter((other) => other.width > 1 && box.left < other.right - 1 && other.left < box.right - 1
      && box.top < other.bottom - 1 && other.top < box.bottom - 1)
    .map((other) => `${block.dataset.run}: ${JSON.stringify(other)} under ${JSON.stringify(box)}`);
})"""


def test_nothing_is_fetched_before_the_first_use_and_the_reader_is_asked() -> None:
    async def session(page: Page, served: Served) -> None:
        first = block(page, 1)
        assert await page.evaluate(FETCHED) == ["blocks.js"]
        await first.locator(".run-bar").hover()  # which prepares Python for whoever said yes
        await press(first, "Edit")
        await expect(first.locator("textarea")).to_be_focused()
        await press(first, "Run")
        question = first.locator(".run-question")
        await expect(question).to_contain_text(
            re.compile(r"your browser fetches Python.* once: \d+\.\d MB, from this site")
        )
        await expect(first.get_by_role("button", name="Fetch and run")).to_be_focused()
        await first.get_by_role("button", name="Not now").click()
        await expect(question).to_be_hidden()
        await expect(said(first)).to_have_text("Not run, and nothing fetched.")
        await press(first, "Reset")  # which waits for a run, if there is one
        await expect(said(first)).to_contain_text("The code is as it was", timeout=STARTED)
        asked = {"runtime.json", "python.css"}
        fetched = {*await page.evaluate(FETCHED)}
        assert {name for name in fetched if not name.endswith(".js")} == asked
        sent = [path for path, _ in served.sent if "/assets/python/" in path]
        assert {path.split("/")[-1] for path in sent} == {"runtime.json"}  # a worker asks unseen
        await write(first, "print(sum(range(101)))")
        await press(first, "Run")
        await first.get_by_role("button", name="Fetch and run").click()
        await expect(said(first)).to_contain_text("Done.", timeout=STARTED)
        await expect(first.locator(".run-printed")).to_have_text("5050\n")
        sent = [path for path, _ in served.sent if "/assets/python/" in path]
        assert any(path.endswith(".wasm") for path in sent)

    on_page(CHAPTER, session, allowed=False)


def test_the_buttons_of_a_page_are_light() -> None:
    assert packed(["javascripts/python/blocks.js"]) <= START_BYTES


def test_a_run_is_compared_with_the_page() -> None:
    async def session(page: Page, _: Served) -> None:
        first = block(page, 1)
        original = await first.locator("code").text_content() or ""
        results = [line[3:] for line in original.splitlines() if line.startswith("#> ")]
        assert results
        await run(first, "\n".join(f"print({line!r})" for line in results), "Same results")
        await expect(first.get_by_role("heading", name="Your run of block 1")).to_be_visible()
        assert await first.get_by_role("heading").get_attribute("aria-level") == "3"
        await run(first, "print('other')\n'the last line'", r"^Done\.$")
        await expect(first.locator(".run-printed")).to_contain_text("'the last line'")
        await run(first, "x = 1", "It printed nothing")
        await expect(first.locator(".run-results")).to_be_hidden()

    on_page(CHAPTER, session)


def test_what_is_drawn_is_a_picture_on_light_ground() -> None:
    code = f"""class Square:
    def _repr_svg_(self):
        return {SQUARE!r}


print("before")
Square()"""

    async def session(page: Page, _: Served) -> None:
        first = block(page, 1)
        await run(first, code)
        picture = first.get_by_role("img", name="A square")
        await expect(picture).to_be_visible()
        assert (
            await picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 80
        )
        ground = await picture.evaluate("(image) => getComputedStyle(image).backgroundColor")
        assert ground == ground_of("light")
        assert await page.evaluate("window.wasRun") is None
        kinds = await first.locator(".run-results > *").evaluate_all(
            "all => all.map(x => x.tagName)"
        )
        assert kinds == ["PRE", "IMG"]

    on_page(CHAPTER, session, color_scheme="dark")


def test_an_error_is_explained_marked_and_mended() -> None:
    async def session(page: Page, _: Served) -> None:
        first = block(page, 1)
        await run(first, "total = 1\n\nprint(totl)", "An error in line 3")
        parts = await first.locator(".run-results > *").all_text_contents()
        assert "total" in parts[0]
        assert parts[1].startswith("Traceback (most recent call last):")
        assert (
            parts[1]
            .rstrip()
            .endswith("NameError: name 'totl' is not defined. Did you mean: 'total'?")
        )
        assert "pyodide" not in parts[1]
        line = await first.locator(".run-line").bounding_box()
        code = await first.locator(".run-layer").bounding_box()
        assert line
        assert code
        assert 2 * line["height"] - 1 < line["y"] - code["y"] < 2 * line["height"] + 1
        await first.get_by_role("button", name="Go to line 3").click()
        field = first.locator("textarea")
        await expect(field).to_be_focused()
        await page.keyboard.type("print(total)")
        await expect(first.locator(".run-line")).to_have_count(0)
        await page.keyboard.press("Control+Enter")
        await expect(first.locator(".run-printed")).to_have_text("1\n")
        await expect(field).to_be_focused()
        await run(first, "if True\n    pass", "An error in line 1")
        await expect(first.locator(".run-traceback")).to_contain_text("SyntaxError: expected ':'")

    on_page(CHAPTER, session)


def test_what_runs_can_be_stopped_and_what_waits_says_so() -> None:
    async def session(page: Page, _: Served) -> None:
        first, second = block(page, 1), block(page, 2)
        await run(first, "kept = 7", "Done")
        await write(second, "print(kept)")
        await write(first, "print('begun')\nwhile True:\n    pass")
        await press(first, "Run")
        await expect(first.locator(".run-printed")).to_have_text("begun\n")
        await press(second, "Run")
        await expect(said(second)).to_have_text("Waits until block 1 is done.")
        await press(second, "Stop")  # takes back what waits, and lets the other run
        await expect(said(second)).to_contain_text("Stopped.")
        await expect(said(first)).to_have_text("Running")
        await press(first, "Stop")
        await expect(said(first)).to_contain_text(re.compile(r"^Stopped at line [23]\. "))
        await press(second, "Run")
        await expect(said(second)).to_contain_text("Done.", timeout=STARTED)
        await expect(second.locator(".run-printed")).to_have_text("7\n")
        await write(first, "import itertools\nsum(itertools.repeat(0))")  # one step, without an end
        await press(first, "Run")
        await expect(said(first)).to_have_text("Running")
        await press(first, "Stop")
        await expect(said(first)).to_contain_text("in one long step and does not hear it yet")
        await expect(said(first)).to_contain_text("the variables of this page are gone")
        await press(second, "Run")
        await expect(said(second)).to_contain_text("An error in line 1", timeout=STARTED)

    on_page(CHAPTER, session)


def test_blocks_above_are_run_first_where_they_are_needed() -> None:
    async def session(page: Page, _: Served) -> None:
        first, second = block(page, 1), block(page, 2)
        await write(first, "weight = 0.5\nprint('first')")
        await write(second, "print(2 * weight)")
        await press(second, "Run")
        await expect(second.locator(".run-question")).to_contain_text("weight", timeout=STARTED)
        await second.get_by_role("button", name="Run this one alone").click()
        await expect(said(second)).to_contain_text("An error in line 1")
        await press(second, "Run")
        await second.get_by_role("button", name="Run the block above first").click()
        await expect(said(second)).to_contain_text("Done.")
        await expect(second.locator(".run-printed")).to_have_text("1.0\n")
        await expect(first.locator(".run-printed")).to_have_text("first\n")
        await press(first, "Reset")  # and the page's variables are forgotten
        await expect(said(first)).to_contain_text("The code is as it was")
        await write(first, "raise ValueError('no weight')\nweight = 1")
        await press(second, "Run")
        await second.get_by_role("button", name="Run the block above first").click()
        await expect(said(second)).to_have_text("Not run: block 1 above did not come to its end.")

    on_page(CHAPTER, session)


def test_numpy_comes_from_where_the_page_says_or_its_absence_is_told() -> None:
    parts = json.loads((SITE / "assets/python/runtime.json").read_text(encoding="utf-8"))["parts"]
    (numpy,) = [part for part in parts if "NumPy" in part["title"]]
    is_here = "://" not in numpy["files"][0]["name"]

    async def session(page: Page, _: Served) -> None:
        uses = "all => all.findIndex(({ textContent }) => textContent.includes('import numpy'))"
        first = block(page, 1 + await page.locator("[data-run]").evaluate_all(uses))
        lacks = re.compile("numpy.* could not be fetched", re.IGNORECASE)
        await press(first, "Run")
        await expect(said(first)).to_contain_text(
            "Same results" if is_here else lacks, timeout=STARTED
        )
        await run(first, "print(none)", "An error in line 1")
        await write(first, "import numpy")
        await press(first, "Run")  # what the run before brought is not this one's
        await expect(said(first)).to_contain_text("Done." if is_here else lacks, timeout=STARTED)
        await expect(first.get_by_text("NameError")).to_have_count(0)
        await expect(first.get_by_role("button", name=re.compile("^Run block"))).to_be_enabled()
        await run(first, "print(1)", "Done")
        await write(first, "import matplotlib.pyplot")  # which a reader has not said yes to
        await press(first, "Run")
        lacking = "fetches Matplotlib" if is_here else "fetches NumPy .* and Matplotlib"
        await expect(first.locator(".run-question")).to_contain_text(re.compile(lacking))
        await first.get_by_role("button", name="Not now").click()
        await expect(said(first)).to_have_text("Not run, and nothing fetched.")

    on_page(CHAPTER, session)


def test_an_edit_is_kept_copied_shared_and_taken_back() -> None:
    code = "print('kept ¡')\n# <script>alert(1)</script>"

    async def session(page: Page, served: Served) -> None:
        first = block(page, 1)
        original = await first.locator("code").text_content()
        await write(first, code)
        await open_page(page, served.origin + CHAPTER)
        await expect(first.get_by_text("Edited", exact=True)).to_be_visible()
        await expect(first.locator("textarea")).to_have_count(0)
        await expect(page.locator("[data-run] + .proof-line").first).to_be_hidden()
        await press(first, "Copy")
        await expect(first.get_by_role("button", name="Copied")).to_be_visible()
        assert await page.evaluate("navigator.clipboard.readText()") == f"{code}\n"
        await first.get_by_text("Share; what is kept").click()
        await expect(first.locator(".run-more")).to_contain_text("your edit of 1 block")
        await first.get_by_role("button", name="Copy a link").click()
        await expect(first.locator(".run-more")).to_contain_text("The link is copied")
        link = await page.evaluate("navigator.clipboard.readText()")
        await press(first, "Reset")
        assert await first.locator("code").text_content() == original
        await expect(first.get_by_text("Edited", exact=True)).to_be_hidden()
        assert await page.evaluate("localStorage.getItem('nnbyhand.edits')") is None
        await first.get_by_role("button", name="Bring my code back").click()
        await expect(first.locator("code")).to_have_text(f"{code}\n")
        await expect(first.get_by_text("Edited", exact=True)).to_be_visible()
        await press(first, "Reset")
        await page.goto("about:blank")
        await follow(page, link)

    async def follow(page: Page, link: str) -> None:
        first = block(page, 1)
        await open_page(page, link)
        await expect(first.locator("textarea")).to_have_value(code)
        await expect(said(first)).to_contain_text("nothing of it has run")
        await expect(first.locator(".run-results")).to_be_hidden()
        await page.wait_for_load_state("networkidle")
        assert "runtime.json" not in await page.evaluate(FETCHED)  # with it, every run begins
        assert await page.evaluate("localStorage.getItem('nnbyhand.edits')") is None
        for end, told in (("&code=%", "cannot be read"), ("&code=" + "A" * 9000, "too long")):
            await page.evaluate("(end) => { location.hash = end }", f"#run=x{end}")
            await expect(said(first)).to_contain_text(told)
        await page.evaluate("location.hash = '#run=gone.py&code=eA'")
        await expect(said(first)).to_contain_text("no block that the link names")
        await write(first, "#" * 8001)
        await first.get_by_text("Share; what is kept").click()
        await first.get_by_role("button", name="Copy a link").click()
        await expect(first.locator(".run-more")).to_contain_text("too long for a link")
        await first.get_by_role("button", name="Clear all of it").click()
        await expect(first.locator(".run-more")).to_contain_text("keeps nothing of it")
        await expect(first.get_by_text("Edited", exact=True)).to_be_hidden()
        assert await page.evaluate("localStorage.getItem('nnbyhand.edits')") is None

    on_page(CHAPTER, session, permissions=COPYING)


def test_an_edit_of_a_block_that_has_changed_since_is_left_alone() -> None:
    async def session(page: Page, served: Served) -> None:
        first = block(page, 1)
        original = await first.locator("code").text_content()
        await write(first, "print(1)")
        stale = """() => {
          const kept = JSON.parse(localStorage.getItem("nnbyhand.edits"));
          for (const edit of Object.values(kept[location.pathname])) edit.of = "other";
          localStorage.setItem("nnbyhand.edits", JSON.stringify(kept));
        }"""
        await page.evaluate(stale)
        await open_page(page, served.origin + CHAPTER)
        await press(first, "Edit")
        assert await first.locator("textarea").input_value() == (original or "").rstrip("\n")
        await page.evaluate("localStorage.setItem('nnbyhand.edits', '{broken')")
        await open_page(page, served.origin + CHAPTER)
        await write(first, "print(2)")
        await expect(first.get_by_text("Edited", exact=True)).to_be_visible()

    on_page(CHAPTER, session)


def test_the_editor_is_written_in_by_keys_alone() -> None:
    async def session(page: Page, _: Served) -> None:
        first = block(page, 1)
        edit = first.get_by_role("button", name="Edit block 1")
        await edit.focus()
        await page.keyboard.press("Enter")
        field = first.get_by_role("textbox", name="Code of block 1")
        await expect(field).to_be_focused()
        await page.keyboard.press("Control+A")
        await page.keyboard.type("for i in range(2):\nif i:\nbreak\n")
        indented = "for i in range(2):\n    if i:\n        break\n    "
        await expect(field).to_have_value(indented)
        await page.keyboard.press("Backspace")
        await expect(field).to_have_value(indented[:-4])
        await page.keyboard.press("Tab")
        await expect(field).to_have_value(indented)
        await page.keyboard.press("Control+A")
        await page.keyboard.press("Tab")
        moved = "    for i in range(2):\n        if i:\n            break\n        "
        await expect(field).to_have_value(moved)
        await page.keyboard.press("Shift+Tab")
        await expect(field).to_have_value(indented)
        await page.keyboard.press("Control+Z")
        await expect(field).to_have_value(moved)
        await page.keyboard.insert_text("“")
        assert await field.input_value() == '"'
        for attribute in ("autocorrect", "autocapitalize", "autocomplete"):
            assert await field.get_attribute(attribute) == "off"
        await page.keyboard.press("Escape")
        await page.keyboard.press("Tab")
        await expect(field).not_to_be_focused()
        await page.keyboard.press("Shift+Tab")
        await expect(field).to_be_focused()
        await page.keyboard.press("Escape")
        await page.keyboard.press("Shift+Tab")
        await expect(field).not_to_be_focused()

    on_page(CHAPTER, session)


@pytest.mark.parametrize("settings", [{"viewport": {"width": 1440, "height": 900}}, PHONE])
def test_the_field_lies_exactly_over_the_code(settings: dict[str, Any]) -> None:
    async def session(page: Page, _: Served) -> None:
        first = block(page, 1)
        before = await first.evaluate(PLACES)
        await press(first, "Edit")
        await expect(first.locator("textarea")).to_be_focused()
        assert await first.evaluate(PLACES) == pytest.approx(before, abs=1)
        long = f"values = [{', '.join(map(str, range(60)))}]  # ¡ñ→"
        for code in ("", "x", "\n\n\n", f"def f():\n\treturn 1\n{long}\n#> printed\nprint(1)\n"):
            await write(first, code)
            assert await first.evaluate(APART) == pytest.approx([0, 0, 0, 0], abs=1)
        await press(first, "Done")
        await expect(first.locator("textarea")).to_have_count(0)
        assert await page.evaluate("document.documentElement.scrollWidth === innerWidth")

    on_page(CHAPTER, session, **settings)


@pytest.mark.parametrize("path", [CHAPTER, LAB, "/reference/training/"])
def test_buttons_cover_nothing_on_a_narrow_screen(path: str) -> None:
    async def session(page: Page, _: Served) -> None:
        assert await page.locator(".run-bar").count() > 3
        assert await page.evaluate(COVERED) == []
        small = """() => [...document.querySelectorAll(".run-bar button")]
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24).length"""
        assert await page.evaluate(small) == 0

    on_page(path, session, **PHONE)


def test_all_of_it_is_accessible_and_none_of_it_is_printed() -> None:
    async def session(page: Page, _: Served) -> None:
        first = block(page, 1)
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        await run(first, "print('x' * 900)\nnone", "An error in line 2")
        await first.get_by_text("Share; what is kept").click()
        assert await first.evaluate(FOUND) == []
        await page.emulate_media(color_scheme="dark")
        assert await first.evaluate(FOUND) == []
        await page.emulate_media(media="print")
        for part in (".run-bar", ".run-output", "textarea", ".run-hint", ".run-line"):
            await expect(first.locator(part)).to_be_hidden()
        await expect(first.locator("code")).to_be_visible()

    on_page(CHAPTER, session)


def test_nothing_of_it_shows_without_script() -> None:
    async def session(page: Page) -> None:
        assert await page.locator("[data-run]").count() > 3
        await expect(page.locator(".run-bar, [data-run] button")).to_have_count(0)

    read(CHAPTER, session, java_script_enabled=False)


def test_links_edits_and_comparisons() -> None:
    file = Path(__file__).with_name("python-blocks.test.mjs")
    command = [str(node()), "--no-warnings", "--test", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]", done.stdout), done.stdout
