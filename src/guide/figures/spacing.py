"""Moves labels apart that would touch, and no farther than needed."""

import math
from collections.abc import Sequence

import numpy as np


def apart(places: Sequence[float], gap: float, top: float = math.inf) -> list[float]:
    """Return the places nearest to the given ones that are `gap` or more apart and below `top`.

    Nearest in the least-squares sense, by pooling adjacent violators: neighbors that are too close
    become a block around their mean, and a block that is too high moves down.
    """
    order = np.argsort(places, kind="stable")
    blocks: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, size = places[index] - rank * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, members = blocks.pop()
            mean, size = (before * members + mean * size) / (members + size), members + size
        blocks.append((mean, size))
    means = np.repeat([mean for mean, _ in blocks], [size for _, size in blocks])
    free = np.empty(len(places))
    free[order] = np.minimum(means, top - gap * (len(places) - 1)) + gap * np.arange(len(places))
    return [float(place) for place in free]
