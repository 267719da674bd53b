"""Where the page gates look for a browser, and in which order."""

import sys
from pathlib import Path

import chromium
import pytest

WORKS = "#!/bin/sh\necho Chromium 1.2.3\n"
STUB = "#!/bin/sh\necho 'install the snap' >&2\nexit 1\n"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a machine without a browser, and return the only folder on its PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setattr(chromium, "PLACES", ())
    monkeypatch.setattr(chromium, "downloaded", list)
    return tmp_path


def program(folder: Path, name: str, text: str = WORKS) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
    return file


def test_chosen_browser_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "google-chrome")
    chosen = program(path, "my-browser")
    monkeypatch.setenv("CHROME_PATH", str(chosen))
    assert chromium.find() == chosen


def test_chosen_browser_that_fails_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "google-chrome")
    monkeypatch.setenv("CHROME_PATH", str(path / "missing"))
    with pytest.raises(chromium.BrowserNotFoundError, match="CHROME_PATH is"):
        chromium.get()


def test_chrome_comes_before_chromium(path: Path) -> None:
    program(path, "chromium")
    chrome = program(path, "google-chrome")
    assert chromium.find() == chrome


def test_stub_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "chromium-browser", STUB)
    placed = program(path, "Google Chrome")
    monkeypatch.setattr(chromium, "PLACES", (str(placed),))
    assert chromium.find() == placed


def test_playwrights_own_browser_comes_last(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = program(path, "playwright-chrome")
    monkeypatch.setattr(chromium, "downloaded", lambda: [str(own)])
    assert chromium.find() == own
    placed = program(path, "Google Chrome")
    monkeypatch.setattr(chromium, "PLACES", (str(placed),))
    assert chromium.find() == placed


def test_playwright_knows_its_own_place() -> None:
    (place,) = chromium.downloaded()
    assert "playwright" in place


def test_download_is_tried_before_the_package(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = path / "tried"
    monkeypatch.setattr(sys, "executable", str(recorder(path, "python", tried)))
    recorder(path, "apt-get", tried)
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    with pytest.raises(chromium.BrowserNotFoundError, match="install Google Chrome or Chromium"):
        chromium.get()
    assert tried.read_text(encoding="utf-8").splitlines() == [
        "python -m playwright install chromium",
        "apt-get update",
        "apt-get install --yes --no-install-recommends chromium",
    ]


def test_package_is_left_to_root(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = path / "tried"
    recorder(path, "apt-get", tried)
    monkeypatch.setattr(chromium, "download", lambda: None)
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    with pytest.raises(chromium.BrowserNotFoundError):
        chromium.get()
    assert not tried.exists()


def test_download_that_works_ends_the_search(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "download", lambda: program(path, "chromium"))
    assert chromium.get() == path / "chromium"


def recorder(folder: Path, name: str, log: Path) -> Path:
    """Make a program that only notes how it was called."""
    return program(folder, name, f'#!/bin/sh\necho "{name} $*" >> "{log}"\n')
