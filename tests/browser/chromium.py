"""Finds a Chromium-based browser for the page gates, or gets one.

`python tests/browser/chromium.py` prints the browser's path. It looks for, in this order: the one
named by CHROME_PATH, Chrome or Chromium on PATH, the usual places of macOS and Windows, and a
browser that Playwright downloaded before. If there is none it lets Playwright download one, then,
as root on Debian or Ubuntu, installs the package chromium.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# A test browser that phones home is slow where the network is closed and noisy where it is open.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
HOW_TO = """no browser for the page gates. One of these helps:
  - install Google Chrome or Chromium
  - CHROME_PATH=/path/to/chrome make test
  - .venv/bin/playwright install chromium
  - on Debian or Ubuntu, as root: apt-get install chromium"""


class BrowserNotFoundError(RuntimeError):
    """No browser is there and none could be had; the message says what to install."""


def find() -> Path:
    """Return the browser to test with.

    Raises:
        BrowserNotFoundError: If there is none, or if CHROME_PATH names something that fails.
    """
    if found := look():
        return found
    raise BrowserNotFoundError(HOW_TO)


def get() -> Path:
    """Return the browser to test with, after getting one if none is there.

    Raises:
        BrowserNotFoundError: If none could be had, or if CHROME_PATH names something that fails.
    """
    for step in (download, install_package):
        if found := look():
            return found
        step()
    return find()


def look() -> Path | None:
    """Return the first browser that starts."""
    if chosen := os.environ.get("CHROME_PATH"):
        if starts(chosen):
            return Path(chosen)
        message = f"CHROME_PATH is {chosen}, which does not start as a browser"
        raise BrowserNotFoundError(message)
    return next((Path(path) for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Yield the paths where a browser may be, best first."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from PLACES
    yield from downloaded()


def downloaded() -> list[str]:
    """Return where Playwright keeps its own browser, whether or not it is there."""
    script = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    return subprocess.check_output([sys.executable, "-c", script], encoding="utf-8").splitlines()


def starts(path: str) -> bool:
    """Tell whether the browser answers; Ubuntu's chromium-browser may be a stub that does not."""
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":  # there `--version` opens a window
        return True
    try:
        subprocess.run([path, "--version"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def download() -> None:
    """Let Playwright download the Chromium that it was made with."""
    attempt(sys.executable, "-m", "playwright", "install", "chromium")


def install_package() -> None:
    """Install Debian's or Ubuntu's package, which only root may do."""
    if is_root() and shutil.which("apt-get"):
        attempt("apt-get", "update")
        attempt("apt-get", "install", "--yes", "--no-install-recommends", "chromium")


def attempt(*command: str) -> None:
    """Run a step whose failure leaves the next step to try."""
    print("No browser found, trying:", *command, file=sys.stderr)
    subprocess.run(command, stdout=sys.stderr, check=False)


def is_root() -> bool:
    """Tell whether this is root, for whom Chromium refuses its sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    try:
        print(get())
    except BrowserNotFoundError as error:
        sys.exit(f"{Path(__file__).name}: {error}")
