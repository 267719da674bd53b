"""Beside a server, what the page in view shows is proven first, and the server is told."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from guide.publishing.serving.proving_beside import ProvingBeside, Task


class Server:
    """Counts how often it is told that more is proven."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.told = folder, 0
        self.beside = ProvingBeside(self.tell)

    def tell(self) -> None:
        self.told += 1

    def task(self, name: str, page: str) -> Task:
        kept = frozenset([self.folder / name])
        return Task(frozenset([page]), kept, Path.touch, (self.folder / name,))

    def wait_for(self, *names: str) -> None:
        wait_until(lambda: all((self.folder / name).exists() for name in names), f"{names}")

    def wait_to_be_told(self, times: int) -> None:
        wait_until(lambda: self.told >= times, f"told {times} times")


def wait_until(done: Callable[[], bool], what: str) -> None:
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    pytest.fail(f"never came: {what}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    one = Server(tmp_path)
    yield one
    one.beside.stop()


def test_the_page_in_view_comes_first(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    log = server.folder / "log"

    def writes(name: str, page: str) -> Task:
        command = [sys.executable, "-c", f"open({str(log)!r}, 'a').write('{name} ')"]
        return Task(frozenset([page]), frozenset([Path(name)]), subprocess.run, (command,))

    tasks = [writes(f"losses-{number}", "learn/losses.md") for number in range(2)]
    server.beside.put_first("learn/neuron.md")
    server.beside.prove([*tasks, writes("neuron", "learn/neuron.md")], "package")
    wait_until(
        lambda: log.exists() and log.read_text(encoding="utf-8").count(" ") == 3, "all three"
    )
    assert log.read_text(encoding="utf-8") == "neuron losses-0 losses-1 "


def test_the_server_is_told_of_the_page_in_view_and_of_everything(server: Server) -> None:
    pages = ("learn/losses.md", "learn/neuron.md", "learn/optimizers.md")
    server.beside.put_first(pages[1])
    server.beside.prove([server.task(page[6:], page) for page in pages], "package")
    server.wait_for(*(page[6:] for page in pages))
    server.wait_to_be_told(2)
    time.sleep(0.3)
    assert server.told == 2
    server.beside.put_first(pages[0])  # whose proofs the second time has shown
    assert server.told == 2


def test_what_was_done_while_a_build_was_under_way_is_told(server: Server) -> None:
    tasks = [server.task("losses", "learn/losses.md")]
    server.beside.prove(tasks, "package")
    server.wait_to_be_told(1)
    server.beside.prove(tasks, "package")  # the build had found it open
    assert server.told == 2


def test_what_cannot_be_kept_is_tried_once(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    kept = frozenset([server.folder / "never"])
    task = Task(frozenset(["learn/losses.md"]), kept, Path.rmdir, (server.folder / "nowhere",))
    server.beside.prove([task], "package")
    server.wait_to_be_told(1)
    assert "ended in FileNotFoundError" in caplog.text
    server.beside.prove([task], "package")
    server.beside.put_first("learn/losses.md")
    time.sleep(0.3)
    assert (server.told, caplog.text.count("ended in")) == (1, 1)


def test_another_package_ends_what_was_begun_with_the_one_before(server: Server) -> None:
    kept = frozenset([server.folder / "never"])
    server.beside.prove([Task(frozenset(), kept, time.sleep, (600,))], "package")
    before = active_children()
    assert before
    server.beside.prove([server.task("losses", "learn/losses.md")], "edited package")
    server.wait_for("losses")
    wait_until(lambda: not any(process.is_alive() for process in before), "their end")
