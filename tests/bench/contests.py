"""Ratios of running times, each measured in one run on one machine."""

import statistics
import time
from collections.abc import Callable

Work = Callable[[], object]
PAIRS = 31
SECONDS_PER_TURN = 0.02


def seconds(work: Work, times: int) -> float:
    """Return how long it takes to do the work so many times."""
    start = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - start


def ratio(ours: Work, theirs: Work, pairs: int = PAIRS) -> float:
    """Return the median time of ours over theirs.

    The two take turns, so that a busy moment of the machine hits both. Each turn is long enough
    for the clock; both have run once before.
    """
    ours()
    theirs()
    once = max(seconds(theirs, 3) / 3, 1e-9)
    times = max(1, round(SECONDS_PER_TURN / once))
    return statistics.median(seconds(ours, times) / seconds(theirs, times) for _ in range(pairs))
