"""A reader with Firefox gets the same pages, alive, and Firefox complains of nothing."""

import re
from collections.abc import Iterator
from typing import Any

import firefox
import pytest
from living_figures import FIGURES, PARTS, assert_same
from static_server import serving
from visits import SITE

pytestmark = pytest.mark.skipif(
    firefox.FOUND is None, reason=f"Firefox is not at hand: PATH has none of {firefox.NAMES}"
)
CHAPTERS = sorted({path for path, _ in FIGURES.values()})
FIGURE = "const root = document.querySelector(`[data-living=${arguments[0]}]`);"
SHOWN = f"{FIGURE} return ({PARTS})(root);"
SAID = f'{FIGURE} return root.querySelector(".living-said").textContent;'
ALIVE = f"""{FIGURE}
  root.scrollIntoView();
  return root.querySelector(".living-controls") !== null;"""
# Puts the focus on a slider that does not stand at this end.
FOCUS = f"""{FIGURE}
  const slider = [...root.querySelectorAll("input[type=range]")]
    .find(({{ value, min, max }}) => value !== (arguments[1] === "Home" ? min : max));
  slider?.focus();
  return Boolean(slider);"""
RESET = f"""{FIGURE}
  [...root.querySelectorAll("button")].find((each) => each.textContent === "Reset").click();"""
CHOOSE = """const select = document.querySelector(arguments[0]);
  select.value = arguments[1];
  select.dispatchEvent(new Event("change", { bubbles: true }));"""
TEXT = "return document.querySelector(arguments[0])?.textContent ?? '';"
READY = "return document.querySelector('[data-playground][data-ready]') !== null;"
FOCUSED = """const { activeElement: at } = document;
  return at.ariaLabel ?? (at.textContent.trim() || at.labels?.[0]?.textContent);"""


class Reader:
    """One who reads the site in Firefox."""

    def __init__(self, browser: firefox.Firefox, origin: str) -> None:
        """Sit down."""
        self.browser, self.origin = browser, origin

    def goto(self, path: str) -> None:
        """Open a page of the site."""
        self.browser.goto(self.origin + path)

    def text(self, selector: str) -> str:
        """Return the text of the first such element, empty where there is none."""
        return str(self.browser.run(TEXT, selector))

    def sees(self, selector: str, pattern: str) -> str:
        """Wait until the text of an element fits, and return it."""
        found = firefox.wait(
            lambda: re.search(pattern, self.text(selector)), f"{pattern} in {selector}"
        )
        return str(found.string)

    def tabs_to(self, pattern: str, key: str = "Tab", most: int = 60) -> None:
        """Press Tab, or Shift+Tab, until the focus is on what has such a name."""
        for _ in range(most):
            self.browser.press(key)
            assert self.browser.run("return document.hasFocus()"), "the focus has left the page"
            if re.search(pattern, self.browser.run(FOCUSED) or ""):
                return
        pytest.fail(f"{most} presses of {key} do not lead to {pattern}")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with serving(SITE) as served, firefox.browsing(str(firefox.FOUND)) as browser:
        browser.resize(1280, 900)
        yield Reader(browser, served.origin)


@pytest.fixture(autouse=True)
def nothing_is_complained_of(reader: Reader) -> Iterator[None]:
    yield
    assert reader.browser.complaints(reader.origin) == []


def test_the_network_of_the_home_page_learns(reader: Reader) -> None:
    reader.goto("/")
    for activation in ("sigmoid", "tanh"):  # the start of its picture
        reader.browser.run(CHOOSE, "[data-part=activation]", activation)
    reader.sees(".network-status", "^Step 0")
    reader.tabs_to("^Train$")
    reader.browser.press("Enter")
    reader.sees(".network-status", "4 of 4 right")


@pytest.mark.parametrize("path", CHAPTERS)
def test_living_figures_are_the_built_ones_until_touched(reader: Reader, path: str) -> None:
    reader.goto(path)
    names = [name for name, (chapter, _) in FIGURES.items() if chapter == path]
    built = {name: reader.browser.run(SHOWN, name) for name in names}
    for name in names:
        reader.browser.until(ALIVE, name)
        assert_same(built[name], reader.browser.run(SHOWN, name))
        said = reader.browser.run(SAID, name)
        assert any(moves(reader.browser, name, key, said) for key in ("Home", "End")), name
        reader.browser.run(RESET, name)
        assert reader.browser.run(SAID, name) == said
        assert_same(built[name], reader.browser.run(SHOWN, name))


def moves(browser: firefox.Firefox, name: str, key: str, said: str) -> bool:
    """Tell whether a figure says something else after this key on one of its sliders."""
    if not browser.run(FOCUS, name, key):
        return False
    browser.press(key)
    return bool(browser.run(SAID, name) != said)


def test_the_playground_by_keyboard_alone(reader: Reader) -> None:
    reader.goto("/play/playground/#v=1&stopEpochs=60")
    reader.browser.until(READY)
    reader.tabs_to("^Play$")
    reader.browser.press("Enter")
    reader.sees(".play-verdict", "^Stopped after 60 epochs")
    reader.sees(".play-status", r"^Epoch 60 .* (9\d|100)% right")
    reader.tabs_to("^Input x₁")
    reader.browser.press("ArrowRight", "Enter")
    reader.sees("[data-panel=inspector] h3", "^Hidden layer 1, unit 2")
    reader.tabs_to("^Bias of hidden layer 1, unit 2")
    reader.browser.run("document.activeElement.select()")
    reader.browser.press(*"1.5", "Enter")
    reader.sees("[data-playground] > [role=status]", r"is now 1\.50\.$")
    reader.tabs_to("^Look inside$", "Shift+Tab")
    reader.browser.press("ArrowRight")
    reader.sees("[data-panel=stepper]", "Finish the batch")
    reader.tabs_to("^Next: forward, hidden layer 1$")
    for heading in ("Forward: hidden layer 1", "Forward: output layer", "Loss", "Backward"):
        reader.browser.press("Enter")
        reader.sees("[data-panel=stepper] h3", f"^{heading}")


def test_a_tour_leads_through_the_playground(reader: Reader) -> None:
    reader.goto("/play/tours/")
    link = reader.browser.run(
        "return document.querySelector('.md-content a[href*=\"#tour=\"]').getAttribute('href')"
    )
    name = link.partition("#tour=")[2]
    reader.goto(f"/play/playground/#tour={name}")
    reader.sees(".tour h2", r"\w")
    reader.browser.run("document.querySelector('.tour-predictions input').click()")
    for step in range(count(reader, ".tour-steps button")):
        reader.browser.run(
            "document.querySelectorAll('.tour-steps button')[arguments[0]].click()", step
        )
        reader.sees(".play-verdict", "^Stopped after")
    reader.sees(".tour", "The answer")


def count(reader: Reader, selector: str) -> int:
    found: Any = reader.browser.run(
        "return document.querySelectorAll(arguments[0]).length", selector
    )
    return int(found)
