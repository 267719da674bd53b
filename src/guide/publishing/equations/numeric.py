"""From SymPy to NumPy: sums and indices written out, and one side of an equation computed."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from guide.publishing.equations.comparison import refuse_overlap
from guide.publishing.equations.names import symbol
from guide.publishing.equations.sampling import VECTOR_LENGTH, Array, Sample
from guide.publishing.equations.sides import Side
from guide.publishing.equations.source import Equation


@dataclass(frozen=True)
class Written:
    """An expression with its sums and indices written out.

    Attributes:
        components: One expression, or one for each value of the free index.
        indexed: Whether there is a free index.
    """

    components: tuple[sp.Basic, ...]
    indexed: bool

    @property
    def variables(self) -> set[str]:
        """The names of the variables; entries of vectors count as their vector."""
        symbols = set[sp.Symbol]().union(*(each.free_symbols for each in self.components))
        return {each.name.partition("[")[0] for each in symbols}

    def evaluate(self, sample: Sample, inputs: int) -> Array:
        """Return the values: (inputs,), or (inputs, 4) with a free index."""
        named = dict(_entries(sample))
        function = _compiled(self.components, tuple(named))
        with np.errstate(all="ignore"):  # what is not finite is reported by whoever compares
            columns = [np.broadcast_to(column, inputs) for column in function(*named.values())]
        return (
            np.stack(columns, axis=-1).astype(float)
            if self.indexed
            else np.array(columns[0], float)
        )


def write_out(expression: sp.Basic, index: str | None, equation: Equation) -> Written:
    """Write out the sums of an expression, once for each value of its free index.

    Args:
        expression: One side of the equation, or a condition in it.
        index: The letter of the free index, if there is one.
        equation: The equation to blame.

    Raises:
        PublishingError: An index is out of range, or nothing gives it a value.
    """
    wild = free_indices(expression) - {index}
    if wild:
        raise equation.refuse(f"the index {min(wild)} is neither summed over nor on the left side")
    values = range(1, VECTOR_LENGTH + 1) if index else [0]
    letter = symbol(index or "no index")
    components = [expression.subs(letter, value) for value in values]
    lengths = set[sp.Symbol]().union(*(_lengths(each) for each in components))
    if len(lengths) > 1:
        raise equation.refuse("sums of two lengths are not computed; write a transcription")
    sized = [each.subs(dict.fromkeys(lengths, VECTOR_LENGTH)) for each in components]
    written = (_with_entries(_without_sums(each, equation), equation) for each in sized)
    return Written(tuple(written), index is not None)


def free_indices(expression: sp.Basic) -> set[str]:
    """Return the letters that stand as an index and are not summed over."""
    indices = set[sp.Symbol]().union(
        *(each.free_symbols for each in expression.atoms(AppliedUndef))
    )
    return {each.name for each in indices & expression.free_symbols}


def _lengths(expression: sp.Basic) -> set[sp.Symbol]:
    ends = (limit[1:] for each in expression.atoms(sp.Sum) for limit in each.limits)
    symbols = set[sp.Symbol]().union(*(end.free_symbols for pair in ends for end in pair))
    return {each for each in symbols if each in expression.free_symbols}


def _without_sums(expression: sp.Basic, equation: Equation) -> sp.Basic:
    if isinstance(expression, sp.Sum):
        *inner, (variable, first, last) = expression.limits
        if not (first.is_Integer and last.is_Integer):
            raise equation.refuse(f"the sum over {variable} does not run between whole numbers")
        body = sp.Sum(expression.function, *inner) if inner else expression.function
        terms = (body.subs(variable, value) for value in range(int(first), int(last) + 1))
        return sp.Add(*(_without_sums(term, equation) for term in terms))
    if not expression.has(sp.Sum):
        return expression
    return expression.func(*(_without_sums(part, equation) for part in expression.args))


def _with_entries(expression: sp.Basic, equation: Equation) -> sp.Basic:
    entries = {}
    for entry in expression.atoms(AppliedUndef):
        (position,) = entry.args
        if not position.is_Integer or not 1 <= position <= VECTOR_LENGTH:
            message = f"with {VECTOR_LENGTH} entries there is no {entry.func}_{{{position}}}"
            raise equation.refuse(message)
        entries[entry] = symbol(f"{entry.func}[{position}]")
    return expression.xreplace(entries)


@lru_cache(maxsize=256)  # of the expressions alone
def _compiled(
    components: tuple[sp.Basic, ...], names: tuple[str, ...]
) -> Callable[..., list[Array]]:
    function: Callable[..., list[Array]] = sp.lambdify(
        [symbol(name) for name in names], list(components), modules=[{"erf": _erf}, "numpy"]
    )
    return function


_erf = np.vectorize(math.erf, otypes=[float])


def _entries(sample: Sample) -> Iterable[tuple[str, Array | float]]:
    for name, values in sample.items():
        if np.ndim(values) < 2:  # noqa: PLR2004  (a column or a number)
            yield name, values
        else:
            for position, column in enumerate(np.asarray(values).T, start=1):
                yield f"{name}[{position}]", column


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
