"""Checks equations whose LaTeX is computed: by value, by derivative, and as an identity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import sympy as sp

from guide.publishing.equations.comparison import EquationCheck, Named, Place, compare, input_at
from guide.publishing.equations.definitions import Definition, define, names_in
from guide.publishing.equations.left_side import LeftSide, read_left_side
from guide.publishing.equations.names import symbol
from guide.publishing.equations.numeric import Formula, formula_of, free_indices, write_out
from guide.publishing.equations.package import PackageExpression, read_claim
from guide.publishing.equations.sampling import INPUTS, Sample, Variables
from guide.publishing.equations.sides import read_side
from guide.publishing.equations.source import Equation

_KINKED = (sp.Piecewise, sp.Max, sp.Min, sp.Abs)
_Breakpoints = Mapping[str, set[float]]


@dataclass(frozen=True)
class _Claim:
    """That the right side of an equation equals an expression over the package."""

    left: LeftSide
    formula: Formula
    package: PackageExpression
    variables: Variables

    def difference(self, sample: Sample) -> float:
        values = self.formula.evaluate(sample, self.variables.inputs)
        theirs = Named(self.package.function(), self.package.evaluate(sample, values.shape))
        return compare(Named("the equation", values), theirs, _at(sample), self.formula.equation)


def check_definition(equation: Equation, root: Path, rng: np.random.Generator) -> EquationCheck:
    """Compare the right side with the package, and with the derivative of another file's.

    Raises:
        PublishingError: They differ, or one of them cannot be computed.
    """
    package, use = read_claim(equation.header.check)
    whole = define(use, equation, root) if use else None
    claim = _claim(equation, root, package, whole.side.breakpoints() if whole else {})
    if whole and claim.left.name != f"{whole.left.name}'":
        raise equation.refuse(f"the left side is no derivative of {whole.left.name}")
    worst = 0.0
    for sample in claim.variables.samples(rng):
        worst = max(worst, claim.difference(sample))
        if whole:
            worst = max(worst, _slope_difference(claim, whole, sample))
    name = package.function() + (f" and with the derivative of {use.file}" if use else "")
    return EquationCheck(equation.header.check.key, name, INPUTS, worst)


def check_identity(equation: Equation, root: Path, rng: np.random.Generator) -> EquationCheck:
    """Compare both sides.

    Raises:
        PublishingError: They differ, or one of them cannot be computed.
    """
    meanings = names_in(equation, root)
    sides = [read_side(tokens, meanings) for tokens in equation.sides()]
    indices = sorted(set[str]().union(*(free_indices(side.expression) for side in sides)))
    if len(indices) > 1:
        raise equation.refuse(f"{' and '.join(indices)} stand as index; one can be computed")
    left, right = (formula_of(side, next(iter(indices), None), equation) for side in sides)
    points = _joined(*(side.breakpoints() for side in sides))
    variables = _variables(equation, left.variables | right.variables, set(), points)
    worst = 0.0
    for sample in variables.samples(rng):
        values = [side.evaluate(sample, variables.inputs) for side in (left, right)]
        first, second = Named("the left side", values[0]), Named("the right side", values[1])
        worst = max(worst, compare(first, second, _at(sample), equation))
    return EquationCheck("identity", "each other", INPUTS, worst)


def _slope_difference(claim: _Claim, whole: Definition, sample: Sample) -> float:
    equation, inputs = claim.formula.equation, claim.variables.inputs
    variable = symbol(claim.left.arguments[0]) if claim.left.arguments else whole.variable
    slope = write_out(whole(variable).diff(variable), None, equation)
    values = claim.formula.evaluate(sample, inputs)
    expected = slope.evaluate(sample, inputs)
    if whole.side.expression.has(*_KINKED):  # which has no derivative where its formula changes
        values = np.where(claim.variables.beside_breakpoints(sample), values, expected)
    other = Named(f"the derivative of {whole.left.name}", expected)
    return compare(Named("the equation", values), other, _at(sample), equation)


def _claim(
    equation: Equation, root: Path, package: PackageExpression, more: _Breakpoints
) -> _Claim:
    left_tokens, right_tokens = equation.sides()
    left = read_left_side(left_tokens)
    side = read_side(right_tokens, names_in(equation, root))
    formula = formula_of(side, left.index, equation)
    names, written = package.variables(), formula.variables | set(left.arguments)
    if names != written:
        raise equation.header.check.refuse(
            f"{package.text} depends on {_list(names)}, the equation on {_list(written)}"
        )
    points = _joined(side.breakpoints(), more)
    parameters = names - set(left.arguments) if left.arguments else set()
    return _Claim(left, formula, package, _variables(equation, names, parameters, points))


def _variables(
    equation: Equation, names: set[str], parameters: set[str], points: _Breakpoints
) -> Variables:
    domains, vectors = equation.header.domains, set(equation.header.vectors)
    lines = {name: domain.line for name, domain in domains.items()}
    for name, line in [*lines.items(), *equation.header.vectors.items()]:
        if name not in names:
            raise line.refuse(f"{name} does not stand in the equation, which has {_list(names)}")
    columns = names - parameters - vectors
    return Variables(columns, parameters - vectors, vectors, domains, points)


def _joined(first: _Breakpoints, second: _Breakpoints) -> _Breakpoints:
    return {name: first.get(name, set()) | second.get(name, set()) for name in {*first, *second}}


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "nothing"


def _at(sample: Sample) -> Callable[[Place], str]:
    return partial(input_at, sample=sample)
