"""Mini-batches: one epoch shows every example once, in random order, a few at a time."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from jaxtyping import Int

from nnbyhand.arguments import whole_number
from nnbyhand.shapes import NDArray

Rows: TypeAlias = Int[NDArray[np.integer], " batch"]
"""Which examples a batch holds, as indices that start from 0."""


def batches(examples: int, size: int, *, rng: np.random.Generator) -> list[Rows]:
    """Return the batches of one epoch.

    The examples are shuffled, then cut into batches; call again for the next epoch, which is
    shuffled anew. Where ``size`` does not divide ``examples``, the last batch is smaller, so that
    no example is left out. An ensemble of networks has one order: all its networks see the same
    batches, and differ by their parameters alone.

    Args:
        examples: How many examples there are.
        size: How many of them a batch holds.
        rng: Where the order comes from.

    Returns:
        For each batch, the indices of its examples.

    Raises:
        InputTypeError: If a number is not whole.
        InputValueError: If a number is below 1.

    Example:
        >>> rng = np.random.default_rng(0)
        >>> [rows.tolist() for rows in batches(5, 2, rng=rng)]
        [[2, 4], [3, 0], [1]]

    Chapter: gradient-descent.
    """
    count = whole_number("examples", examples, 1, "A network learns from one example at least.")
    step = whole_number("size", size, 1, "A batch holds one example at least.")
    order = rng.permutation(count)
    return [order[start : start + step] for start in range(0, count, step)]
