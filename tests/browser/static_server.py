"""Serves the built site the way a good host does: compressed, quiet, on a free local port."""

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".ipynb": "application/x-ipynb+json",
}
PACKED_ALREADY = {".woff2", ".png", ".jpg", ".webp", ".whl", ".zip", ".gz"}


@cache
def compressed(path: Path, changed: int) -> bytes:  # noqa: ARG001  (a changed file is another key)
    """Return the file's bytes as they travel."""
    body = path.read_bytes()
    return body if path.suffix in PACKED_ALREADY else gzip.compress(body, mtime=0)


@dataclass
class Served:
    """A running server: where it listens and what it has sent.

    Attributes:
        origin: Scheme, host and port, without a slash at the end.
        headers: What every answer says besides.
        sent: Path and number of body bytes of every answer, in order.
        answers: Whether it answers at all: a test may take the network away.
    """

    origin: str
    headers: dict[str, str]
    sent: list[tuple[str, int]] = field(default_factory=list)
    answers: bool = True


@contextmanager
def serving(
    root: Path, below: str = "/", font_delay: float = 0, headers: dict[str, str] | None = None
) -> Iterator[Served]:
    """Serve a folder on a free local port until the block ends.

    Args:
        root: The folder.
        below: Address path at which the folder is found.
        font_delay: Seconds that a font waits, so that a late font shows in the layout.
        headers: What every answer says besides, such as that other sites may read it.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        server.daemon_threads = True
        served = Served(f"http://127.0.0.1:{server.server_port}", headers or {})
        server.RequestHandlerClass = handler_for(root, below, font_delay, served)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def handler_for(
    root: Path, below: str, font_delay: float, served: Served
) -> type[BaseHTTPRequestHandler]:
    """Return the class that answers requests for the files in `root`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if not served.answers:
                self.close_connection = True
                return
            path = urlsplit(self.path).path
            file = root / unquote(path.removeprefix(below).lstrip("/"))
            if file.is_dir() and not path.endswith("/"):
                self.answer(301, b"", {"Location": f"{path}/"})
                return
            file = file / "index.html" if file.is_dir() else file
            inside = path.startswith(below) and file.resolve().is_relative_to(root.resolve())
            found = inside and file.is_file()
            self.send_file(200 if found else 404, file if found else root / "404.html")

        def send_file(self, status: int, file: Path) -> None:
            if file.suffix == ".woff2":
                time.sleep(font_delay)
            body = compressed(file, file.stat().st_mtime_ns)
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
            headers = {"Content-Type": kind or "application/octet-stream"}
            if file.suffix not in PACKED_ALREADY:
                headers["Content-Encoding"] = "gzip"
            self.answer(status, body, headers)

        def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            served.sent.append((urlsplit(self.path).path, len(body)))
            self.send_response(status)
            for name, value in (headers | served.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name is inherited)
            """Say nothing: the gates read `sent`."""

    return Handler
