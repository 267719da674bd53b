"""What the page gates share: the pages, the visits to them and their first views."""

import asyncio

import pytest
from first_views import FirstView, first_view_all, pages_viewed
from playwright.async_api import expect
from visits import SITE, Visit, pages, pages_in_full, schemes_of, visit_all

# A missing site is a failure of every gate, never an empty list of tests.
PAGES = pages() or ["/"]
IN_FULL = pages_in_full(PAGES)
VISITED = schemes_of(PAGES)
VIEWED = pages_viewed(IN_FULL)
# How long a test waits for what a page does soon: a busy machine may need many times as long.
SOON = 30_000  # ms, as Playwright waits for an element that is to be pressed
expect.set_options(timeout=SOON)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_path" in metafunc.fixturenames:
        metafunc.parametrize("page_path", IN_FULL)
    if "visited" in metafunc.fixturenames:
        metafunc.parametrize("visited", VISITED, ids=" ".join)
    if "viewed" in metafunc.fixturenames:
        metafunc.parametrize("viewed", VIEWED)


@pytest.fixture(scope="session")
def site_pages() -> list[str]:
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    return PAGES


@pytest.fixture(scope="session")
def visits(site_pages: list[str]) -> dict[tuple[str, str], Visit]:
    return asyncio.run(visit_all(site_pages))


@pytest.fixture
def seen(visits: dict[tuple[str, str], Visit], visited: tuple[str, str]) -> Visit:
    """One visit to one page, in light or dark."""
    return visits[visited]


@pytest.fixture(scope="session")
def first_views(site_pages: list[str]) -> dict[tuple[str, int], FirstView]:
    return asyncio.run(first_view_all(pages_viewed(pages_in_full(site_pages))))
