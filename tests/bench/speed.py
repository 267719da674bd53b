"""Prints how fast the package's code is beside the formula as books print it.

Every ratio comes from one run on one machine: the two contestants take turns, so that a busy
moment hits both, and the median of their ratios is shown. Below 1 the package is faster.
"""

import platform
import statistics
import timeit
from collections.abc import Callable
from importlib.metadata import version

import numpy as np
from jaxtyping import Float

import nnbyhand as nn

Array = np.ndarray
Function = Callable[[Float[Array, "rows columns"]], Float[Array, "rows columns"]]
PAIRS = 51
SECONDS_PER_TURN = 0.01
SHAPES = [(10, 10), (256, 128)]


def textbook_sigmoid(z: Float[Array, "rows columns"]) -> Float[Array, "rows columns"]:
    """Overflows far to the left."""
    return np.asarray(1 / (1 + np.exp(-z)))


def textbook_softmax(z: Float[Array, "rows columns"]) -> Float[Array, "rows columns"]:
    """Overflows far to the right."""
    weights = np.exp(z)
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def ratio(ours: Function, theirs: Function, z: Float[Array, "rows columns"]) -> float:
    """Return the median time of ours over theirs."""
    once = timeit.timeit(lambda: theirs(z), number=10) / 10
    number = max(1, round(SECONDS_PER_TURN / once))
    pairs = [
        timeit.timeit(lambda: ours(z), number=number)
        / timeit.timeit(lambda: theirs(z), number=number)
        for _ in range(PAIRS)
    ]
    return statistics.median(pairs)


def main() -> None:
    """Print the machine, the versions and the table."""
    print(platform.platform(), platform.machine())
    print(f"Python {platform.python_version()}, NumPy {version('numpy')}, nnbyhand", end=" ")
    print(f"{version('nnbyhand')}; median of {PAIRS} pairs of turns\n")
    print(f"{'ours / textbook':16}" + "".join(f"{f'{a} x {b}':>12}" for a, b in SHAPES))
    inputs = [np.random.default_rng(0).normal(size=shape) for shape in SHAPES]
    contests: list[tuple[str, Function, Function]] = [
        ("sigmoid", nn.sigmoid, textbook_sigmoid),
        ("softmax", nn.softmax, textbook_softmax),
    ]
    for name, ours, theirs in contests:
        ratios = [ratio(ours, theirs, z) for z in inputs]
        print(f"{name:16}" + "".join(f"{value:12.2f}" for value in ratios))


if __name__ == "__main__":
    main()
