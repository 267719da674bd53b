"""What the cross-entropies take: probabilities, logits, smoothed targets."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from nnbyhand.arguments import Number
from nnbyhand.losses.base import require_all
from nnbyhand.shapes import Array, float_between

SUM_TOLERANCE = 0.005
"""How far the sum of a row of probabilities may be from 1. Rounded percentages stay within it."""


def smoothing(amount: Number) -> float:
    """Return the amount of label smoothing as a Python float, at least 0 and below 1."""
    if np.array_equal(amount, 0):
        return 0.0
    return float_between("label_smoothing", amount, 0.0, 1.0, "Use 0 for no smoothing.")


def smoothed(
    targets: Float[Array, "*shape"], amount: float, classes: int
) -> Float[Array, "*shape"]:
    """Give the share ``amount`` of each target to all classes alike."""
    return targets * (1 - amount) + amount / classes if amount else targets


def require_shares(targets: Float[Array, "*shape"], hint: str) -> None:
    """Refuse targets below 0 or above 1, and NaN."""
    good = (targets >= 0) & (targets <= 1)
    require_all("targets", targets, good, "a number from 0 to 1", hint)


def require_probabilities(outputs: Float[Array, "*shape"], from_logits: str) -> None:
    """Refuse outputs below 0 or above 1; NaN passes, so that it shows in the loss."""
    hint = f"If these are scores, take {from_logits}."
    good = ~((outputs < 0) | (outputs > 1))
    require_all("outputs", outputs, good, "a probability, from 0 to 1", hint)


def require_logits(outputs: Float[Array, "*shape"]) -> None:
    """Refuse scores whose differences outgrow their dtype; NaN passes, so that it shows."""
    most = float(np.finfo(outputs.dtype).max) / 2
    hint = "For a class that is ruled out, give a score that is very low but finite."
    good = ~(np.abs(outputs) > most)
    require_all("outputs", outputs, good, f"a score from {-most:.1e} to {most:.1e}", hint)


def require_sums(argument: str, rows: Float[Array, "*batch classes"]) -> None:
    """Refuse rows that do not sum to about 1; NaN passes, so that it shows in the loss."""
    sums = np.add.reduce(rows, axis=-1, dtype=np.float64)
    hint = "The probabilities of one example stand in one row; softmax makes such rows."
    good = ~(np.abs(sums - 1) > SUM_TOLERANCE)
    require_all(f"{argument} (sum of a row)", sums, good, "about 1", hint)
