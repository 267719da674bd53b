"""Lets a run be stopped, an endless loop too: Python itself asks now and then whether it should.

Python 3.12 and later call a function at each jump backward and at the start of each function. That
reaches loops, generators, comprehensions and recursion alike, in the code of libraries as well.
"""

import sys
import time
from collections.abc import Callable
from pathlib import PurePath

_TOOL = 4  # of the numbers 0 to 5 that `sys.monitoring` gives out, one that no tool claims
_PAUSE = 0.05  # seconds: each question costs a turn of the browser's event loop
_MOST_UNSEEN = 64  # jumps and calls without a look at the clock
_OWN = str(PurePath(__file__).parent)

Tick = Callable[[], object]
_ticks: list[Tick] = []


def watch(tick: Tick | None) -> None:
    """Let `tick()` be called while code runs; once it returns true, the code is interrupted.

    Before Python 3.12 there is nothing to call it from.
    """
    _ticks[:] = [] if tick is None else [tick]


def watched(work: Callable[[], None], is_readers: Callable[[str], bool]) -> None:
    """Do the work, under the watch if there is one.

    Args:
        work: What to do.
        is_readers: Tells whether a file name is that of code that the reader has started.
    """
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is None or not _ticks:
        work()
        return
    events = monitoring.events.JUMP, monitoring.events.PY_START
    question = Question(_ticks[0], is_readers)
    monitoring.use_tool_id(_TOOL, "runner")
    try:
        for event in events:
            monitoring.register_callback(_TOOL, event, question.at)
        monitoring.set_events(_TOOL, events[0] | events[1])
        work()
    finally:
        monitoring.set_events(_TOOL, 0)
        for event in events:
            monitoring.register_callback(_TOOL, event, None)
        monitoring.free_tool_id(_TOOL)


class Question:
    """Whether to stop, asked from wherever the code is.

    Args:
        tick: Answers; in a browser, Python waits for it.
        is_readers: Tells whether a file name is that of code that the reader has started.
    """

    def __init__(self, tick: Tick, is_readers: Callable[[str], bool]) -> None:  # noqa: D107  (the class says it)
        self._tick, self._is_readers = tick, is_readers
        self._stops = self._is_asking = False
        self._unseen, self._most = 0, 1
        self._looked = self._last = time.perf_counter()

    def at(self, code: object, _from: int, _to: int = 0) -> None:
        """Be called by Python at a jump or a call.

        Raises:
            KeyboardInterrupt: The run is to stop. Code that catches it is interrupted at its next
                turn again; a library, which may be tidying up, only after a pause.
        """
        if self._is_asking:  # a browser runs code of its own while Python waits for the answer
            return
        self._unseen += 1
        if not self._stops and (self._unseen < self._most or not self._asks()):
            return
        name = getattr(code, "co_filename", "")
        now = time.perf_counter()
        is_due = self._is_readers(name) or now - self._last >= _PAUSE
        if is_due and not name.startswith(_OWN):  # where half of a line would be lost
            self._last = now
            raise KeyboardInterrupt

    def _asks(self) -> bool:
        """Look at the clock, ask if it is time, and tell whether the run is to stop."""
        now = time.perf_counter()
        # Where turns take long, look at each; where they are short, a look would take longest.
        is_short = now - self._looked < _PAUSE / 8
        self._most = min(2 * self._most, _MOST_UNSEEN) if is_short else 1
        self._unseen, self._looked = 0, now
        if now - self._last >= _PAUSE:
            self._is_asking = True
            try:
                self._stops = bool(self._tick())
            finally:
                self._is_asking = False
            self._last = time.perf_counter() - _PAUSE * self._stops  # due at once
        return self._stops
