"""What the browser adds to the runner: code hears a wish to stop, in loops and while it sleeps."""

import time
from collections.abc import Awaitable, Callable

import runner
from pyodide.ffi import can_run_sync, run_sync

_sleep = time.sleep


def attend(turn: Callable[[], Awaitable[bool]], pause: Callable[[float], Awaitable[bool]]) -> None:
    """Let the page be heard while code runs.

    Args:
        turn: Returns a promise of whether the reader wants to stop; it lets messages in.
        pause: The same after so many milliseconds, or as soon as the reader wants to.
    """

    def sleep(seconds: float) -> None:
        is_long = isinstance(seconds, (int, float)) and seconds > 0
        if not (is_long and can_run_sync()):
            _sleep(seconds)
        elif run_sync(pause(seconds * 1000)):
            raise KeyboardInterrupt

    runner.watch(lambda: can_run_sync() and run_sync(turn()))
    time.sleep = sleep
