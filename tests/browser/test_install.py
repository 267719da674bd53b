"""On the page Install, pip is told the address of the wheel where this very page is served."""

import asyncio
import shutil
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from static_server import serving
from visits import SITE, browsing

from guide.publishing.project import HERE
from guide.publishing.python.wheel import wheel

BELOW = "/guide/"
[(PLACE, CONTENT)] = wheel(HERE).items()
COMMANDS = ("python -m pip install ", "%pip install ")


def read(address: str, scripts: bool) -> list[tuple[str, bool]]:  # noqa: FBT001
    """Return the commands that let pip fetch the wheel, and whether readers see them."""

    async def session() -> list[tuple[str, bool]]:
        async with browsing() as browser:
            page = await browser.new_page(java_script_enabled=scripts)
            await page.goto(f"{address}install/")
            if scripts:
                await expect(page.locator(".by-address code").first).to_contain_text("http")
            await offered(page, address)
            commands = await page.locator(".by-address").all()
            return [
                ((await command.locator("code").inner_text()).strip(), await command.is_visible())
                for command in commands
            ]

    return asyncio.run(session())


async def offered(page: Page, address: str) -> None:
    """Download the wheel as a reader would."""
    async with page.expect_download() as download:
        await page.get_by_role("link", name=".whl").click()
    got = await download.value
    assert got.suggested_filename == Path(PLACE).name
    assert got.url == f"{address}{PLACE}"
    content = await asyncio.to_thread(Path(await got.path()).read_bytes)
    assert content == CONTENT


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """The site, below a path: its own files have no address of their own in them."""
    if not (SITE / "install/index.html").is_file():
        pytest.fail("site/ is not built: run `make site` first")
    for part in ("install", "assets", "javascripts", "stylesheets"):
        shutil.copytree(SITE / part, tmp_path / part)
    return tmp_path


def test_commands_name_the_address_at_which_the_page_is_served(below: Path) -> None:
    with serving(below, below=BELOW) as served:
        address = served.origin + BELOW
        found = read(address, scripts=True)
    assert found == [(f"{command}{address}{PLACE}", True) for command in COMMANDS]


def test_without_scripts_only_the_download_is_offered(below: Path) -> None:
    with serving(below, below=BELOW) as served:
        found = read(served.origin + BELOW, scripts=False)
    assert [seen for _, seen in found] == [False, False]
