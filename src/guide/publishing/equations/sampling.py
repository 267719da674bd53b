"""Random input for equations."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from guide.publishing.equations.source import Domain
from nnbyhand.shapes import NDArray

INPUTS = 1000
"""The number of inputs on which an equation is compared."""

VECTOR_LENGTH = 4
"""The number of entries of a vector, and what the letter on top of a sum sign stands for."""

Array = NDArray[np.float64]
Sample = Mapping[str, Array | float]
"""Values by variable: columns (inputs,), vectors (inputs, 4), or one number for all inputs."""

_PARAMETER_VALUES = 10
_BESIDE = 1e-6
_LOW, _HIGH = -5.0, 5.0


@dataclass(frozen=True)
class Variables:
    """The variables of an equation, by role.

    Attributes:
        columns: Those that get a new value for each input.
        parameters: Those that the package takes as one number for many inputs.
        vectors: Those that get a vector for each input.
        domains: The intervals that a header names; the others use [-5, 5].
        breakpoints: By variable, numbers that are tried too, with numbers close beside them.
    """

    columns: Collection[str]
    parameters: Collection[str]
    vectors: Collection[str]
    domains: Mapping[str, Domain]
    breakpoints: Mapping[str, Collection[float]]

    @property
    def inputs(self) -> int:
        """The number of inputs in one sample."""
        return INPUTS // _PARAMETER_VALUES if self.parameters else INPUTS

    def samples(self, rng: np.random.Generator) -> Iterator[Sample]:
        """Yield samples that together hold `INPUTS` inputs."""
        inputs = self.inputs
        for _ in range(INPUTS // inputs):
            sample: dict[str, Array | float] = {}
            for name in sorted(self.parameters):
                sample[name] = rng.uniform(*self._ends(name))
            for name in sorted(self.columns):
                sample[name] = self._column(name, rng, inputs)
            for name in sorted(self.vectors):
                sample[name] = rng.uniform(*self._ends(name), size=(inputs, VECTOR_LENGTH))
            yield sample

    def beside_breakpoints(self, sample: Sample) -> NDArray[np.bool_]:
        """Return (inputs,): false where a variable is exactly at a breakpoint or at zero."""
        on = np.zeros(self.inputs, dtype=bool)
        for name in self.columns:
            on |= np.isin(sample[name], self._points(name))
        return ~on

    def _points(self, name: str) -> list[float]:
        return sorted({0.0, *self.breakpoints.get(name, ())})

    def _column(self, name: str, rng: np.random.Generator, inputs: int) -> Array:
        low, high = self._ends(name)
        column = rng.uniform(low, high, inputs)
        tried = [point + step for point in self._points(name) for step in (0.0, -_BESIDE, _BESIDE)]
        inside = [number for number in tried if low <= number <= high]
        column[: len(inside)] = inside
        return column

    def _ends(self, name: str) -> tuple[float, float]:
        domain = self.domains.get(name)
        return (domain.low, domain.high) if domain else (_LOW, _HIGH)
