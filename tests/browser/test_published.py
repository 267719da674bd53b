"""The site as it is published, below a path: its links lead on, also from missing addresses."""

import asyncio
import html
import os
import re
import subprocess
import sys
from pathlib import Path

from static_server import serving
from visits import ROOT, SITE, Visit, browsing, record

BELOW = "/guide/"  # published sites often live below a path


def build(folder: Path, address: str) -> None:
    """Build the site as it is published at this address."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "SITE_URL": address}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300)


async def walk(home: str) -> tuple[Visit, str]:
    """Go from a missing address home and on to a chapter; return what was seen, and its canon."""
    async with browsing() as browser:
        page = await browser.new_page()
        await page.goto(f"{home}no/such/page/")
        seen = record(page, home)
        await page.get_by_role("link", name="Home").first.click()
        await page.wait_for_url(home)
        await page.locator("article a[href*='learn/']:visible").first.click()
        await page.wait_for_url("**/learn/**")
        canon = await page.locator("link[rel=canonical]").get_attribute("href")
        assert canon == page.url
        await page.go_back()
        await page.wait_for_url(home)
    return seen, canon


def check_cards(site: Path, home: str) -> None:
    """Each page of the navigation says what other sites shall show beside a link to it."""
    folders = ("learn", "practice", "check", "reference")
    pages = [page for folder in folders for page in site.glob(f"{folder}/*/index.html")]
    pages += [site / "index.html", site / "reference/index.html"]
    pictures = set()
    for page in pages:
        said = dict(
            re.findall(
                r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', page.read_text("utf-8")
            )
        )
        address = home + page.parent.relative_to(site).as_posix().replace(".", "")
        assert said["og:url"].rstrip("/") == address.rstrip("/")
        assert said["og:title"]
        assert html.unescape(said["og:description"]) == html.unescape(said["description"])
        assert said["twitter:card"] == "summary_large_image"
        picture = site / said["og:image"].removeprefix(home)
        drawn = picture.read_bytes()
        assert drawn.startswith(b"\x89PNG")
        size = [int.from_bytes(drawn[at : at + 4]) for at in (16, 20)]
        assert size == [int(said["og:image:width"]), int(said["og:image:height"])]
        pictures.add(drawn)
    assert len(pictures) == len(pages) > 30  # each shows its own title


def test_without_an_address_there_are_no_cards() -> None:
    assert 'property="og:' not in (SITE / "index.html").read_text(encoding="utf-8")
    assert not (SITE / "assets/cards").exists()


def test_from_a_missing_address_home_and_to_a_chapter(tmp_path: Path) -> None:
    with serving(tmp_path, below=BELOW) as served:
        build(tmp_path, served.origin + BELOW)
        seen, canon = asyncio.run(walk(served.origin + BELOW))
        assert canon.startswith(f"{served.origin}{BELOW}learn/")
        check_cards(tmp_path, served.origin + BELOW)
    assert seen.messages == []
    assert seen.foreign_requests == []
