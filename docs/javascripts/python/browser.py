"""What the browser adds to the runner: code hears a wish to stop, in loops and while it sleeps."""

import time
from collections.abc import Awaitable, Callable

import runner
from pyodide.ffi import can_run_sync, run_sync

Wish = Awaitable[bool]
_sleep = time.sleep


class _Page:
    """The page, which Python waits for now and then."""

    def __init__(self) -> None:
        self._is_awaited = False

    def says(self, wish: Callable[[], Wish]) -> bool:
        """Wait for what the page says.

        Meanwhile the event loop runs Python of its own, which must not wait in turn: two that wait
        hold each other up.
        """
        if self._is_awaited or not can_run_sync():
            return False
        self._is_awaited = True
        try:
            return run_sync(wish())
        finally:
            self._is_awaited = False


def attend(turn: Callable[[], Wish], pause: Callable[[float], Wish]) -> None:
    """Let the page be heard while code runs.

    Args:
        turn: Returns a promise of whether the reader wants to stop; it lets messages in.
        pause: The same after so many milliseconds, or as soon as the reader wants to.
    """
    page = _Page()

    def sleep(seconds: float) -> None:
        is_long = isinstance(seconds, (int, float)) and seconds > 0
        if not (is_long and can_run_sync()):
            _sleep(seconds)
        elif page.says(lambda: pause(seconds * 1000)):
            raise KeyboardInterrupt

    runner.watch(lambda: page.says(turn))
    time.sleep = sleep
