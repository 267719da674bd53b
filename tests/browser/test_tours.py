"""The ten tours: what their links set is what Python proved, and the playground takes them."""

import asyncio
import json
import re
import subprocess
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect
from static_server import serving
from visits import SITE, browsing

from guide.experiments.tours import TOURS
from guide.experiments.tours_choices import Choices
from guide.experiments.tours_networks import trained
from guide.publishing.katex import node

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
      for (let epoch = 0; epoch < {EPOCHS} && training.epoch(); epoch += 1) losses.push(training.latest.loss);
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
        losses = trained(choices, 1).loss[:EPOCHS, 0]
        assert told["losses"][:EPOCHS] == pytest.approx(losses.tolist(), rel=1e-6)


@pytest.mark.parametrize("name", TOURS)
def test_a_tour_asks_tries_answers_and_leads_to_its_chapter(name: str) -> None:
    text = SECTIONS[name]
    assert 2 <= len(addresses(name)) <= 3
    assert 2 <= len(re.findall(r"^- ", text, re.MULTILINE)) <= 3
    assert len(re.findall(r"\{ \.right \}$", text, re.MULTILINE)) == 1
    assert f"(playground.md#tour={name})" in text
    assert "data-number=" in text.partition("???")[2]
    chapters = {match["chapter"] for match in CHAPTER.finditer(text)}
    back = f"(../play/playground.md#tour={name})"
    pages = {chapter: ROOT / f"docs/learn/{chapter}.md" for chapter in chapters}
    assert any(back in path.read_text(encoding="utf-8") for path in pages.values())


def test_chapters_lead_to_tours_that_there_are() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    assert {*re.findall(r"#tour=([\w-]+)", text)} == {*TOURS}
