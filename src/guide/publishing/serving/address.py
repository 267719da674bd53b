"""Sees whether the development server can have the address that it is to serve at."""

import socket
from functools import cache

from mkdocs.exceptions import Abort


@cache  # from then on the server itself is there
def require_free(host: str, port: int) -> None:
    """Refuse an address that is taken, or that this machine does not have, before anything is done.

    Raises:
        Abort: The message says why, and how to choose another.
    """
    try:
        _listen(host, port)
    except OSError as error:
        reason, _, _ = str(error.strerror).partition(" (")  # the address behind it stands here
        other = f"127.0.0.1:{_listen('127.0.0.1', 0)}"
        message = (
            f"Nothing can be served at {host}:{port} ({reason}). Choose another address:"
            f" make serve ADDRESS={other}, or mkdocs serve --dev-addr {other}"
        )
        raise Abort(message) from error


def _listen(host: str, port: int) -> int:
    """Listen at an address for a moment, and return the port; for port 0 the system chooses one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as server:
        found: int = server.getsockname()[1]
        return found
