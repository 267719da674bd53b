"""Compares what an equation gives with what it must equal, and says where they differ most."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from guide.publishing.equations.sampling import Array, Sample
from guide.publishing.equations.source import Equation

TOLERANCE = 1e-12
"""The largest accepted difference, relative where values exceed 1.

Rounding in float64 leaves about 1e-16 per operation, and the formulas of a textbook, subtractions
of nearly equal numbers included, stay below 1e-14. A wrong sign, factor or index is far off.
Readers are told this bound: the difference itself is not the same at each build.
"""


Place = tuple[np.intp, ...]
"""A position in an array of values."""


class Named(NamedTuple):
    """Values, and what gave them."""

    name: str
    values: Array


def compare(
    first: Named, second: Named, place_of: Callable[[Place], str], equation: Equation
) -> float:
    """Return the largest difference, relative where the second values exceed 1.

    Args:
        first: What the equation says.
        second: What that must equal.
        place_of: Says, for a position in the values, which input that was.
        equation: The equation to blame.

    Raises:
        PublishingError: They differ by more than rounding, or one of them is not finite.
    """
    with np.errstate(invalid="ignore"):  # inf - inf is NaN, and no agreement
        gaps = np.abs(first.values - second.values) / np.maximum(1.0, np.abs(second.values))
    gaps = np.where(np.isfinite(gaps), gaps, np.inf)
    place = np.unravel_index(np.argmax(gaps), gaps.shape)
    if gaps[place] > TOLERANCE:
        message = (
            f"{first.name} gives {first.values[place]:.6g} {place_of(place)},"
            f" {second.name} gives {second.values[place]:.6g}: largest difference {gaps[place]:.2g}"
        )
        if gaps[place] == np.inf:
            message += "; where it is not finite, name a domain with % where:"
        raise equation.refuse(message)
    return float(gaps[place])


def refuse_overlap(conditions: Array, sample: Sample, equation: Equation) -> None:
    """Refuse cases of which two hold at once.

    Args:
        conditions: (cases, ...), 1 where a condition holds and 0 where not.
        sample: The input that gave this.
        equation: The equation to blame.

    Raises:
        PublishingError: Names an input for which two conditions hold.
    """
    holding = conditions.sum(axis=0)
    place = np.unravel_index(np.argmax(holding), holding.shape)
    if holding[place] > 1:
        raise equation.refuse(f"two cases hold {input_at(place, sample=sample)}")


def input_at(place: Place, *, sample: Sample) -> str:
    """Say which input of a sample gave the value at a position: `at alpha = 2, z = -0.5`."""
    row, *entry = place
    written = []
    for name, drawn in sorted(sample.items()):
        chosen = np.atleast_1d(drawn[row] if isinstance(drawn, np.ndarray) else drawn)
        values = ", ".join(f"{value:.6g}" for value in chosen)
        written.append(f"{name} = ({values})" if len(chosen) > 1 else f"{name} = {values}")
    written += [f"entry {position + 1}" for position in entry]
    return f"at {', '.join(written)}" if written else "for all input"
