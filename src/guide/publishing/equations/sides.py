"""One side of an equation: an expression, or cases with their conditions."""

from collections.abc import Sequence
from dataclasses import dataclass

import sympy as sp

from guide.publishing.equations.latex import read_expression
from guide.publishing.equations.names import Names
from guide.publishing.equations.tex import (
    CONDITION_WORDS,
    OTHERWISE,
    Token,
    closing_of,
    outside_brackets,
    split_at,
    without_spacing,
)

_RELATIONS = {
    "<": sp.Lt,
    ">": sp.Gt,
    "=": sp.Eq,
    r"\le": sp.Le,
    r"\leq": sp.Le,
    r"\ge": sp.Ge,
    r"\geq": sp.Ge,
}


@dataclass(frozen=True)
class Side:
    """One side of an equation.

    Attributes:
        expression: What it says; cases are a `Piecewise`.
        conditions: The conditions of its cases, "otherwise" left out.
    """

    expression: sp.Expr
    conditions: tuple[sp.Basic, ...] = ()

    def breakpoints(self) -> dict[str, set[float]]:
        """Return, by variable, the numbers at which one case ends and another begins."""
        found: dict[str, set[float]] = {}
        for condition in self.conditions:
            ends = sorted(condition.args, key=lambda end: not end.is_Symbol)
            if len(ends) == 2 and ends[0].is_Symbol and ends[1].is_number:  # noqa: PLR2004  (two ends)
                found.setdefault(ends[0].name, set()).add(float(ends[1]))
        return found


def read_side(tokens: Sequence[Token], names: Names) -> Side:
    """Read one side of an equation.

    Args:
        tokens: Its tokens, at least one.
        names: What the names in it mean.

    Raises:
        PublishingError: It cannot be read, or not in one way only.
    """
    plain = without_spacing(tokens)
    first = plain[0] if plain else tokens[0]
    if first.text == r"\begin{cases}" and closing_of(plain, 0) == len(plain) - 1:
        return _cases(plain[1:-1], first, names)
    return Side(read_expression(plain, first, names))


def _cases(tokens: Sequence[Token], near: Token, names: Names) -> Side:
    values: list[sp.Expr] = []
    conditions: list[sp.Basic] = []
    for row in split_at(tokens, r"\\"):
        parts = split_at(row, "&")
        if len(parts) != 2 or not all(parts):  # noqa: PLR2004  (value and condition)
            raise (row or [near])[0].refuse(r"a case is written: value & \text{if } z > 0 \\")
        if conditions and conditions[-1] == sp.true:
            raise row[0].refuse("no case can follow the one for otherwise")
        values.append(read_expression(parts[0], near, names))
        conditions.append(_condition(parts[1], names))
    expression = sp.Piecewise(*zip(values, conditions, strict=True), evaluate=False)
    return Side(expression, tuple(each for each in conditions if each != sp.true))


def _condition(tokens: Sequence[Token], names: Names) -> sp.Basic:
    if [token.text for token in tokens] == [OTHERWISE]:
        return sp.true
    rest = tokens[1:] if tokens[0].text in CONDITION_WORDS else tokens
    relations = [place for place in outside_brackets(rest) if rest[place].text in _RELATIONS]
    if len(relations) != 1:
        raise tokens[0].refuse(
            r"a condition is written z > 0, \text{if } z > 0 or \text{otherwise}"
        )
    middle = relations[0]
    sides = (rest[:middle], rest[middle + 1 :])
    left, right = (read_expression(side, rest[middle], names) for side in sides)
    return _RELATIONS[rest[middle].text](left, right)
