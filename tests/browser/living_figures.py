"""The living figures of the chapters: where they are, and what their parts show."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.async_api import Locator, Page

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "docs/javascripts/living"
CORE = {"living", "mount", "controls", "drawing", "numbers"}
PARTS = Path(__file__).with_name("living_parts.js").read_text(encoding="utf-8").rstrip("\n;")
NEAR = 0.1  # px
_DECLARED = re.compile(r'<div data-living="([\w-]+)" data-controls="(\d)" markdown>')

Drawn = list[dict[str, Any]]


def declared() -> dict[str, tuple[str, int]]:
    """Return the living figures by name: the path of the page, and how many controls it says."""
    found = {}
    for file in sorted((ROOT / "docs").rglob("*.md")):
        page = "/" + file.relative_to(ROOT / "docs").as_posix().removesuffix(".md") + "/"
        for name, controls in _DECLARED.findall(file.read_text(encoding="utf-8")):
            found[name] = page, int(controls)
    return found


FIGURES = declared() or pytest.fail("no page declares a living figure")


def figure(page: Page, name: str) -> Locator:
    return page.locator(f'[data-living="{name}"]')


async def alive(page: Page, name: str) -> Locator:
    """Scroll to a figure, wait until it has its controls, and return it."""
    root = figure(page, name)
    await root.scroll_into_view_if_needed()
    await root.locator(".living-controls").wait_for()
    return root


async def drawn(page: Page, name: str) -> Drawn:
    """Return what both drawings of a figure show, in their own numbers."""
    seen: Drawn = await figure(page, name).evaluate(PARTS)
    return seen


def assert_same(one: Drawn, other: Drawn) -> None:
    """Hold that two figures show the same, positions to a tenth of a pixel."""
    assert len(one) == len(other) == 2
    for first, second in zip(one, other, strict=True):
        assert [part["name"] for part in first["parts"]] == [p["name"] for p in second["parts"]]
        assert first["parts"]
        for part, again in zip(first["parts"], second["parts"], strict=True):
            assert_same_part(part, again, first["box"])


def assert_same_part(part: dict[str, Any], again: dict[str, Any], box: list[float]) -> None:
    name = part["name"]
    assert part["hidden"] == again["hidden"], name
    assert [text[0] for text in part["texts"]] == [text[0] for text in again["texts"]], name
    assert_near([text[1:] for text in part["texts"]], [text[1:] for text in again["texts"]], name)
    marks, more = (
        [mark for mark in each["marks"] if is_inside(mark[:2], box)] for each in (part, again)
    )
    assert [mark[2] for mark in marks] == [mark[2] for mark in more], name
    assert_near([mark[:2] for mark in marks], [mark[:2] for mark in more], name)
    for (line, look), (line_again, look_again) in zip(part["paths"], again["paths"], strict=True):
        assert look == look_again, name
        if isinstance(line, str) or isinstance(line_again, str):
            assert line == line_again, name
        else:
            assert farthest(line, line_again, box) <= NEAR, name
            assert farthest(line_again, line, box) <= NEAR, name


def assert_near(one: list[list[float]], other: list[list[float]], name: str) -> None:
    assert np.shape(one) == np.shape(other), name
    assert np.abs(np.subtract(one, other)).max(initial=0) <= NEAR, name


def is_inside(place: list[float], box: list[float]) -> bool:
    left, top, width, height = box
    return bool(left <= place[0] <= left + width and top <= place[1] <= top + height)


def farthest(line: list[Any], other: list[Any], box: list[float]) -> float:
    """Return how far from the other line a point of a line is, of those inside the drawing."""
    places = [place for place in walked(line) if is_inside(place, box)]
    starts, ends = (np.concatenate(each) for each in zip(*map(segments, other), strict=True))
    along = ends - starts
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    worst = 0.0
    for place in places:
        share = np.clip(((place - starts) * along).sum(axis=1) / length, 0, 1)
        nearest = starts + share[:, None] * along
        worst = max(worst, float(np.hypot(*(place - nearest).T).min()))
    return worst


def segments(points: list[Any]) -> tuple[Any, Any]:
    row = np.array(points, dtype=float)
    return (row[:-1], row[1:]) if len(row) > 1 else (row, row)


def walked(line: list[Any]) -> list[Any]:
    """Return the points of a line, and points between them where they lie far apart."""
    places = []
    for points in line:
        for start, end in zip(*segments(points), strict=True):
            count = 2 + int(np.hypot(*(end - start)) // 10)
            places += [start + share * (end - start) for share in np.linspace(0, 1, count)]
    return places
