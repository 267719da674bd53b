"""A missing address leads on, at any depth, below any path, whether or not the build knows it."""

import asyncio
from typing import Any

import pytest
from colors import ground
from playwright.async_api import Page
from static_server import serving
from visits import SITE, browsing

MISSING = ("nothing", "no/such/page/", "learn/neuron/nothing/")
LISTED = ("learn/neuron/", "install/", "ledger/")  # of a part of the site, and outside of any


async def missing(page: Page, home: str, address: str) -> dict[str, Any]:
    """Ask for an address that is not there; return where links lead, and how it looks."""
    answer = await page.goto(home + address)
    assert answer is not None
    assert answer.status == 404
    await page.wait_for_load_state("networkidle")
    seen: dict[str, Any] = await page.evaluate(
        """() => ({
          links: [...document.links].map(({ href }) => href),
          ground: getComputedStyle(document.body).backgroundColor,
          width: document.documentElement.scrollWidth,
          sheets: document.styleSheets.length,
        })"""
    )
    return seen


def asked(below: str, **settings: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    async def session() -> list[dict[str, Any]]:
        async with browsing() as browser:
            context = await browser.new_context(color_scheme="dark", **settings)
            page = await context.new_page()
            return [await missing(page, served.origin + below, path) for path in MISSING]

    with serving(SITE, below=below) as served:
        found = asyncio.run(session())
        for seen in found:
            seen["links"] = [link.removeprefix(served.origin) for link in seen["links"]]
        return found


def is_there(link: str, below: str) -> bool:
    return link.startswith(below) and (SITE / link.removeprefix(below) / "index.html").is_file()


@pytest.mark.parametrize("below", ["/", "/guide/", "/a/deep/path/"])
def test_every_link_leads_on(below: str) -> None:
    for seen in asked(below):
        assert {below + page for page in LISTED} <= {*seen["links"]}
        assert below in seen["links"]
        assert [link for link in seen["links"] if not is_there(link, below)] == []


def test_without_script_links_lead_from_the_root() -> None:
    for seen in asked("/", java_script_enabled=False):
        assert "/learn/neuron/" in seen["links"]
        assert [link for link in seen["links"] if not is_there(link, "/")] == []


@pytest.mark.parametrize("script", [True, False])
def test_it_has_its_style_below_any_path(script: bool) -> None:  # noqa: FBT001
    for seen in asked(
        "/guide/", java_script_enabled=script, viewport={"width": 320, "height": 600}
    ):
        assert seen["sheets"] == 1
        assert seen["ground"] == ground("dark")
        assert seen["width"] <= 320
