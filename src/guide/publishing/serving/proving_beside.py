"""Proves pieces and runs labs beside the development server, those of the page in view first."""

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from threading import RLock
from typing import Any

from guide.publishing.pieces.proving import workers

_log = logging.getLogger("mkdocs.plugins.press")


@dataclass(frozen=True)
class Task:
    """Something to prove.

    Attributes:
        pages: The pages that show it, as seen from `docs`.
        kept: The files of the cache that then hold what was found; their names follow the sources.
        run: Proves it, in a process of its own.
        arguments: What it is given.
    """

    pages: frozenset[str]
    kept: frozenset[Path]
    run: Callable[..., None]
    arguments: tuple[Any, ...]

    @property
    def is_done(self) -> bool:
        """Whether the cache holds what was found."""
        return all(path.exists() for path in self.kept)


class ProvingBeside:
    """Processes that prove what is open, and tell when a page in view, or everything, is done."""

    def __init__(self, tell: Callable[[], None]) -> None:
        """Begin with nothing to prove.

        Args:
            tell: Called when the page in view is done, and when everything is.
        """
        self._tell = tell
        self._page = ""
        self._lock = RLock()
        self._open: list[Task] = []
        self._running: dict[Future[None], Task] = {}
        self._tried: set[frozenset[Path]] = set()
        self._untold: set[str] = set()
        self._workers: ProcessPoolExecutor | None = None
        self._package = ""

    def prove(self, tasks: Sequence[Task], package: str) -> None:
        """Prove from now on what a build has found open, and nothing else.

        Args:
            tasks: What is open. What was tried before and could not be kept is not tried again.
            package: The state of `src`; processes that have loaded another one end.
        """
        with self._lock:
            if package != self._package:
                self.stop()
                self._package = package
            self._open = [task for task in tasks if task.kept not in self._tried]
            running = {task.kept for task in self._running.values()}
            shown = [*self._open, *(t for t in tasks if t.kept in running or t.is_done)]
            self._untold = {page for task in shown for page in task.pages}
            self._start_some()
            self._tell_what_is_done()

    def put_first(self, page: str) -> None:
        """Prove a page before all others, because somebody looks at it."""
        with self._lock:
            self._page = page
            self._tell_what_is_done()

    def stop(self) -> None:
        """End the processes, and forget what they tried."""
        with self._lock:
            self._open, self._running, self._tried, self._untold = [], {}, set(), set()
            ended, self._workers = self._workers, None
        if ended is not None:
            ended.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.terminate()

    def _start_some(self) -> None:
        while self._open and len(self._running) < (os.cpu_count() or 1):
            self._workers = self._workers or workers()
            task = min(self._open, key=lambda task: self._page not in task.pages)
            self._open.remove(task)
            self._tried.add(task.kept)
            future = self._workers.submit(task.run, *task.arguments)
            self._running[future] = task
            future.add_done_callback(self._take_note)

    def _take_note(self, future: Future[None]) -> None:
        with self._lock:
            task = self._running.pop(future, None)
            if task is None:  # it was stopped
                return
            error = future.exception()
            if error and not isinstance(error, KeyboardInterrupt):  # Ctrl-C ends these, too
                pages = ", ".join(sorted(task.pages))
                _log.error("Checking a piece of %s ended in %r", pages, error)
            if isinstance(error, BrokenExecutor):
                self.stop()
            self._start_some()
            self._tell_what_is_done()

    def _tell_what_is_done(self) -> None:
        busy = {page for task in (*self._open, *self._running.values()) for page in task.pages}
        news = self._untold - busy
        if self._page in news or (news and not busy):
            self._untold &= busy
            self._tell()
