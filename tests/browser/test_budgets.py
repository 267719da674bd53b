"""Every page stays within the budgets of budgets.json."""

import json
from pathlib import Path

import pytest
from first_views import WIDTHS, FirstView

BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text(encoding="utf-8"))
# Elements of a chapter. With four thousand, one had 91 points in Lighthouse; with two, it has 97.
LAID_OUT = 2_000
FirstViews = dict[tuple[str, int], FirstView]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_first_view(first_views: FirstViews, viewed: str, width: int, budget: str) -> None:
    assert getattr(first_views[viewed, width], budget) <= BUDGETS[budget]


def test_most_of_a_chapter_is_left_out_at_first(first_views: FirstViews) -> None:
    laid_out = {key: view.laid_out for key, view in first_views.items() if "/learn/" in key[0]}
    assert laid_out
    assert {key: count for key, count in laid_out.items() if count > LAID_OUT} == {}
