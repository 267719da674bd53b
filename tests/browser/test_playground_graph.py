"""Every reader can see the network of the playground, change it, and step through its training."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect
from sessions import button, read
from visits import AXE, PHONE, ask

from guide.publishing.typesetting.katex import node

HERE = Path(__file__).parent
PATH = "/play/playground/"
NARROWEST = 320
TOPOLOGY = ".graph-topology"
NEURON = ".graph-neuron"
CALM = {"reduced_motion": "reduce"}
# Pairs of texts in the drawing that cover each other, and texts that cover a neuron.
COVERED = """() => {
  const boxes = (selector) => [...document.querySelectorAll(`.graph-drawing ${selector}`)]
    .map((part) => [part.textContent || "neuron", part.getBoundingClientRect()]);
  const texts = boxes("text:not(.graph-state, :empty)");
  const neurons = boxes(".graph-body");
  const meets = (one, other, by) =>
    one.left < other.right - by && other.left < one.right - by &&
    one.top < other.bottom - by && other.top < one.bottom - by;
  return texts.flatMap(([name, box], at) => [
    ...texts.slice(at + 1).filter(([, other]) => meets(box, other, 2)),
    ...neurons.filter(([, other]) => meets(box, other, 4)),
  ].map(([other]) => [name, other]));
}"""
# What can be pressed, and is too small to be hit.
SMALL_TARGETS = """() =>
  [...document.querySelectorAll(".play-net :is(button, select, input, summary, [role=button])")]
    .filter((part) => part.checkVisibility() && part.type !== "checkbox")
    .map((part) => [part.textContent || part.ariaLabel, part.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([name]) => name)"""
# What the maps in the neurons and the large one show.
MAPS = """() => [...document.querySelectorAll(".graph-maps, .inspector-map")]
  .map((canvas) => canvas.toDataURL())"""
LARGE_MAP = "document.querySelector('[data-panel=map] canvas').toDataURL()"
# Counts the dots that ever run along the edges.
WATCH_DOTS = """() => {
  window.dotsSeen = 0;
  const count = (records) => records.forEach(({ addedNodes }) => (dotsSeen += addedNodes.length));
  new MutationObserver(count).observe(document.querySelector(".graph-dots"), { childList: true });
}"""
# How many changes to the page a redraw makes when nothing has changed, and after one step.
CHANGES = """async () => {
  const from = (name) => import(new URL(`../../javascripts/play/${name}.js`, location));
  const [{ App }, { START }, { mountGraph }, { mountInspector }] =
    await Promise.all(["app", "choices", "graph", "inspector"].map(from));
  const hidden = Array.from({ length: 6 }, () => ({ units: 8, activation: "tanh" }));
  const app = new App({ ...START, hidden }, () => {});
  const places = [0, 1].map(() => document.createElement("div"));
  document.querySelector("article").append(...places);
  app.panels.push(mountGraph(places[0], app), mountInspector(places[1], app));
  app.select({ layer: 0, unit: 0 });
  await from("inspector-views");
  await new Promise(requestAnimationFrame);
  const observer = new MutationObserver(() => {});
  const watch = { attributes: true, childList: true, characterData: true, subtree: true };
  places.forEach((place) => observer.observe(place, watch));
  app.show();
  observer.takeRecords();
  app.show({ isFrame: true });
  const still = observer.takeRecords().length;
  app.session.training.step();
  app.show({ isFrame: true });
  const moved = observer.takeRecords().length;
  places.forEach((place) => place.remove());
  return { still, moved, edges: places[0].querySelectorAll(".graph-edges > line").length };
}"""

# Hundreds of presses, choices and entries at random, always the same ones: what of the page then
# reads as no number, or what a press threw.
ACTS = """async () => {
  const from = (name) => import(new URL(`../../javascripts/play/${name}.js`, location));
  const [{ App }, { START }, { mountGraph }, { mountInspector }, { mountStepper }] =
    await Promise.all(["app", "choices", "graph", "inspector", "stepper"].map(from));
  const said = [];
  const app = new App(START, (text) => said.push(text));
  const places = [0, 1, 2].map(() => document.createElement("div"));
  document.querySelector("article").append(...places);
  const mounts = [mountGraph, mountInspector, mountStepper];
  app.panels.push(...mounts.map((mountPanel, at) => mountPanel(places[at], app)));
  app.select({ layer: 0, unit: 0 });
  await from("inspector-views");
  await new Promise(requestAnimationFrame);
  app.select(null);
  let state = 7;
  const random = () => (state = (16807 * state) % 2147483647) / 2147483647;
  const pick = (values) => values[Math.floor(random() * values.length)];
  const press = (place) => pick([...place.querySelectorAll("button:not(:disabled)")])?.click();
  const enter = (field, value) => {
    if (!field) return;
    field.value = value;
    field.dispatchEvent(new Event("change"));
  };
  const acts = [
    ...places.map((place) => () => press(place)),
    () => press(places[2]),
    () => pick([...places[0].querySelectorAll("[data-neuron]")])
      .dispatchEvent(new MouseEvent("click", { bubbles: true })),
    () => {
      const select = pick([...places[0].querySelectorAll("select")]);
      if (select) enter(select, pick([...select.options]).value);
    },
    () => enter(pick([...places[1].querySelectorAll("input")]),
      pick(["1", "-3", "", "abc", "0.5", "1e6", "-1e6", "1e308", "99"])),
    () => app.change({
      dataset: pick(["circles", "sine", "blobs", "plane", "xor", "points"]),
      points: pick([[], [[0, 0, 0]], [[1, 1, 0], [-1, 0.5, 1]]]),
      loss: pick(["bce", "ce", "mse"]), optimizer: pick(["sgd", "adam"]), dropout: pick([0, 0.5]),
      batchSize: pick([0, 1, 7]), rate: pick([0.1, 10, 1000]), standardize: pick([true, false]),
    }, { fresh: pick([true, false]) }),
    () => app.back(),
    () => app.advance({ batches: 3 }),
    () => app.chooseExample(Math.floor(random() * Math.max(1, app.session.task.train.count))),
  ];
  const wrong = new Set();
  const look = (text) => /NaN|undefined|Infinity|\\[object/.test(text) && wrong.add(text);
  for (let done = 0; done < 400; done += 1) {
    pick(acts)();
    app.pause();
    for (const place of places) {
      for (const element of place.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) look(`${name}=${value}`);
      }
      look(place.textContent);
    }
  }
  said.forEach(look);
  places.forEach((place) => place.remove());
  return [...wrong].slice(0, 10);
}"""


def neuron(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^{re.escape(name)}:"))


def panel(page: Page, name: str) -> Locator:
    return page.locator(f"[data-panel={name}]")


async def ready(page: Page) -> None:
    """Wait until the playground is there, and what is under its network."""
    await page.wait_for_selector("[data-playground][data-ready]", state="attached")
    await panel(page, "inspector").scroll_into_view_if_needed()
    await expect(page.get_by_role("spinbutton", name="Number of the example")).to_be_visible()
    await page.evaluate("scrollTo(0, 0)")  # where no bar lies over the drawing


async def step_by_step(page: Page) -> None:
    """Open the tab with the steps."""
    await page.get_by_role("tab", name="Step by step").click()
    await expect(button(page, "Finish the batch")).to_be_visible()


async def tab_to(page: Page, target: Locator, most: int = 80) -> None:
    """Press Tab until the focus is on the target."""
    for _ in range(most):
        await page.keyboard.press("Tab")
        if await target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"{most} presses of Tab do not lead there")


def test_what_it_computes_without_a_page() -> None:
    file = HERE / "playground-graph.test.mjs"
    command = [str(node()), "--no-warnings", "--test", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]\d", done.stdout), done.stdout


def test_by_keyboard_from_a_neuron_to_another_weight_and_another_output() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await tab_to(page, neuron(page, "Input x₁"))
        for key, name in (
            ("ArrowDown", "Input x₂"),
            ("ArrowRight", "Hidden layer 1, unit 3"),
            ("End", "Hidden layer 1, unit 4"),
            ("ArrowUp", "Hidden layer 1, unit 3"),
            ("ArrowRight", "Output"),
            ("ArrowRight", "Output"),
            ("ArrowLeft", "Hidden layer 1, unit 2"),
        ):
            await page.keyboard.press(key)
            await expect(neuron(page, name)).to_be_focused()
        chosen = neuron(page, "Hidden layer 1, unit 2")
        before = await chosen.get_attribute("aria-label")
        assert re.search(r": tanh, bias 0, output −?[\d.]+ for the chosen example$", before or "")
        await page.keyboard.press("Enter")
        await expect(chosen).to_be_focused()
        await expect(chosen).to_have_attribute("aria-pressed", "true")
        await expect(panel(page, "inspector").get_by_role("heading", level=3)).to_contain_text(
            "Hidden layer 1, unit 2"
        )
        bias = page.get_by_role("spinbutton", name="Bias of hidden layer 1, unit 2")
        await tab_to(page, bias)
        await page.keyboard.press("Control+a")
        await page.keyboard.type("1.5")
        await page.keyboard.press("Enter")
        await expect(page.locator("[data-playground] > [role=status]")).to_have_text(
            "The bias of hidden layer 1, unit 2 is now 1.50."
        )
        await expect(bias).to_be_focused()
        after = await chosen.get_attribute("aria-label")
        assert "bias +1.50" in (after or "")
        assert before is not None
        assert after is not None
        assert before.split("output")[1] != after.split("output")[1]

    read(PATH, reading)


def test_the_output_has_a_bias_that_can_be_changed_and_nonsense_is_refused() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await neuron(page, "Output").click()
        await expect(panel(page, "inspector")).to_contain_text(
            re.compile(r"It is a logit: its sigmoid 0\.\d+ is the probability of class 1\.")
        )
        bias = page.get_by_role("spinbutton", name="Bias of output")
        await bias.fill("-0.75")
        await bias.press("Tab")
        assert "bias −0.75" in (await neuron(page, "Output").get_attribute("aria-label") or "")
        for nonsense in ("1e400", "", "9999999"):
            await bias.fill(nonsense)
            await bias.press("Tab")
            await expect(bias).to_have_value("-0.75")
            await expect(page.locator("[data-playground] > [role=status]")).to_contain_text(
                "stays −0.75"
            )
            await expect(panel(page, "inspector")).to_contain_text(
                "A number from −1000000 to 1000000, please."
            )

    read(PATH, reading)


def test_an_edge_is_chosen_by_pointer_and_from_the_inspector() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        heading = panel(page, "inspector").get_by_role("heading", level=3)
        x, y = await page.locator(".graph-edges > line").first.evaluate(
            """(line) => {
              const { left, top } = line.ownerSVGElement.getBoundingClientRect();
              const at = (name) => Number(line.getAttribute(name));
              const along = (from, to) => from + 0.1 * (to - from);
              return [left + along(at("x1"), at("x2")), top + along(at("y1"), at("y2")) + 3];
            }"""
        )
        await page.mouse.click(x, y)
        await expect(heading).to_have_text("Weight from x₁ to hidden layer 1, unit 1")
        await expect(page.locator(".graph-chosen")).to_be_visible()
        await button(page, "Go to hidden layer 1, unit 1").press("Enter")
        await expect(heading).to_contain_text("Hidden layer 1, unit 1")
        first = button(page, "Choose the weight from x₁ to hidden layer 1, unit 1")
        await expect(first).to_be_focused()  # what had the focus before is gone
        await button(page, "Choose the weight from x₂ to hidden layer 1, unit 1").press("Enter")
        await expect(heading).to_have_text("Weight from x₂ to hidden layer 1, unit 1")
        weight = page.get_by_role("spinbutton", name="Weight from x₂ to hidden layer 1, unit 1")
        await expect(weight).to_be_focused()
        await weight.fill("2")
        await weight.press("Enter")
        await expect(panel(page, "inspector")).to_contain_text("· 2.00 = ")

    read(PATH, reading)


def test_layers_and_units_come_and_go_and_the_focus_stays() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        topology = page.locator(TOPOLOGY)
        status = page.locator("[data-playground] > [role=status]")
        await expect(topology).to_have_text("[2, 4, 1]")
        more = button(page, "One unit more in hidden layer 1")
        for units in range(5, 9):
            await more.press("Enter")
            await expect(topology).to_have_text(f"[2, {units}, 1]")
            await expect(more).to_be_focused()
            await expect(page.locator(NEURON)).to_have_count(3 + units)
        await expect(more).to_have_attribute("aria-disabled", "true")
        await expect(more).to_have_attribute("title", "A hidden layer has at most 8 units here.")
        await more.press("Enter")
        await expect(status).to_have_text("A hidden layer has at most 8 units here.")
        await expect(topology).to_have_text("[2, 8, 1]")
        for layers in range(2, 7):
            await button(page, "Add a hidden layer").press("Enter")
            await expect(page.locator(NEURON)).to_have_count(3 + 8 * layers)
        await expect(topology).to_have_text("[2, 8, 8, 8, 8, 8, 8, 1]")
        await button(page, "Add a hidden layer").press("Enter")
        await expect(status).to_have_text("There are at most 6 hidden layers here.")
        assert await page.evaluate(COVERED) == []
        await page.get_by_role("combobox", name="Activation of hidden layer 2").select_option(
            "relu"
        )
        await expect(neuron(page, "Hidden layer 2, unit 1")).to_have_attribute(
            "aria-label", re.compile(": ReLU,")
        )
        for left in range(5, -1, -1):
            await button(page, "Remove hidden layer 1").press("Enter")
            await expect(page.locator(NEURON)).to_have_count(3 + 8 * left)
        await expect(topology).to_have_text("[2, 1]")
        await expect(button(page, "Add a hidden layer")).to_be_focused()

    read(PATH, reading)


def test_a_trained_network_keeps_its_answer_when_a_unit_comes() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await page.get_by_role("button", name="One epoch", exact=True).click()
        output = neuron(page, "Output")
        before = await output.get_attribute("aria-label")
        await button(page, "One unit more in hidden layer 1").click()
        await expect(page.locator(TOPOLOGY)).to_have_text("[2, 5, 1]")
        assert await output.get_attribute("aria-label") == before
        await neuron(page, "Hidden layer 1, unit 5").click()
        await button(page, "One unit less in hidden layer 1").click()
        await expect(page.locator(TOPOLOGY)).to_have_text("[2, 4, 1]")
        assert await output.get_attribute("aria-label") == before

    read(PATH, reading)


def test_a_unit_that_is_dead_is_marked_and_said() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await page.get_by_role("combobox", name="Activation of hidden layer 1").select_option(
            "relu"
        )
        dead = page.locator(".graph-state").filter(has_text="dead")
        await expect(dead).to_have_count(0)
        await neuron(page, "Hidden layer 1, unit 3").click()
        bias = page.get_by_role("spinbutton", name="Bias of hidden layer 1, unit 3")
        await bias.fill("-100")
        await bias.press("Enter")
        await expect(dead).to_have_count(1)
        await expect(neuron(page, "Hidden layer 1, unit 3")).to_have_attribute(
            "aria-label", re.compile(", dead$")
        )

    read(PATH, reading)


@pytest.mark.parametrize("settings", [{}, CALM])
def test_the_forward_pass_flows_and_ends_with_the_values(settings: dict[str, Any]) -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        captions = page.locator(".graph-captions > text")
        await expect(captions.nth(2)).to_have_text("")
        await page.evaluate(WATCH_DOTS)
        await button(page, "Show the forward pass").click()
        await expect(captions.last).to_have_text(re.compile(r"^−?\d"))
        await expect(page.locator(".graph-dots > circle")).to_have_count(0)
        assert (await page.evaluate("dotsSeen") > 0) == (settings != CALM)
        await expect(page.locator("[data-playground] > [role=status]")).to_contain_text(
            re.compile(r"^Forward pass of \(.*Hidden layer 1: .*; output layer: −?\d")
        )
        assert await page.evaluate(COVERED) == []

    read(PATH, reading, **settings)


def test_stepping_by_keyboard_through_a_batch_and_back() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await step_by_step(page)
        stepper = panel(page, "stepper")
        following = stepper.locator(".play-main")
        heading = stepper.get_by_role("heading", level=3)
        titles = (
            "Forward: hidden layer 1",
            "Forward: output layer",
            "Loss",
            "Backward: output layer",
            "Backward: hidden layer 1",
        )
        for title in titles:
            await following.press("Enter")
            await expect(heading).to_have_text(title)
            await expect(following).to_be_focused()
            assert await page.evaluate(COVERED) == []
        await expect(stepper).to_contain_text("1 of 10 in this batch")
        await expect(stepper).to_contain_text(re.compile(r"∂L/∂w = ∂L/∂a · tanh.\(z\) · "))
        await expect(page.locator(".graph-numbers > text")).to_have_count(8)
        await following.press("Enter")
        await expect(stepper).to_contain_text("2 of 10 in this batch")
        before = await neuron(page, "Output").get_attribute("aria-label")
        await button(page, "Finish the batch").press("Enter")
        await expect(heading).to_have_text("Update")
        await expect(stepper).to_contain_text("new w = w − 0.3 · gradient")
        await expect(page.locator(".graph-numbers > text").first).to_contain_text("→")
        assert await page.evaluate(COVERED) == []
        back = stepper.get_by_role("button", name="Back", exact=True)
        await back.press("Enter")
        await expect(heading).to_have_text("Backward: hidden layer 1")
        await expect(stepper).to_contain_text("10 of 10 in this batch")
        for _ in range(45):
            await back.press("Enter")
        await expect(stepper).to_contain_text("1 of 10 in this batch")
        await following.press("Enter")
        await expect(stepper).to_contain_text("2 of 10 in this batch")
        assert await neuron(page, "Output").get_attribute("aria-label") == before
        await button(page, "Finish the epoch").press("Enter")
        await expect(page.locator(".play-status")).to_contain_text("Epoch 1")

    read(PATH, reading, viewport={"width": 1440, "height": 900})


def test_the_factors_are_those_of_the_chosen_edge() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await neuron(page, "Hidden layer 1, unit 4").click()
        await button(page, "Choose the weight from x₂ to hidden layer 1, unit 4").click()
        await step_by_step(page)
        await button(page, "Finish the example").click()
        stepper = panel(page, "stepper")
        await expect(stepper).to_contain_text("Weight from x₂ to hidden layer 1, unit 4:")
        text = await stepper.inner_text()
        line = next(line for line in text.splitlines() if line.startswith("∂L/∂w"))
        factors = [float(part) for part in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", numbers_of(line))]
        *parts, product = factors
        assert len(parts) == 3
        expected = parts[0] * parts[1] * parts[2]
        assert product == pytest.approx(expected, rel=0.05, abs=2e-3)

    read(PATH, reading)


def numbers_of(line: str) -> str:
    """Return the part of a line in numbers, as Python writes them."""
    text = line.split("=", 2)[2].replace("−", "-")
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
    return re.sub(r"·10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda match: f"e{match[1].translate(raised)}", text)


def test_by_touch_on_the_narrowest_screen() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await neuron(page, "Hidden layer 1, unit 1").tap()
        await expect(panel(page, "inspector").get_by_role("heading", level=3)).to_contain_text(
            "Hidden layer 1, unit 1"
        )
        await button(page, "One unit more in hidden layer 1").tap()
        await expect(page.locator(TOPOLOGY)).to_have_text("[2, 5, 1]")
        assert await page.evaluate(SMALL_TARGETS) == []
        await step_by_step(page)
        assert await page.evaluate(SMALL_TARGETS) == []
        await panel(page, "stepper").locator(".play-main").tap()
        await expect(panel(page, "stepper")).to_contain_text("Forward: hidden layer 1")
        for _ in range(5):
            await button(page, "Add a hidden layer").tap()
        await expect(page.locator(TOPOLOGY)).to_have_text("[2, 5, 5, 5, 5, 5, 5, 1]")
        assert await page.evaluate(COVERED) == []
        assert await ask(page, "tooWide") == []

    read(PATH, reading, viewport={"width": NARROWEST, "height": 640}, has_touch=True)


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1440), ("dark", 1440), ("dark", PHONE), ("light", NARROWEST)]
)
def test_no_rule_of_accessibility_is_broken(scheme: str, width: int) -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        await neuron(page, "Hidden layer 1, unit 1").click()
        await button(page, "Show the forward pass").click()
        await step_by_step(page)
        await button(page, "Finish the example").click()
        assert await ask(page, "violations") == []
        if width == PHONE:  # narrower, the page's drawings may shrink below 12 px
            assert await ask(page, "tooSmall") == []
        await button(page, "Finish the batch").click()
        await page.get_by_role("tab", name="Look inside").click()
        await button(page, "Choose the weight from x₁ to hidden layer 1, unit 1").click()
        assert await ask(page, "violations") == []

    viewport = {"width": width, "height": 900}
    read(PATH, reading, viewport=viewport, color_scheme=scheme, reduced_motion="reduce")


def test_a_redraw_touches_only_what_has_changed() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        changes = await page.evaluate(CHANGES)
        assert changes["edges"] == 2 * 8 + 5 * 64 + 8
        assert changes["still"] == 0
        assert 0 < changes["moved"] < changes["edges"]

    read(PATH, reading)


def test_hundreds_of_random_acts_show_no_wrong_number() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        assert await page.evaluate(ACTS) == []

    read(PATH, reading, reduced_motion="reduce")


def test_the_maps_follow_from_light_to_dark_and_back() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        await neuron(page, "Hidden layer 1, unit 1").click()
        await expect(page.locator(".inspector-map")).to_be_visible()
        light = await page.evaluate(MAPS)
        await page.emulate_media(color_scheme="dark")
        differ = f"(before) => ({MAPS})().every((map, at) => map !== before[at])"
        await page.wait_for_function(differ, arg=light)
        dark = await page.evaluate(MAPS)
        await page.emulate_media(color_scheme="light")
        await page.wait_for_function(differ, arg=dark)
        assert await page.evaluate(MAPS) == light

    read(PATH, reading, color_scheme="light")


def test_what_a_reader_does_opens_the_tab_that_tells_of_it() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        inside = page.get_by_role("tab", name="Look inside")
        steps = page.get_by_role("tab", name="Step by step")
        await expect(panel(page, "stepper")).to_be_hidden()
        await inside.press("ArrowRight")
        await expect(steps).to_be_focused()
        await expect(steps).to_have_attribute("aria-selected", "true")
        await expect(panel(page, "inspector")).to_be_hidden()
        await neuron(page, "Hidden layer 1, unit 1").click()
        await expect(panel(page, "inspector")).to_be_visible()
        await steps.click()
        await panel(page, "stepper").locator(".play-main").click()
        await neuron(page, "Hidden layer 1, unit 2").click()  # the step goes on, for this unit
        await expect(panel(page, "stepper")).to_contain_text("Unit 2: z = ")
        await inside.click()
        await expect(panel(page, "inspector")).to_contain_text("Hidden layer 1, unit 2")

    read(PATH, reading)


def test_the_map_shows_the_neuron_that_a_reader_looks_at() -> None:
    async def reading(page: Page) -> None:
        await ready(page)
        title = panel(page, "map").get_by_role("heading", level=2)
        readout = panel(page, "map").locator(".play-readout")
        answers = await page.evaluate(LARGE_MAP)
        seen = {answers}
        for unit in (2, 3):
            await neuron(page, f"Hidden layer 1, unit {unit}").hover()
            await expect(title).to_have_text("What it gives")
            await expect(readout).to_contain_text(f"Hidden layer 1, unit {unit}: blue above 0")
            seen.add(await page.evaluate(LARGE_MAP))
        assert len(seen) == 3
        await page.mouse.move(0, 0)
        await expect(title).to_have_text("What it answers")
        assert await page.evaluate(LARGE_MAP) == answers
        await tab_to(page, neuron(page, "Input x₁"))
        await expect(title).to_have_text("What it gives")
        assert await page.evaluate(LARGE_MAP) not in seen
        await page.keyboard.press("Shift+Tab")
        await expect(title).to_have_text("What it answers")
        assert await page.evaluate(LARGE_MAP) == answers

    read(PATH, reading)
