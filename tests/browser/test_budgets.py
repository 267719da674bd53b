"""Every page stays within the budgets of budgets.json."""

import json
from pathlib import Path

import pytest
from first_views import WIDTHS, FirstView

BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text(encoding="utf-8"))
FirstViews = dict[tuple[str, int], FirstView]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_first_view(first_views: FirstViews, viewed: str, width: int, budget: str) -> None:
    assert getattr(first_views[viewed, width], budget) <= BUDGETS[budget]
