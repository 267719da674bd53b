"""Every page stays within the budgets of budgets.json."""

import asyncio
import json
import re
from pathlib import Path

import pytest
from first_views import WIDTHS, FirstView
from static_server import serving
from visits import SITE, browsing

BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text(encoding="utf-8"))
# Elements of a chapter. With four thousand, one had 91 points in Lighthouse; with two, it has 97.
LAID_OUT = 2_000
# The playground is no chapter: one comes to run it, and it may weigh so much more than a page.
PLAYGROUND = "/play/playground/"
ITS_SCRIPTS = 60_000
FirstViews = dict[tuple[str, int], FirstView]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("budget", BUDGETS)
def test_first_view(first_views: FirstViews, viewed: str, width: int, budget: str) -> None:
    more = ITS_SCRIPTS if (viewed, budget) == (PLAYGROUND, "own_script") else 0
    assert getattr(first_views[viewed, width], budget) <= BUDGETS[budget] + more


def test_most_of_a_chapter_is_left_out_at_first(first_views: FirstViews) -> None:
    laid_out = {key: view.laid_out for key, view in first_views.items() if "/learn/" in key[0]}
    assert laid_out
    assert {key: count for key, count in laid_out.items() if count > LAID_OUT} == {}


def test_the_playground_costs_little_more_than_a_page() -> None:
    """All that is its own, whenever it comes: scripts and its style sheet."""

    async def look() -> int:
        with serving(SITE) as served:
            async with browsing() as browser:
                page = await browser.new_page()
                await page.goto(f"{served.origin}{PLAYGROUND}#tour=", wait_until="networkidle")
                for part in await page.locator("[data-panel]").all():
                    await part.scroll_into_view_if_needed()
                await page.wait_for_load_state("networkidle")
        own = re.compile(r"/javascripts/(play|net)/|/stylesheets/playground\.css")
        return sum(size for path, size in dict(served.sent).items() if own.search(path))

    assert 20_000 < asyncio.run(look()) <= ITS_SCRIPTS
