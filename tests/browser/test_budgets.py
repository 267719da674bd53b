"""Every page stays within the budgets of budgets.json."""

import gzip
import json
import re
from pathlib import Path

import pytest
from first_views import WIDTHS, FirstView
from visits import ROOT, SITE

from guide.publishing.website.scripts import needed

BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text(encoding="utf-8"))
# Elements of a chapter. With four thousand, one had 91 points in Lighthouse; with two, it has 97.
LAID_OUT = 2_000
# The playground is no chapter: one comes to run it. Beyond what all pages load, its scripts and its
# style sheet take this much before it can be used; with all of its first screen; and in all.
PLAYGROUND = "/play/playground/"
SHEET = "stylesheets/playground.css"
USABLE, FIRST_SCREEN, ALL = 57_000, 60_000, 86_000
# Nor is the page of exercises: it is made of editors, which come at once.
EXERCISES, EDITORS = "/play/python/", 18_000  # beyond what all pages load
FirstViews = dict[tuple[str, int], FirstView]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_first_view(first_views: FirstViews, viewed: str, width: int, budget: str) -> None:
    cost = getattr(first_views[viewed, width], budget)
    everywhere = packed(needed("javascripts/page.js", ROOT / "docs"))
    if (viewed, budget) == (PLAYGROUND, "own_script"):
        assert cost - everywhere + packed([SHEET]) <= FIRST_SCREEN
    elif (viewed, budget) == (EXERCISES, "own_script"):
        assert cost - everywhere <= EDITORS
    else:
        assert cost <= BUDGETS[budget]


def test_most_of_a_chapter_is_left_out_at_first(first_views: FirstViews) -> None:
    laid_out = {key: view.laid_out for key, view in first_views.items() if "/learn/" in key[0]}
    assert laid_out
    assert {key: count for key, count in laid_out.items() if count > LAID_OUT} == {}


def test_the_playground_can_be_used_for_little_more_than_a_page() -> None:
    page = (SITE / PLAYGROUND[1:] / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r'<link rel="modulepreload" href="\.\./\.\./([^"]+)">', page)
    assert "javascripts/play/playground.js" in scripts
    assert packed([*scripts, SHEET]) <= USABLE


def test_all_of_the_playground_is_light() -> None:
    scripts = [
        path for folder in ("play", "net") for path in (SITE / "javascripts" / folder).glob("*.js")
    ]
    paths = [path.relative_to(SITE).as_posix() for path in scripts]
    assert len(paths) > 50
    assert packed([*paths, SHEET]) <= ALL


def packed(paths: list[str]) -> int:
    """Return the bytes of files as they travel."""
    return sum(len(gzip.compress((SITE / path).read_bytes(), mtime=0)) for path in paths)
