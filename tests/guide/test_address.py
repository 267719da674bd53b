"""An address that the development server cannot have is refused at once, in one sentence."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from mkdocs.exceptions import Abort

from guide.publishing.project import HERE
from guide.publishing.serving.address import require_free


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_taken_port_is_named_with_one_that_is_free(taken: int) -> None:
    with pytest.raises(Abort) as refusal:
        require_free("127.0.0.1", taken)
    message = str(refusal.value)
    assert message.startswith(f"Nothing can be served at 127.0.0.1:{taken} (")
    found = re.findall(r"make serve ADDRESS=(\S+), or mkdocs serve --dev-addr (\S+)$", message)
    [(address, same)] = found
    assert address == same
    host, port = address.split(":")
    require_free(host, int(port))


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(Abort, match=r"at 192\.0\.2\.1:8000 \("):  # an address for examples
        require_free("192.0.2.1", 8000)


def test_a_server_is_not_in_its_own_way(taken: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    require_free("127.0.0.1", port)
    with socket.create_server(("127.0.0.1", port)):
        require_free("127.0.0.1", port)  # asked again when a page was edited
    assert port != taken


def test_mkdocs_serve_says_so_without_a_traceback(taken: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{taken}"],
        cwd=HERE.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert said.count("make serve ADDRESS=") == 1
