"""Firefox, led by what it brings along: Marionette, the protocol that every driver of it speaks.

A message is its length in bytes, a colon and JSON: [0, number, command, parameters] there, and
[1, number, error, result] back. Commands are those of WebDriver.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

NAMES = ("firefox", "firefox-esr")
FOUND = next(filter(None, map(shutil.which, NAMES)), None)
SOON = 30  # seconds that a wait lasts at most; a busy machine may need many times as long as usual
# The system chooses a free port, and readers who want no motion are among those to test for.
PREFERENCES = {"marionette.port": 0, "ui.prefersReducedMotion": 1}
FLAGS = ("--headless", "--marionette", "--remote-allow-system-access", "--no-remote")
PORT_FILE = "MarionetteActivePort"
# Keys that are no letters, as WebDriver numbers them.
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "Home": "\ue011",
    "End": "\ue010",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
# What the browser complained of in pages at an address: errors that no script caught, and what a
# policy forbade. Warnings, such as of a property that it does not know yet, are none.
# A page that comes in pieces is laid out before its last formula is whole, which Firefox reports as
# a fraction without its second part; test_formulas_are_whole reads the finished pages.
COMPLAINTS = """return Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError)
  .filter(({ flags, sourceName }) =>
    !(flags & Ci.nsIScriptError.warningFlag) && sourceName.startsWith(arguments[0]))
  .filter(({ errorMessage }) => !errorMessage.includes("Incorrect number of children for <m"))
  .map(({ errorMessage, sourceName, lineNumber }) =>
    `${sourceName}:${lineNumber}: ${errorMessage}`);"""


class FirefoxError(RuntimeError):
    """Firefox did not start, or refused a command; the message says what it told."""


class Firefox:
    """A running Firefox with one page."""

    def __init__(self, port: int) -> None:
        """Connect, and begin a session."""
        self._connection = socket.create_connection(("127.0.0.1", port))
        self._stream = self._connection.makefile("rwb")
        self._count = 0
        self._receive()  # it introduces itself
        self.command("WebDriver:NewSession", {})

    def command(self, name: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401  (any JSON)
        """Send a command and return its result."""
        self._count += 1
        message = json.dumps([0, self._count, name, parameters]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, error, result = self._receive()
        if error:
            raise FirefoxError(f"{name}: {error['error']}: {error['message']}")
        return result

    def _receive(self) -> Any:  # noqa: ANN401  (any JSON)
        digits = b""
        while not digits.endswith(b":"):
            byte = self._stream.read(1)
            if not byte:
                raise FirefoxError("Firefox has ended the connection")
            digits += byte
        return json.loads(self._stream.read(int(digits[:-1])))

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded, and alive."""
        self.command("WebDriver:Navigate", {"url": address})
        self.until("return document.documentElement.dataset.mounted !== undefined")

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  (any JSON)
        """Return what a script of the page returns; `arguments` are its own."""
        parameters = {"script": script, "args": list(arguments)}
        return self.command("WebDriver:ExecuteScript", parameters)["value"]

    def until(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  (any JSON)
        """Wait until what a script returns is true, and return it."""
        return wait(lambda: self.run(script, *arguments), f"{script} {arguments}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other: letters, names of KEYS, or several as in Shift+Tab."""
        strokes = []
        for key in keys:
            held = [KEYS.get(part, part) for part in key.split("+")]
            strokes += [{"type": "keyDown", "value": part} for part in held]
            strokes += [{"type": "keyUp", "value": part} for part in reversed(held)]
        source = {"type": "key", "id": "keyboard", "actions": strokes}
        self.command("WebDriver:PerformActions", {"actions": [source]})

    def resize(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.command("WebDriver:SetWindowRect", {"width": width, "height": height})

    def complaints(self, origin: str) -> list[str]:
        """Return what the browser complained of since it started, in pages of a server."""
        self.command("Marionette:SetContext", {"value": "chrome"})
        found: list[str] = self.run(COMPLAINTS, origin)
        self.command("Marionette:SetContext", {"value": "content"})
        return found

    def close(self) -> None:
        """End the connection."""
        self._stream.close()
        self._connection.close()


@contextmanager
def browsing(path: str, **preferences: object) -> Iterator[Firefox]:
    """Run Firefox with a new profile until the block ends."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in (PREFERENCES | preferences).items()
        )
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [path, *FLAGS, "--profile", folder, "about:blank"]
        home = os.environ | {"HOME": folder}
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=home, stdout=quiet, stderr=quiet)
        try:
            port = wait(lambda: port_in(profile, process), "Firefox to start")
            with closing(Firefox(port)) as firefox:
                yield firefox
        finally:
            process.terminate()
            process.wait(SOON)


def port_in(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """Return the port on which Firefox listens, 0 as long as it has none."""
    if process.poll() is not None:
        raise FirefoxError(f"Firefox ended at once, with code {process.returncode}")
    file = profile / PORT_FILE
    return int(file.read_text(encoding="utf-8") or 0) if file.exists() else 0


def wait(ask: Callable[[], Any], what: str) -> Any:  # noqa: ANN401  (what is asked for)
    """Ask again and again until the answer is true, and return it."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.05)
    raise FirefoxError(f"waited {SOON} seconds for: {what}")
