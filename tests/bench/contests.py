"""Ratios of running times, each measured in one run on one machine."""

import os
import statistics
import time
from collections.abc import Callable

from threadpoolctl import ThreadpoolController

Work = Callable[[], object]
CORES = os.cpu_count() or 1
THREADS = sorted({1, CORES}, reverse=True)
"""As many as there are cores is what users have unless they say otherwise."""
PAIRS = 31
SECONDS_PER_TURN = 0.02


def seconds(work: Work, times: int) -> float:
    """Return how long it takes to do the work so many times."""
    start = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - start


def ratio(ours: Work, theirs: Work, pairs: int = PAIRS) -> float:
    """Return the median of the `ratios`."""
    return statistics.median(ratios(ours, theirs, pairs))


def ratios(ours: Work, theirs: Work, pairs: int = PAIRS) -> list[float]:
    """Return the time of ours over theirs, again and again.

    The two take turns, so that a busy moment of the machine hits both. Each turn is long enough
    for the clock; both have run once before.
    """
    ours()
    theirs()
    once = max(seconds(theirs, 3) / 3, 1e-9)
    times = max(1, round(SECONDS_PER_TURN / once))
    return [seconds(ours, times) / seconds(theirs, times) for _ in range(pairs)]


def least_seconds(work: Work) -> float:
    """Return the shorter of two times, after a first one in which it may compile."""
    return min(seconds(work, 1) for _ in range(3))


def threads_in_words(threads: int) -> str:
    """Return "1 thread", "2 threads" and so on."""
    return "1 thread" if threads == 1 else f"{threads} threads"


def use_threads(threads: int) -> None:
    """Let the matrix products of NumPy use so many threads, here and in scikit-learn."""
    ThreadpoolController().select(user_api="blas").limit(limits=threads)


def use_fastest_threads(work: Work) -> None:
    """Let the matrix products of NumPy use as many threads as suit this work."""

    def least(threads: int) -> float:
        use_threads(threads)
        return least_seconds(lambda: seconds(work, 20))

    use_threads(min(THREADS, key=least))


def spread(values: list[float]) -> dict[str, float]:
    """Return the median, and between what all values lie."""
    return {"median": statistics.median(values), "low": min(values), "high": max(values)}
