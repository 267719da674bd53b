"""Equation files that others name: as a function on the right side, or to differentiate."""

from dataclasses import dataclass
from pathlib import Path

import sympy as sp

from guide.publishing.equations.left_side import LeftSide, read_left_side
from guide.publishing.equations.names import Names, symbol
from guide.publishing.equations.sides import Side, read_side
from guide.publishing.equations.source import Equation, Use, read_equation


@dataclass(frozen=True)
class Definition:
    """A function of one variable that an equation file defines.

    Attributes:
        left: What it is called.
        side: What it is.
        variable: The variable of `side` that is its argument.
    """

    left: LeftSide
    side: Side
    variable: sp.Symbol

    def __call__(self, argument: sp.Expr) -> sp.Expr:
        """Return the expression with another argument."""
        return self.side.expression.subs(self.variable, argument)


def names_in(equation: Equation, root: Path, readers: tuple[str, ...] = ()) -> Names:
    """Return what the names in an equation mean.

    Args:
        equation: The equation.
        root: The folder that paths in messages begin at.
        readers: The files that are being read because each names the next.

    Raises:
        PublishingError: A file that it uses is missing, defines another name, or is not needed.
    """
    functions: dict[str, Definition] = {}
    written = {token.text for token in equation.tokens()}
    for name, use in equation.header.uses.items():
        definition = define(use, equation, root, readers)
        if definition.left.name != name:
            raise use.line.refuse(f"{use.file} defines {definition.left.name}, not {name}")
        if name not in written:
            raise use.line.refuse(f"{name} does not stand in the equation")
        functions[name] = definition
    return Names(functions, equation.header.vectors.keys())


def define(use: Use, reader: Equation, root: Path, readers: tuple[str, ...] = ()) -> Definition:
    """Read the function that another equation file defines.

    Args:
        use: The name of the file, and the header line that names it.
        reader: The equation that needs it.
        root: The folder that paths in messages begin at.
        readers: The files that are being read because each names the next.

    Raises:
        PublishingError: There is no such file, or it defines no function of one variable.
    """
    path, readers = reader.path.parent / use.file, (*readers, reader.path.name)
    if not path.is_file():
        raise use.line.refuse(f"there is no {use.file} beside this file")
    if use.file in readers:
        raise use.line.refuse(f"{use.file} is defined by means of itself")
    equation = read_equation(path, root)
    if equation.header.check.key != "value" or equation.header.vectors:
        raise use.line.refuse(f"{use.file} must have a % value: line and no % vector: line")
    left_tokens, right_tokens = equation.sides()
    left = read_left_side(left_tokens)
    side = read_side(right_tokens, names_in(equation, root, readers))
    return Definition(left, side, _variable(left, side, use))


def _variable(left: LeftSide, side: Side, use: Use) -> sp.Symbol:
    candidates = left.arguments or tuple(each.name for each in side.expression.free_symbols)
    if len(candidates) != 1:
        raise use.line.refuse(f"{use.file} defines no function of one variable")
    return symbol(candidates[0])
