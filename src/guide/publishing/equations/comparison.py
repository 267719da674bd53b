"""Compares what an equation gives with what it must equal, and says what was found."""

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class EquationCheck:
    """A check that an equation passed.

    Attributes:
        kind: How it was checked, as its header says: "value", "derivative", "identity",
            "transcription" or "unchecked".
        compared_with: What it was compared with; for an unchecked one the reason.
        inputs: The number of random inputs.
        largest_difference: The largest difference on them, relative where values exceed 1.
    """

    kind: str
    compared_with: str
    inputs: int = 0
    largest_difference: float = 0.0

    def mark(self) -> str:
        """Return a few words that stand under the equation."""
        if self.kind == "unchecked":
            return "not checked by a program"
        return f"checked on {self.inputs:,} random inputs"

    def sentence(self) -> str:
        """Return a sentence that says what was compared with what."""
        if self.kind == "unchecked":
            return f"Not checked by a program: {self.compared_with}."
        return (
            f"{_BEGINNING[self.kind]} {self.compared_with} on {self.inputs:,} random inputs;"
            f" no difference is above {TOLERANCE:.0e}."
        )


_BEGINNING = {
    "value": "Parsed from its LaTeX and compared with",
    "derivative": "Parsed from its LaTeX and compared with",
    "identity": "Both sides parsed from the LaTeX and compared with",
    "transcription": "Written out in plain loops and compared with",
}
