"""Visits to the pages of the built site, and what each visit saw."""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromium
from playwright.async_api import Browser, Page, Request, async_playwright
from static_server import serving

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
PROBES = Path(__file__).with_name("probes.js")
# The reader's kinds of browser, as settings of Playwright.
DESKTOP = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
KINDS: dict[str, dict[str, Any]] = {
    "light": {**DESKTOP, "color_scheme": "light"},
    "dark": {**DESKTOP, "color_scheme": "dark"},
    "no script": {**DESKTOP, "java_script_enabled": False},
}
WIDTHS = (1440, 1280, 768, 360, 320)
PHONE = 360  # the narrowest screen on which all text is to be large enough
# `make check` makes every visit. `make test` leaves out what repeats: of the listings of source
# files, one template around plain code, and of the pages of the ledger, one template around rows,
# it sees the longest; and it sees each page once, by turns
# in light, with axe-core on the wide layout, and in dark, with axe-core on the narrow one.
THOROUGH = bool(os.environ.get("THOROUGH"))
AXE_WIDTHS: dict[str, Sequence[int]] = (
    {"light": (1440, 360), "dark": (1440, 360)} if THOROUGH else {"light": (1440,), "dark": (360,)}
)
LISTINGS = ("/reference/source/", "/ledger/")


@dataclass
class Visit:
    """What one visit to one page saw.

    Attributes:
        messages: Everything the console showed, and errors that no script caught.
        foreign_requests: Addresses outside of the site that the page asked for.
        blocking_scripts: Scripts that its first words wait for.
        ground: Color of the page's ground, as `rgb(…)`.
        policy: Content-Security-Policy of the page, empty where it has none.
        content: Whether there is text, and how many equations, drawings and so on.
        too_wide: What is wider than the page, at any of the widths visited.
        cut_tables: Tables of which a column is out of sight, at any of the widths visited.
        covered_tables: Tables that reach under a list of contents, at any of the widths visited.
        too_small: Text that is too small on a phone.
        violations: What axe-core found, at any of the widths visited.
    """

    messages: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)
    blocking_scripts: list[str] = field(default_factory=list)
    ground: str = ""
    policy: str = ""
    content: dict[str, int] = field(default_factory=dict)
    too_wide: list[str] = field(default_factory=list)
    cut_tables: list[str] = field(default_factory=list)
    covered_tables: list[str] = field(default_factory=list)
    too_small: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


def pages() -> list[str]:
    """Return the address path of every page that is visited."""
    files = (file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html"))
    paths = sorted("/" + file.removesuffix("index.html") for file in files)
    return paths if THOROUGH else pages_in_full(paths)


def pages_in_full(paths: list[str]) -> list[str]:
    """Return the pages to visit in every way: all, but of each kind of listings the longest."""
    left_out: set[str] = set()
    for kind in LISTINGS:
        listings = [path for path in paths if path.startswith(kind) and path != kind]
        left_out |= {*sorted(listings, key=_size)[:-1]}
    return [path for path in paths if path not in left_out]


def _size(path: str) -> int:
    file = SITE / path[1:]
    return (file if file.suffix else file / "index.html").stat().st_size


def schemes_of(paths: list[str]) -> list[tuple[str, str]]:
    """Return a pair for each visit with scripts: the page, and "light" or "dark"."""
    in_full = pages_in_full(paths)
    if not THOROUGH:
        return [(path, ("light", "dark")[turn % 2]) for turn, path in enumerate(in_full)]
    listings = [(path, "light") for path in paths if path not in in_full]
    return [*((path, scheme) for path in in_full for scheme in ("light", "dark")), *listings]


@asynccontextmanager
async def browsing(*flags: str) -> AsyncIterator[Browser]:
    """Run the browser, with more flags if need be, until the block ends."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.find(),
            args=[*chromium.FLAGS, *flags],
            chromium_sandbox=not chromium.is_root(),
        )
        yield browser
        await browser.close()


async def ask(page: Page, probe: str) -> Any:  # noqa: ANN401  (the answer is JSON of any shape)
    """Return the answer of one function of probes.js."""
    return await page.evaluate(f"{PROBES.read_text(encoding='utf-8').rstrip()}.{probe}()")


def record(page: Page, address: str) -> Visit:
    """Start to note what the page at this address requests and reports."""
    seen = Visit()
    here = urlsplit(address).netloc

    def note(request: Request) -> None:
        if urlsplit(request.url).netloc not in {here, ""}:  # data: addresses have none
            seen.foreign_requests.append(request.url)

    page.on("console", lambda message: seen.messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: seen.messages.append(f"uncaught: {error}"))
    page.on("request", note)
    return seen


async def visit(
    page: Page, address: str, widths: Sequence[int], axe_widths: Sequence[int]
) -> Visit:
    """Load a page and look at it in these widths, in some of them with axe-core."""
    seen = record(page, address)
    await page.goto(address)
    # axe-core would ask for it piece by piece, which takes long.
    await ask(page, "layOutEverything")
    await ask(page, "settled")
    seen.blocking_scripts = await ask(page, "blockingScripts")
    seen.ground = await ask(page, "ground")
    seen.policy = await ask(page, "policy")
    seen.content = await ask(page, "content")
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in widths:
        await page.set_viewport_size({"width": width, "height": 900})
        await ask(page, "settled")
        await look(page, seen, width)
        if width in axe_widths:
            seen.violations += [f"{width} px: {rule}" for rule in await ask(page, "violations")]
    return seen


async def look(page: Page, seen: Visit, width: int) -> None:
    """Note what does not fit into a window of this width."""
    seen.too_wide += [f"{width} px: {box}" for box in await ask(page, "tooWide")]
    seen.cut_tables += [f"{width} px: {table}" for table in await ask(page, "cutTables")]
    seen.covered_tables += [f"{width} px: {table}" for table in await ask(page, "coveredTables")]
    if width == PHONE:
        seen.too_small = await ask(page, "tooSmall")


async def visit_without_script(page: Page, address: str) -> Visit:
    """Load a page in a browser that runs no script, and see what a reader gets."""
    await page.goto(address)
    return Visit(content=await ask(page, "content"))


async def visit_all(paths: list[str]) -> dict[tuple[str, str], Visit]:
    """Visit every page, as many at a time as there are cores.

    Returns:
        The visits by path and "light", "dark" or "no script".
    """
    in_full = pages_in_full(paths)
    plan: dict[tuple[str, str], Sequence[int]] = {
        (path, scheme): WIDTHS if path in in_full else WIDTHS[:1]
        for path, scheme in schemes_of(paths)
    }
    plan |= {(path, "no script"): () for path in in_full}
    free = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(path: str, kind: str, widths: Sequence[int]) -> Visit:
        async with free, await contexts[kind].new_page() as page:
            if kind == "no script":
                return await visit_without_script(page, served.origin + path)
            return await visit(page, served.origin + path, widths, AXE_WIDTHS[kind])

    with serving(SITE) as served:
        async with browsing() as browser:
            contexts = {kind: await browser.new_context(**KINDS[kind]) for kind in KINDS}
            seen = await asyncio.gather(*(one(*key, widths) for key, widths in plan.items()))
    return dict(zip(plan, seen, strict=True))
