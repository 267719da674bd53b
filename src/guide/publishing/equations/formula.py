"""One side of an equation as something that can be computed."""

from dataclasses import dataclass

import numpy as np

from guide.publishing.equations.comparison import refuse_overlap
from guide.publishing.equations.numeric import Written, write_out
from guide.publishing.equations.sampling import Array, Sample
from guide.publishing.equations.sides import Side
from guide.publishing.equations.source import Equation


@dataclass(frozen=True)
class Formula:
    """One side of an equation, with its cases.

    Attributes:
        equation: The equation.
        value: What the side says.
        conditions: The conditions of its cases, none of which may hold at the same time.
    """

    equation: Equation
    value: Written
    conditions: tuple[Written, ...]

    @property
    def variables(self) -> set[str]:
        """The names of the variables in value and conditions."""
        return self.value.variables.union(*(each.variables for each in self.conditions))

    def evaluate(self, sample: Sample, inputs: int) -> Array:
        """Return the values: (inputs,), or (inputs, 4) with a free index.

        Raises:
            PublishingError: Two cases hold at once.
        """
        if self.conditions:
            holding = np.stack([each.evaluate(sample, inputs) for each in self.conditions])
            refuse_overlap(holding, sample, self.equation)
        return self.value.evaluate(sample, inputs)


def formula_of(side: Side, index: str | None, equation: Equation) -> Formula:
    """Write out one side of an equation.

    Raises:
        PublishingError: An index is out of range, or nothing gives it a value.
    """
    conditions = tuple(write_out(each, index, equation) for each in side.conditions)
    return Formula(equation, write_out(side.expression, index, equation), conditions)
